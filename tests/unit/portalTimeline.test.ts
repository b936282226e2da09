import { describe, expect, test } from 'vitest';
import type { RecordStore, ReferenceData } from '../../functions/operations/ports.ts';
import { createPortal } from '../../functions/web/portal.tsx';
import { MILESTONES_A_PART } from '../../functions/web/timeline/planPart.ts';
import { largestPlan, underWay } from './largestPlan.ts';
import { NOTHING_IMPORTED, referenceDataWith } from './memoryReferenceData.ts';
import { EVERYBODY_READS } from './portalAccess.ts';
import { flagOf, milestoneRow, started, storeWith } from './portalRecord.ts';
import { COUNCIL_CALENDARS, inThirdRound } from './timelineRecord.ts';

const NOW = '2026-02-20T09:00:00.000Z';
const HEAVIEST = 150 * 1024;

async function pageOf(
  store: RecordStore,
  { path = '/traject/visietraject', reference = NOTHING_IMPORTED as ReferenceData, now = NOW } = {},
): Promise<string> {
  const log = { info: () => {}, warn: () => {} };
  const portal = createPortal({ ...EVERYBODY_READS, store, reference, stage: 'test', log, now: () => now });
  const response = await portal.request(path);
  expect(response.status).toBe(200);
  return response.text();
}

const drawingOf = (html: string) => /<svg class="timeline" role="img"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

describe('the timeline of a trajectory', () => {
  test('has every milestone and round, the quarters, and today', async () => {
    const drawing = drawingOf(await pageOf(storeWith(inThirdRound())));
    for (const text of ['Visie opstellen', 'Start fase 2', 'Procesvoorstel fase 1, ronde 3 (4 van 9', '2027'])
      expect(drawing).toContain(text);
    expect(count(drawing, /class="bar-planned"/g)).toBe(17);
    expect(count(drawing, /class="quarter"/g)).toBe(8);
    expect(drawing).toContain('>20 februari 2026</text>');
  });

  test('tells apart what is done, under way, expected, late, and what determines the end', async () => {
    const record = inThirdRound();
    const done = milestoneRow('process-proposal', { status: 'completed', completedOn: '2025-12-18' });
    const open = milestoneRow('communication-strategy', { openedAt: '2026-01-05T08:00:00.000Z' });
    const drawing = drawingOf(await pageOf(storeWith({ ...record, milestones: [done, open] })));
    for (const piece of ['done', 'under-way', 'expected', 'critical'])
      expect([piece, count(drawing, new RegExp(`class="bar-${piece}"`, 'g')) > 0]).toEqual([piece, true]);
    expect(drawingOf(await pageOf(storeWith(record)))).toContain('class="bar-late"');
    expect(drawing).toMatch(/label-critical[^>]*>[^<]*Visie voorleggen aan de raden ◆/);
  });

  test('has a flag in its place, in the drawing and in the table', async () => {
    const html = await pageOf(storeWith(inThirdRound()));
    expect(drawingOf(html)).toContain('▲ planning in gevaar: ○ Visie vaststellen');
    expect(drawingOf(html)).toContain('▲ ronde staat stil: ● Procesvoorstel fase 1, ronde 3');
    const row = /<th scope="row">Visie vaststellen[\s\S]*?<\/tr>/.exec(html)?.[0];
    expect(row).toContain('planning in gevaar');
    const resolved = [flagOf({ subject: 'vision-adopted', flag: 'at-risk', resolvedAt: NOW })];
    expect(await pageOf(storeWith({ ...inThirdRound(), flags: resolved }))).not.toContain(
      'planning in gevaar',
    );
  });

  test('has the recesses of the councils, by name below it; without calendars it says why not', async () => {
    const reference = await referenceDataWith({ calendars: COUNCIL_CALENDARS });
    const html = await pageOf(storeWith(inThirdRound()), { reference });
    expect(count(drawingOf(html), /class="recess"/g)).toBe(12);
    expect(count(drawingOf(html), /class="recess-band"/g)).toBe(3);
    expect(html).toMatch(/<li>Raad Harlingen: zomerreces \(<time[^>]*>4 juli 2026/);
    expect(await pageOf(storeWith(inThirdRound()))).toContain('vergaderkalenders zijn nog niet ingelezen');
  });

  test('is named and described for who does not see it, and refers to the tables', async () => {
    const html = await pageOf(storeWith(inThirdRound()));
    const [, names = ''] = /role="img" aria-labelledby="([^"]+)"/.exec(html) ?? [];
    for (const id of names.split(' ')) expect(html).toContain(` id="${id}">`);
    expect(html).toMatch(/<desc [^>]*>Op 20 februari 2026 zijn 0 van 17 mijlpalen afgerond/);
    for (const id of ['planning-visietraject', 'rondes-visietraject']) {
      expect(html).toContain(`href="#${id}"`);
      expect(html).toContain(` id="${id}"`);
    }
  });

  test('of a simulation is seen from the day it has come to', async () => {
    const record = inThirdRound('virtual');
    const trajectory = { ...record.trajectory, watchedUntil: '2026-03-02' };
    const html = await pageOf(storeWith({ ...record, trajectory }), { now: '2030-01-01T09:00:00.000Z' });
    expect(drawingOf(html)).toContain('>2 maart 2026</text>');
  });

  test('of a trajectory that has only begun has a plan and no rounds', async () => {
    const drawing = drawingOf(await pageOf(storeWith(started())));
    expect(drawing).not.toContain('Besluitrondes');
    expect(drawing).toContain('Mijlpalen');
  });

  test('long after its end has no today, and is no wider for it', async () => {
    const plan = largestPlan();
    const milestones = plan.milestones.map(({ id }) =>
      milestoneRow(id, {
        status: 'completed',
        openedAt: '2026-01-05T08:00:00.000Z',
        completedOn: '2026-02-01',
      }),
    );
    const store = { ...storeWith({ ...started(), milestones }), plan: async () => plan };
    const drawing = drawingOf(await pageOf(store, { now: '2060-09-29T09:00:00.000Z' }));
    expect(drawing).not.toMatch(/class="today|class="year"[^>]*>20[3-9]|NaN|Infinity/);
  });

  test('is not on the overview: that has the tables alone', async () => {
    expect(await pageOf(storeWith(inThirdRound()), { path: '/' })).not.toContain('<svg');
  });
});

describe('the answers of all rounds at a glance', () => {
  test('have a column for each round and a row for each body, each linked to the page of its round', async () => {
    const html = await pageOf(storeWith(inThirdRound()));
    const matrix = /<table class="stacking matrix">[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    expect(count(matrix, /<th scope="row">/g)).toBe(9);
    expect(count(matrix, /<th scope="col"><a href="\/traject\/visietraject\/ronde\//g)).toBe(3);
    expect(matrix).toMatch(/College Harlingen<\/th>.*verworpen.*aangenomen.*aangenomen/);
    expect(matrix).toMatch(/sinds|tot/);
  });
});

describe('a plan of 300 milestones', () => {
  const plan = largestPlan();
  const flags = Array.from({ length: 300 }, (_, index) =>
    flagOf({ flag: 'overdue', subject: `m${index}`, reason: `Mijlpaal ${index} is te laat. `.repeat(8) }),
  );
  const milestones = underWay(plan, 100);
  const record = { ...started(), milestones, flags };
  const store = { ...storeWith(record), plan: async () => plan };

  test.each(['/traject/visietraject', '/traject/visietraject?deel=1', '/traject/visietraject?deel=8', '/'])(
    'stays below 150 kB with everything as long as it may be: %s',
    async (path) => {
      const html = await pageOf(store, { path });
      expect(Buffer.byteLength(html)).toBeLessThan(HEAVIEST);
      expect(html).not.toMatch(/<b>|NaN|undefined/);
    },
  );

  test('is shown in parts, from where it goes on; the same in the drawing and in the table', async () => {
    const html = await pageOf(store);
    expect(html).toContain('Mijlpalen 91 t/m 120 van 300');
    expect(html).toContain('href="/traject/visietraject?deel=3"');
    expect(html).toContain('href="/traject/visietraject?deel=5"');
    expect(count(drawingOf(html), /class="bar-planned"/g)).toBe(MILESTONES_A_PART);
    expect(count(html, /<th scope="row">/g)).toBe(MILESTONES_A_PART);
  });

  test.each(['0', '11', '-1', '1e3', '<b>', '99999999999', ''])(
    'has no part %s: the current one is shown',
    async (part) => {
      const html = await pageOf(store, { path: `/traject/visietraject?deel=${encodeURIComponent(part)}` });
      expect(html).toContain('Mijlpalen 91 t/m 120 van 300');
    },
  );

  test('over a hundred years is drawn by the year or more', async () => {
    const far = plan.milestones.map((milestone, index) =>
      index < 299 ? milestone : { ...milestone, period: '2026-Q1..2126-Q4' },
    );
    const long = { ...storeWith(started()), plan: async () => ({ ...plan, milestones: far }) };
    const drawing = drawingOf(await pageOf(long));
    expect(count(drawing, /class="grid/g)).toBeLessThanOrEqual(26);
  });
});
