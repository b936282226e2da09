import { beforeEach, describe, expect, test } from 'vitest';
import { balanceOfAll, benefitOf } from '../../../functions/domain/ledger/balances.ts';
import type { BookingOrder } from '../../../functions/domain/ledger/bookingOrder.ts';
import { importLedger } from '../../../functions/operations/ledger/importLedger.ts';
import { readYearEnd } from '../../../functions/operations/ledger/readYearEnd.ts';
import { CLERK, LATER } from '../exampleRecord.ts';
import { type LedgerWorld, ledgerWorld, orderOf } from './ledgerWorld.ts';

let world: LedgerWorld;
beforeEach(async () => {
  world = await ledgerWorld();
  await world.book({});
  await world.book(promised('V-1', 1_000));
});
const promised = (reference: string, amount: number): Partial<BookingOrder> => ({
  type: 'commitment',
  reference,
  amount,
  date: '2026-02-01',
  year: 2026,
});
const imported = (orders: readonly Partial<BookingOrder>[]) => {
  const lines = orders.map((order, index) => ({ line: index + 2, order: orderOf(order) }));
  return importLedger(world, world.plan.id, lines, 'bank.csv', LATER, CLERK);
};

describe('a booking', () => {
  test('that is no correction counts as what it is, whatever it says that it corrects', async () => {
    const before = await world.ledger.head(world.plan.id);
    // Would have been counted as money that came in.
    const paid = { type: 'expenditure', reference: 'F-1', commitment: 'V-1', amount: 100 } as const;
    await expect(world.book({ ...paid, corrects: 'B-1' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await imported([{ ...paid, corrects: 'B-1' }])).toMatchObject({ mistakes: [{ line: 2 }] });
    await expect(world.book({ reference: 'B-2', commitment: 'V-1' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await world.ledger.head(world.plan.id)).toEqual(before);
  });

  test('that corrects a payment goes against the commitment of that payment and no other', async () => {
    await world.book(promised('V-2', 1_000_000));
    await world.book({ type: 'expenditure', reference: 'F-1', commitment: 'V-1', amount: 900 });
    const more = { type: 'correction', reference: 'C-1', corrects: 'F-1', amount: 500 } as const;
    await expect(world.book({ ...more, commitment: 'V-2' })).rejects.toMatchObject({
      code: 'UNKNOWN_COMMITMENT',
    });
    expect(await imported([{ ...more, commitment: 'V-2' }])).toMatchObject({ mistakes: [{ line: 2 }] });
    await expect(world.book(more)).rejects.toMatchObject({ code: 'ABOVE_COMMITMENT' });
  });

  test('is of an amount that sums can bear', async () => {
    const typo = { reference: 'B-2', amount: 34_068_800_00_000_00 };
    await expect(world.book(typo)).rejects.toMatchObject({ code: 'AMOUNT_INVALID' });
    expect(balanceOfAll((await world.ledger.head(world.plan.id)).counters).received).toBe(34_068_800);
  });

  test('against a commitment is for whom that is, unless it says otherwise', async () => {
    await world.book({ ...promised('V-2', 1_001), weights: { GM0001: 1 } });
    await world.book({
      type: 'expenditure',
      reference: 'F-1',
      commitment: 'V-2',
      amount: 501,
      date: '2026-03-01',
    });
    await world.book({
      type: 'release',
      reference: 'R-1',
      commitment: 'V-2',
      amount: 500,
      date: '2026-03-01',
    });
    const { counters } = await world.ledger.head(world.plan.id);
    expect(benefitOf(counters, 2025, 'GM0002').spent).toBe(0);
    const { municipalities } = await readYearEnd(world, world.plan.id, 2026);
    expect([...municipalities].map(([code, { obligations }]) => [code, obligations])).toEqual([
      ['GM0001', 500],
      ['GM0002', 500],
    ]);
  });

  test('whose parts have both signs is told so', async () => {
    const shares = [
      { municipality: 'GM0001', cents: 150 },
      { municipality: 'GM0002', cents: -50 },
    ];
    await expect(world.book({ reference: 'B-2', amount: 100, shares })).rejects.toMatchObject({
      code: 'SHARES_INVALID',
      message: expect.stringContaining('teken'),
    });
  });

  test('given again after the key of the plan has changed is still the same', async () => {
    const key = { GM0001: 3, GM0002: 1 };
    const replanned = { ...world.plan, budget: { key } };
    const store = { ...world.store, plan: async () => replanned };
    const deps = { store, ledger: world.ledger };
    const again = [{ line: 2, order: orderOf({}) }];
    expect(await importLedger(deps, world.plan.id, again, 'bank.csv', LATER, CLERK)).toMatchObject({
      same: 1,
      entries: [],
    });
  });
});
