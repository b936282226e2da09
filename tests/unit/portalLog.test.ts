import { beforeEach, describe, expect, test } from 'vitest';
import { auditKey } from '../../functions/adapters/record/keys.ts';
import { auditEntry } from '../../functions/domain/audit.ts';
import type { AuditEntry } from '../../functions/domain/trajectory.ts';
import { asked } from './exampleRecord.ts';
import { createMemoryStore, type MemoryStore } from './memoryStore.ts';
import { ATTACK, readingOn } from './portalReading.ts';

const ID = 'voorbeeld';
const LOG = `/traject/${ID}/logboek`;

/** The example's trajectory, with these entries in its log beside its own. */
async function withEntries(entries: readonly AuditEntry[]): Promise<MemoryStore> {
  const { store } = await asked();
  const rows = entries.map((row): [string, AuditEntry] => {
    const { pk, sk } = auditKey(row.trajectory, row.at, row.id);
    return [`${pk} ${sk}`, row];
  });
  return createMemoryStore({ ...store.snapshot(), ...Object.fromEntries(rows) });
}

const minute = (index: number) => new Date(Date.UTC(2026, 5, 1, 0, index)).toISOString();
const decided = (index: number, changes: Partial<AuditEntry> = {}): AuditEntry => ({
  ...auditEntry({
    trajectory: ID,
    at: minute(index),
    what: 'decided',
    subject: 'main.r1 GM0001/college',
    by: `Griffier ${index}`,
    via: 'mail-link',
    details: { outcome: 'adopted', on: '2026-06-01', reference: `K-${index}` },
  }),
  ...changes,
});
const hrefs = (text: string) =>
  [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
const older = (text: string) => hrefs(text).find((href) => href.includes('na='));

let store: MemoryStore;
beforeEach(async () => {
  store = await withEntries(Array.from({ length: 250 }, (_each, index) => decided(index)));
});

describe('the log', () => {
  test('shows the newest first, a hundred a page, and every entry on one page', async () => {
    const { get } = readingOn(store);
    const seen: string[] = [];
    let path: string | undefined = LOG;
    const pages: number[] = [];
    while (path) {
      const { text } = await get(path);
      const found = [...text.matchAll(/Kenmerk: K-(\d+)\./g)].map(([, number]) => number!);
      seen.push(...found);
      pages.push(found.length);
      expect(Buffer.byteLength(text)).toBeLessThan(150_000);
      path = older(text);
    }
    expect(pages).toEqual([100, 100, 50]);
    expect(seen).toEqual(Array.from({ length: 250 }, (_each, index) => String(249 - index)));
  });

  test('says who, when in the Netherlands, and along which way', async () => {
    const { words } = await readingOn(store).get(LOG);
    expect(words).toContain('1 juni 2026 om 06:09');
    expect(words).toContain('besluit of antwoord Griffier 249 link in een mail');
  });

  test('writes nothing as markup, and cuts a note short that is a page long', async () => {
    const entries = Array.from({ length: 100 }, (_each, index) =>
      decided(index, {
        by: ATTACK.padEnd(200, 'x'),
        details: { outcome: 'adopted', on: '2026-06-01', note: `${ATTACK} ${'&<>"'.repeat(950)}` },
      }),
    );
    const { text } = await readingOn(await withEntries(entries)).get(LOG);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('<img');
    expect(Buffer.byteLength(text)).toBeLessThan(250_000);
  });

  test('of a hundred long notes by people with long names can be loaded on a phone', async () => {
    const note = 'Het college stelt vast en verzoekt de organisatie om nader overleg. '.repeat(50);
    const entries = Array.from({ length: 100 }, (_each, index) =>
      decided(index, { by: 'Van '.repeat(50), details: { outcome: 'adopted', on: '2026-06-01', note } }),
    );
    const { text } = await readingOn(await withEntries(entries)).get(LOG);
    expect(Buffer.byteLength(text)).toBeLessThan(150_000);
  });

  test('gives what is chosen: a kind, a round, a body, days', async () => {
    const chosen = await withEntries([
      decided(0),
      decided(1, {
        subject: 'main.r1 GM0002/college',
        details: { outcome: 'adopted', on: '2026-06-01', reference: 'VAN-TWEE' },
      }),
      decided(2, { what: 'attached' }),
      decided(60 * 24 * 30, {
        subject: 'main.r3 GM0001/college',
        details: { outcome: 'rejected', on: '2026-07-01', reference: 'IN-JULI' },
      }),
    ]);
    const { get } = readingOn(chosen);
    const rows = async (query: string) =>
      ((await get(`${LOG}${query}`)).text.match(/<th scope="row"/g) ?? []).length;
    expect(await rows('?soort=attached')).toBe(1);
    expect(await rows('?orgaan=GM0002%2Fcollege')).toBe(1);
    expect(await rows('?ronde=main.r3')).toBe(1);
    expect(await rows('?van=2026-07-01')).toBe(1);
    expect(await rows('?van=2026-06-01&tot=2026-06-30')).toBe(3);
    expect(
      await rows('?van=2026-06-01&tot=2026-06-30&soort=decided&orgaan=GM0001%2Fcollege&ronde=main.r1'),
    ).toBe(1);
    const { words } = await get(`${LOG}?ronde=main.r2`);
    expect(words).toContain('Er is niets gevonden dat aan deze keuze voldoet.');
  });

  test('keeps the choice in the links to older lines and to the files', async () => {
    const { text } = await readingOn(store).get(`${LOG}?soort=decided&van=2026-06-01`);
    const kept = hrefs(text).filter(
      (href) => href.includes('soort=decided') && href.includes('van=2026-06-01'),
    );
    expect(kept).toHaveLength(3);
    expect(text).toContain('<option value="decided" selected');
  });

  test.each([
    '?van=2026-02-30',
    '?tot=gisteren',
    '?van=2026-06-02&tot=2026-06-01',
    '?soort=__proto__',
    `?ronde=${encodeURIComponent(ATTACK)}`,
    `?orgaan=${'x'.repeat(5_000)}`,
    '?na=',
    '?na=2026-06-01T00:00:00.000Z',
    '?na=2026-99-99T99:99:99.999Z~0123456789abcdef',
    "?na=2026-06-01T00:00:00.000Z~' OR 1=1",
  ])('says what is wrong in an address, and looks nothing up by it: %s', async (query) => {
    const { status, text } = await readingOn(store).get(`${LOG}${query}`);
    expect(status).toBe(400);
    expect(text).toContain('role="alert"');
    expect(text).not.toContain('<th scope="row"');
    expect(text).not.toContain('<script>');
    expect((await readingOn(store).get(`${LOG}.csv${query}`)).status).toBe(303);
  });

  test('asks to go on when little is found in a very long log, and finds it then', async () => {
    const entries = Array.from({ length: 12_000 }, (_each, index) => decided(index + 1));
    const { get } = readingOn(await withEntries([decided(0, { what: 'attached' }), ...entries]));
    let path: string | undefined = `${LOG}?soort=attached`;
    let pages = 0;
    let found = 0;
    while (path) {
      const { text, words } = await get(path);
      pages++;
      found += (text.match(/<th scope="row"/g) ?? []).length;
      if (found === 0) expect(words).toContain('kijk verder bij oudere regels');
      path = older(text);
    }
    expect([found, pages]).toEqual([1, 3]);
  });

  test('changes nothing when it is read', async () => {
    const before = store.snapshot();
    const { get } = readingOn(store);
    for (const path of [LOG, `${LOG}.csv`, `${LOG}.json`]) await get(path);
    expect(store.snapshot()).toEqual(before);
  });
});

describe('the log as a file', () => {
  test('has every entry of the choice once: for a spreadsheet and for programs', async () => {
    const { get } = readingOn(store);
    const csv = await get(`${LOG}.csv?soort=decided`);
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="voorbeeld-logboek.csv"');
    expect(csv.text.trim().split('\r\n')).toHaveLength(251);
    const json = await get(`${LOG}.json?soort=decided`);
    const records = JSON.parse(json.text) as { id: string; details: object; sentence: string }[];
    expect(new Set(records.map(({ id }) => id)).size).toBe(250);
    expect(records[0]).toMatchObject({ what: 'decided', via: 'mail-link', details: { reference: 'K-249' } });
  });

  test('of nothing is a heading, and an empty list', async () => {
    const { get } = readingOn(store);
    expect((await get(`${LOG}.csv?soort=attached`)).text.trim().split('\r\n')).toHaveLength(1);
    expect(JSON.parse((await get(`${LOG}.json?soort=attached`)).text)).toEqual([]);
  });

  test('is refused rather than cut short when it is too long for an answer', async () => {
    const note = 'x'.repeat(4_000);
    const entries = Array.from({ length: 1_200 }, (_each, index) =>
      decided(index, { details: { outcome: 'adopted', on: '2026-06-01', note } }),
    );
    const { status, words } = await readingOn(await withEntries(entries)).get(`${LOG}.csv`);
    expect(status).toBe(413);
    expect(words).toContain('Kies een kortere periode');
  });
});
