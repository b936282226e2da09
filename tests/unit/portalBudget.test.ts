import { beforeEach, describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import { settleBudgetFlags } from '../../functions/operations/ledger/settleBudgetFlags.ts';
import { examplePlan } from './exampleRecord.ts';
import { type LedgerWorld, ledgerWorld } from './ledger/ledgerWorld.ts';
import { ATTACK, readingOn } from './portalReading.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const BUDGET: Parameters<typeof ledgerWorld>[0] = {
  years: { from: 2025, until: 2034 },
  national: {
    title: `Impulsbudget ${ATTACK}`,
    years: [
      { year: 2025, amount: 35_000_000 },
      { year: 2026, amount: 31_500_000 },
      { year: 2027, amount: 28_800_000, estimate: true },
    ],
  },
  expects: [
    { year: 2025, by: '2025-12-31', amount: 340_688 },
    { year: 2026, by: '2026-12-31', amount: 1_000 },
    { year: 2027, by: '2027-12-31', estimate: true },
  ],
};

let world: LedgerWorld;
let id: string;
beforeEach(async () => {
  world = await ledgerWorld(BUDGET);
  id = world.plan.id;
});

const reading = () => readingOn(world.store, world.ledger, NOW);
const page = (query = '') => reading().get(`/traject/${id}/budget${query}`);
const book = async () => {
  await world.book({ amount: 34_068_800 });
  await world.book({
    type: 'commitment',
    reference: 'V-1',
    amount: 5_000_000,
    date: '2026-01-10',
    milestone: 'prepare',
  });
  await world.book({
    type: 'expenditure',
    reference: 'F-1',
    commitment: 'V-1',
    amount: 1_234_567,
    date: '2026-01-20',
    milestone: 'prepare',
  });
};

describe('the page of the budget', () => {
  test('says what was received, promised, spent and is free, and of which year and municipality', async () => {
    await book();
    const { words, text } = await page();
    expect(words).toContain(
      'Ontvangen € 340.688,00 Verplicht € 50.000,00 Uitgegeven € 12.345,67 Nog te betalen € 37.654,33 Vrij € 290.688,00',
    );
    for (const { code, name } of world.plan.participants) {
      expect(words).toContain(name);
      expect(text).toContain(`href="/traject/${id}/budget/${code}-2025.csv"`);
    }
  });

  test('marks an estimate, and adds it to nothing that was received', async () => {
    await book();
    const { words } = await page();
    expect(words).toContain('2027 – – – – – € 280.337,55 ▲ raming uiterlijk 31 december 2027');
    expect(words).toContain('€ 1.000,00 ○ toegezegd');
    expect(words).toContain('Samen € 340.688,00');
    // At the end of the last quarter: what is certain, and beside it what estimates would add.
    expect(words).toMatch(/4e kwartaal 2034 .*€ 291\.688,00 – € 572\.025,55/);
  });

  test('has for each chart a table with the same amounts', async () => {
    await book();
    const { text } = await page();
    expect(text.match(/<svg class="drawing" role="img" aria-label="[^"]+"/g)).toHaveLength(3);
    expect(text.match(/<table/g)!.length).toBeGreaterThanOrEqual(4);
    // A policy without inline styles: what is drawn is drawn by attributes and classes.
    expect(text).not.toMatch(/style=|<style|<script>|<img/);
  });

  test('says what to do when nothing was booked, and still shows what is expected', async () => {
    const { status, words } = await page();
    expect(status).toBe(200);
    expect(words).toContain('Er is nog niets geboekt');
    expect(words).toContain('raming');
    expect(words).not.toContain('CSV');
  });

  test('of a plan that says nothing about money, without bookings, is only that', async () => {
    world = await ledgerWorld(undefined);
    const { store } = world;
    const { words, text } = await readingOn({ ...store, plan: async () => examplePlan() }, world.ledger).get(
      `/traject/${id}/budget`,
    );
    expect(words).toContain('Er is nog niets geboekt');
    expect(text).not.toContain('class="drawing"');
  });

  test('shows the flags of the money in place, in words, with what can be done', async () => {
    await book();
    const trajectory = (await world.store.trajectory(id))!;
    await settleBudgetFlags(world, trajectory, world.plan, '2026-11-24', NOW);
    await world.store.raiseFlag({
      kind: 'flag',
      schemaVersion: SCHEMA_VERSION,
      trajectory: id,
      flag: 'overdue',
      subject: 'prepare',
      reason: 'Niet van het geld.',
      raisedAt: NOW,
    });
    const { words } = await page();
    expect(words).toContain('geld niet verplicht Geld van 2025');
    expect(words).toContain('Wat u kunt doen: Verplicht het aan een mijlpaal');
    expect(words).not.toContain('Niet van het geld');
  });

  test('of three hundred milestones with very long names comes in pages that a phone can load', async () => {
    const [milestone] = world.plan.milestones;
    const milestones = Array.from({ length: 300 }, (_each, index) => ({
      ...milestone!,
      id: `m-${index}`,
      title: `Mijlpaal ${index} ${'met een heel lange naam '.repeat(8)}`.slice(0, 200),
      budget: 1_000,
    }));
    const store = { ...world.store, plan: async () => ({ ...world.plan, milestones }) };
    const { get } = readingOn(store, world.ledger, NOW);
    const seen = new Set<string>();
    for (const number of [1, 2, 3]) {
      const { text } = await get(`/traject/${id}/budget?mijlpalen=${number}`);
      expect(Buffer.byteLength(text)).toBeLessThan(150_000);
      for (const [, found] of text.matchAll(/Mijlpaal (\d+) met/g)) seen.add(found!);
    }
    expect(seen.size).toBe(300);
    for (const wrong of ['0', '4', '-1', 'x', '1e3', ATTACK])
      expect((await get(`/traject/${id}/budget?mijlpalen=${encodeURIComponent(wrong)}`)).words).toContain(
        '1 t/m 100 van 300',
      );
  });

  test('of a budget that runs for two centuries stays small', async () => {
    const budget = { ...BUDGET, years: { from: 2000, until: 2199 } };
    const store = { ...world.store, plan: async () => ({ ...world.plan, budget }) };
    const { text } = await readingOn(store, world.ledger, NOW).get(`/traject/${id}/budget`);
    expect(Buffer.byteLength(text)).toBeLessThan(150_000);
  });
});

describe('the file of a municipality and a year', () => {
  test('opens in a Dutch spreadsheet, and holds no formula', async () => {
    await world.book({ amount: 100_001, description: '=SUM(A1:A9)' });
    const [{ code } = { code: '' }] = world.plan.participants;
    const { status, headers, text } = await reading().get(`/traject/${id}/budget/${code}-2025.csv`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${id}-${code}-2025.csv"`);
    expect(text).toContain('kenmerk;soort;');
    expect(text).toContain(`;'=SUM(A1:A9);`);
    expect(text).toMatch(/;50000;500,00;|;50001;500,01;/);
  });

  test.each([
    'GM9999-2025.csv',
    'GM0001-1999.csv',
    'GM0001.csv',
    '2025.csv',
    'gm0001-2025.csv',
    'GM0001-2025.json',
    '..%2Fx.csv',
  ])('that is not there is not found: %s', async (file) => {
    expect((await reading().get(`/traject/${id}/budget/${file}`)).status).toBe(404);
  });

  test('is not made while somebody books: it would not add up', async () => {
    await book();
    const head = await world.ledger.head(id);
    let version = 1;
    const ledger = { ...world.ledger, head: async () => ({ ...head, version: version++ }) };
    const { status, words } = await readingOn(world.store, ledger, NOW).get(
      `/traject/${id}/budget/GM0001-2025.csv`,
    );
    expect(status).toBe(503);
    expect(words).toContain('Er werd juist geboekt');
  });

  test('that is too large for an answer is refused, and the page says how it can be had', async () => {
    await book();
    const [entry] = await entriesOf();
    const ledger = {
      ...world.ledger,
      entries: async function* () {
        for (let index = 0; index < 50; index++)
          yield Array.from({ length: 1_000 }, () => ({ ...entry!, description: 'x'.repeat(200) }));
      },
    };
    const { status, words } = await readingOn(world.store, ledger, NOW).get(
      `/traject/${id}/budget/GM0001-2025.csv`,
    );
    expect(status).toBe(413);
    expect(words).toContain('besluitketen ledger export');
  });

  async function entriesOf() {
    for await (const found of world.ledger.entries(id)) return found;
    return [];
  }
});

test('a trajectory that does not exist has no budget and no files, in the same words as its page', async () => {
  const { get } = reading();
  const nothing = await get('/traject/bestaat-niet');
  for (const path of ['/budget', '/budget/GM0001-2025.csv', '/logboek', '/logboek.csv', '/logboek.json']) {
    const { status, words } = await get(`/traject/bestaat-niet${path}`);
    expect([path, status, words]).toEqual([path, 404, nothing.words]);
  }
  expect((await get(`/traject/${'x'.repeat(3_000)}/budget`)).status).toBe(404);
});
