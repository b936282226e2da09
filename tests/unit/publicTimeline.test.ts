import { describe, expect, test } from 'vitest';
import { publicTimelineSchema } from '../../functions/domain/public/publicTimeline.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { publishTrajectory } from '../../functions/operations/publishTrajectory.ts';
import { createPortal } from '../../functions/web/portal.tsx';
import { departures } from '../describedAnswer.ts';
import { answer, concluded, SECRETS, WHILE_IT_RUNS, weighed } from './embargoWorld.ts';
import { asked, CLERK, COLLEGES, LATER, type Running, started } from './exampleRecord.ts';
import { largestPlan, underWay } from './largestPlan.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { accessWith, EVERYBODY_READS } from './portalAccess.ts';
import { started as recordOf, storeWith } from './portalRecord.ts';

const PAGE = '/openbaar/voorbeeld';
const FILE = '/openbaar/voorbeeld.json';

/** As on AWS: nobody reads anything else without a grant. A look at a grant or a session is an error. */
function visiting(store: RecordStore, now = WHILE_IT_RUNS) {
  const never = () => Promise.reject(new Error('somebody was looked up'));
  const access = accessWith({ grants: { grantsOf: never } as never, ended: { isEnded: never } as never });
  const log = { info: () => undefined, warn: () => undefined };
  const portal = createPortal({
    ...{ ...EVERYBODY_READS, access, store, reference: NOTHING_IMPORTED, stage: 'prod', log, now: () => now },
  });
  return async (path: string, headers: Record<string, string> = {}) => {
    const response = await portal.request(`https://portal.example${path}`, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
}

async function published(running: Running) {
  await publishTrajectory(running.store, 'voorbeeld', true, LATER, CLERK);
  return running;
}

describe('the public timeline', () => {
  // Guards: readPublicTimeline.ts: `!trajectory?.publishedAt || trajectory.clock`.
  test('is off, and then the same as what does not exist and as a simulation, to the byte', async () => {
    const off = visiting((await asked()).store);
    const simulated = await started(undefined, 'virtual');
    const row = (await simulated.store.trajectory('voorbeeld'))!;
    const forced = { ...simulated.store, trajectory: async () => ({ ...row, publishedAt: LATER }) };
    const answers = await Promise.all([
      ...[PAGE, FILE, '/openbaar/onbekend', '/openbaar/onbekend.json', '/openbaar/__proto__'].map((path) =>
        off(path),
      ),
      visiting(forced)(PAGE),
      visiting(forced)(FILE),
    ]);
    for (const { status, text, headers } of answers) {
      expect(status).toBe(404);
      expect(text).toBe(answers[0]?.text);
      expect([...headers].toString()).toBe([...(answers[0]?.headers ?? [])].toString());
    }
  });

  test('is switched on and off by an act in the log, twice is once; of a simulation it is refused', async () => {
    const running = await asked();
    const set = (on: boolean) => publishTrajectory(running.store, 'voorbeeld', on, LATER, CLERK);
    expect([await set(true), await set(true)]).toEqual([{ changed: true }, { changed: false }]);
    expect((await visiting(running.store)(PAGE)).status).toBe(200);
    expect([await set(false), await set(false)]).toEqual([{ changed: true }, { changed: false }]);
    expect((await visiting(running.store)(PAGE)).status).toBe(404);
    const log = (await running.store.audit('voorbeeld')).map(({ what }) => what);
    expect(log.filter((what) => what.endsWith('published'))).toEqual(
      expect.arrayContaining(['published', 'unpublished']),
    );
    const simulated = await started(undefined, 'virtual');
    await expect(publishTrajectory(simulated.store, 'voorbeeld', true, LATER, CLERK)).rejects.toThrow(
      Refusal,
    );
  });

  test('has the plan by quarter, and the rounds with the public answers of each body', async () => {
    const visit = visiting((await published(await weighed('adopted', null))).store);
    const words = (await visit(PAGE)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('Stand op 10 februari 2026');
    expect(words).toMatch(
      /College Aa . aangenomen 2 februari 2026 College Bee . aangenomen 2 februari 2026 Commissie . nog geen antwoord/,
    );
    expect(words).toMatch(/1e kwartaal 2026 .* Voorstel besluit/);
    const timeline = publicTimelineSchema.parse(JSON.parse((await visit(FILE)).text));
    expect(timeline.rounds[0]?.answers[0]).toEqual({
      ...{
        body: COLLEGES[0],
        name: 'College Aa',
        outcome: 'adopted',
        on: '2026-02-02',
        newDate: null,
        publicOn: null,
      },
    });
  });

  test('says of a postponement until when', async () => {
    const running = await published(await asked());
    await answer(running, COLLEGES[1], { outcome: 'deferred', newDate: '2026-03-03', note: SECRETS[1] });
    const { text } = await visiting(running.store)(FILE);
    expect(JSON.parse(text).rounds[0].answers[1]).toMatchObject({
      outcome: 'deferred',
      newDate: '2026-03-03',
    });
  });

  // Guards: readPublicTimeline.ts: each field that is picked; readStatus(…, ANYBODY).
  test('has nothing that a person typed, no name, address, reference, flag, key or token, and no answer under embargo', async () => {
    const running = await published(await concluded());
    const plan = running.plan;
    const typed = Object.values(running.store.snapshot()).flatMap((row) => textsOf(row));
    const known = new Set(
      [
        ...plan.milestones.flatMap(({ id, title, kind, period }) => [id, title, kind, period]),
        ...plan.rounds.flatMap(({ id, title }) => [id, title, `${id}.r1`]),
        ...[plan.id, plan.title],
      ].map(String),
    );
    const personal = [
      ...new Set([...typed, 'lead@regio.example', 'Projectleider', 'griffier', ...SECRETS]),
    ].filter((text) => text.length > 8 && !known.has(text) && !isPublicWord(text));
    expect(personal.length).toBeGreaterThan(20);
    const visit = visiting(running.store);
    for (const path of [PAGE, FILE]) {
      const { text } = await visit(path);
      for (const word of personal) expect(text, `${word} on ${path}`).not.toContain(word);
      expect(text).not.toMatch(
        /@|href="(?!#inhoud|\/stijl\.css|\/openbaar\/voorbeeld\.json)|<form|<script(?! src="\/pagina\.js)/,
      );
    }
    const { rounds } = JSON.parse((await visit(FILE)).text);
    expect(rounds[0]).toMatchObject({ status: 'open', verdict: null });
    expect(rounds[0].answers[0]).toMatchObject({ outcome: null, on: null, publicOn: '2026-02-20' });
  });

  // Guards: publicRoutes.tsx: CACHED, etag(); routeAccess.ts: OPEN for both.
  test('is kept by caches, answers 304 while nothing has changed, and neither reads nor sets a cookie', async () => {
    const running = await published(await weighed('adopted', null));
    const visit = visiting(running.store);
    for (const path of [PAGE, FILE]) {
      const first = await visit(path, { cookie: '__Host-sessie=x' });
      expect(first.status).toBe(200);
      expect(first.headers.get('cache-control')).toBe('public, max-age=300');
      expect(first.headers.get('set-cookie')).toBeNull();
      expect(first.headers.get('vary') ?? '').not.toMatch(/cookie/i);
      const tag = first.headers.get('etag') ?? '';
      const again = await visit(path, { 'if-none-match': tag });
      expect([again.status, again.text, again.headers.get('cache-control')]).toEqual([
        304,
        '',
        'public, max-age=300',
      ]);
      await answer(running, 'rac', {
        outcome: path === PAGE ? 'deferred' : 'noted',
        ...(path === PAGE && { newDate: '2026-04-01' }),
      });
      expect((await visit(path, { 'if-none-match': tag })).status).toBe(200);
    }
  });

  test('may be listed by search engines, unlike every other page', async () => {
    const { text } = await visiting((await published(await asked())).store)(PAGE);
    expect(text).not.toContain('noindex');
  });

  test('answers as docs/openapi.json says', async () => {
    const visit = visiting((await published(await asked())).store);
    const answered = await visit(FILE);
    const told = (of: typeof answered) => ({
      ...{ status: of.status, contentType: of.headers.get('content-type') ?? undefined, body: of.text },
    });
    expect(departures('GET', '/openbaar/{id}.json', told(answered))).toEqual([]);
    const same = await visit(FILE, { 'if-none-match': answered.headers.get('etag') ?? '' });
    expect(departures('GET', '/openbaar/{id}.json', told(same))).toEqual([]);
  });
});

describe('the public timeline of a plan of 300 milestones', () => {
  const plan = largestPlan();
  const record = { ...recordOf('groot'), milestones: underWay(plan, 100) };
  const trajectory = { ...record.trajectory, publishedAt: LATER };
  const store = { ...storeWith({ ...record, trajectory }), plan: async () => plan };
  const visit = visiting(store);

  // Guards: publicPage.tsx: planPart.
  test.each(['', '?deel=1', '?deel=10'])(
    'stays below 150 kB with its stylesheet and script, with everything as long as it may be: %s',
    async (part) => {
      const texts = await Promise.all(
        [`/openbaar/groot${part}`, '/stijl.css', '/pagina.js'].map(async (path) => (await visit(path)).text),
      );
      expect(texts.every((text) => text.length > 200)).toBe(true);
      expect(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeLessThan(150 * 1024);
    },
  );

  test('goes on where the plan does, with the way to the other parts; its file has all', async () => {
    const { text } = await visit('/openbaar/groot');
    expect(text).toContain('Mijlpalen 91 t/m 120 van 300');
    expect(text).toContain('href="/openbaar/groot?deel=3"');
    expect(text).toContain('href="/openbaar/groot?deel=5"');
    expect(text).not.toContain('<b>');
    expect((await visit('/openbaar/groot?deel=10')).text).toContain('Mijlpalen 271 t/m 300 van 300');
    expect((await visit('/openbaar/groot?deel=%3Cb%3E')).text).toBe(text);
    expect(JSON.parse((await visit('/openbaar/groot.json')).text).milestones).toHaveLength(300);
  });
});

/** Every text in a stored row, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** Names of bodies, words of ours and days: what the timeline is made of. */
function isPublicWord(text: string): boolean {
  return (
    /^(GM000[12]\/(college|council)|College (Aa|Bee)|Raad (Aa|Bee)|Commissie)$/.test(text) ||
    /^\d{4}-\d{2}-\d{2}$/.test(text) ||
    ['Besluitketen', 'completed', 'concluded', 'milestone', 'trajectory', 'voorbeeld', 'decided-by'].includes(
      text,
    )
  );
}
