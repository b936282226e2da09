import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOfAll, balanceOfYear, yearsOf } from '../../../functions/domain/ledger/balances.ts';
import type { BookingOrder } from '../../../functions/domain/ledger/bookingOrder.ts';
import type { LedgerEntry } from '../../../functions/domain/ledger/entry.ts';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { Unavailable } from '../../../functions/domain/unavailable.ts';
import { importLedger } from '../../../functions/operations/ledger/importLedger.ts';
import { recount } from '../../../functions/operations/ledger/recount.ts';
import { CLERK, LATER } from '../exampleRecord.ts';
import { type LedgerWorld, ledgerWorld, orderOf } from './ledgerWorld.ts';

// Few references and small amounts: bookings meet each other, limits are reached.
const LETTER = { allocation: 'B', commitment: 'V', expenditure: 'F', release: 'R', correction: 'C' } as const;
const number = fc.integer({ min: 0, max: 5 });
const order = fc
  .record({
    type: fc.constantFrom(...(Object.keys(LETTER) as BookingOrder['type'][])),
    number,
    against: number,
    corrects: fc.constantFrom('B', 'V', 'F', 'R', 'C'),
    amount: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: -100, max: 1_000 })),
    year: fc.constantFrom(2025, 2026),
    weights: fc.option(fc.record({ GM0001: fc.integer({ min: 0, max: 5 }), GM0002: fc.constant(1) }), {
      nil: undefined,
    }),
  })
  .map(({ number: of, against, corrects, type, amount, ...rest }) =>
    orderOf({
      type,
      reference: `${LETTER[type]}-${of}`,
      amount: type === 'allocation' ? amount * 5 : amount,
      ...rest,
      ...(type === 'correction' && { corrects: `${corrects}-${against}` }),
      ...((type === 'expenditure' || type === 'release') && { commitment: `V-${against}` }),
    }),
  );
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('book' as const), orders: fc.tuple(order) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('twice' as const), orders: fc.tuple(order, order) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('import' as const), orders: fc.array(order, { maxLength: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outage' as const), orders: fc.tuple(order) }) },
);

/** What is refused or fails changes nothing, or all of it: that is what is checked afterwards. */
const settled = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof Unavailable)) throw error;
  }
};

async function play(world: LedgerWorld, { kind, orders }: { kind: string; orders: BookingOrder[] }) {
  const { store, ledger, plan, table } = world;
  const lines = orders.map((each, index) => ({ line: index + 2, order: each }));
  switch (kind) {
    case 'import':
      await settled(importLedger({ store, ledger }, plan.id, lines, 'bank.csv', LATER, CLERK));
      return;
    case 'twice':
      // Beside each other, and an import beside a booking.
      await Promise.all([
        settled(world.book(orders[0]!)),
        settled(importLedger({ store, ledger }, plan.id, lines.slice(1), 'bank.csv', LATER, CLERK)),
      ]);
      return;
    case 'outage':
      table.before('transact', () => {
        throw new Unavailable('De tabel', new Error('down'));
      });
      await settled(world.book(orders[0]!));
      await settled(world.book(orders[0]!));
      return;
    default:
      await settled(world.book(orders[0]!));
  }
}

async function allEntries({ ledger, plan }: LedgerWorld): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for await (const page of ledger.entries(plan.id)) entries.push(...page);
  return entries;
}

test('after any bookings, corrections, imports, outages and retries the balances are the sum of the entries', async () => {
  let booked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }), async (steps) => {
      const world = await ledgerWorld();
      await world.book({ reference: 'B-start', amount: 2_000 });
      for (const each of steps) await play(world, each as { kind: string; orders: BookingOrder[] });
      const entries = await allEntries(world);
      booked += entries.length;
      const { counters, free } = await world.ledger.head(world.plan.id);
      // By an addition of its own, which knows nothing of counters.
      const sum = (type: LedgerEntry['type'], year?: number) =>
        entries
          .filter((entry) => (entry.corrects?.type ?? entry.type) === type)
          .filter((entry) => year === undefined || entry.year === year)
          .reduce((total, { amount }) => total + amount, 0);
      for (const year of yearsOf(counters))
        expect(balanceOfYear(counters, year)).toMatchObject({
          received: sum('allocation', year),
          committed: sum('commitment', year) - sum('release', year),
          spent: sum('expenditure', year),
        });
      const all = balanceOfAll(counters);
      expect(all.free).toBe(free);
      expect(free).toBe(sum('allocation') - sum('commitment') + sum('release'));
      expect(free).toBeGreaterThanOrEqual(0);
      for (const entry of entries)
        expect(entry.shares.reduce((total, { cents }) => total + cents, 0)).toBe(entry.amount);
      expect(new Set(entries.map((entry) => entry.reference)).size).toBe(entries.length);
      for (const { reference: promised } of entries.filter(({ type }) => type === 'commitment'))
        expect(openOf(entries, promised)).toBeGreaterThanOrEqual(0);
      expect(await recount(world.ledger, world.plan.id)).toEqual([]);
    }),
    { numRuns: 150 },
  );
  // A property of nothing would hold as well.
  expect(booked).toBeGreaterThan(400);
});

function openOf(entries: readonly LedgerEntry[], promised: string): number {
  const byReference = new Map(entries.map((entry) => [entry.reference, entry]));
  return entries.reduce((open, entry) => {
    const original = entry.corrects ? byReference.get(entry.corrects.reference)! : entry;
    if (original.reference === promised) return open + entry.amount;
    return original.commitment === promised ? open - entry.amount : open;
  }, 0);
}
