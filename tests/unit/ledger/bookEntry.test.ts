import { beforeEach, describe, expect, test } from 'vitest';
import { balanceOfAll, balanceOfYear, benefitOf } from '../../../functions/domain/ledger/balances.ts';
import { Contended, Unavailable } from '../../../functions/domain/unavailable.ts';
import { type LedgerWorld, ledgerWorld } from './ledgerWorld.ts';

let world: LedgerWorld;
beforeEach(async () => {
  world = await ledgerWorld();
});
const balance = async () => balanceOfAll((await world.ledger.head(world.plan.id)).counters);
const promised = { type: 'commitment', reference: 'V-1', amount: 12_000_000, date: '2026-02-01' } as const;
const paid = {
  type: 'expenditure',
  reference: 'F-1',
  commitment: 'V-1',
  amount: 3_000_000,
  date: '2026-03-31',
} as const;

describe('a booking', () => {
  test('is there with its balances, its shares to the cent and one audit entry', async () => {
    await world.book({ amount: 34_068_801, vat: 0 });
    await world.book({ ...promised, vat: 2_082_645 });
    await world.book(paid);
    expect(await balance()).toEqual({
      received: 34_068_801,
      committed: 12_000_000,
      spent: 3_000_000,
      open: 9_000_000,
      free: 22_068_801,
    });
    const { counters } = await world.ledger.head(world.plan.id);
    expect(benefitOf(counters, 2025, 'GM0001')).toEqual({
      received: 17_034_401,
      committed: 6_000_000,
      spent: 1_500_000,
    });
    const audit = world.table.rows().filter(({ what }) => what === 'booked');
    expect(audit.map(({ subject }) => subject).sort()).toEqual(['B-1', 'F-1', 'V-1']);
  });

  test('given again is a success without effect; with other content it is refused', async () => {
    expect(await world.book({})).toMatchObject({ changed: true });
    expect(await world.book({})).toMatchObject({ changed: false });
    await expect(world.book({ amount: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(world.book({ description: 'Iets anders' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await balance()).toMatchObject({ received: 34_068_800 });
  });

  test('promises no more than was received, unless the plan allows it', async () => {
    await world.book({});
    const tooMuch = { ...promised, amount: 34_068_801 };
    await expect(world.book(tooMuch)).rejects.toMatchObject({ code: 'ABOVE_RECEIVED' });
    expect(await balance()).toMatchObject({ committed: 0, free: 34_068_800 });
    world = await ledgerWorld({ commitBeyondReceived: true });
    await world.book(tooMuch);
    expect(await balance()).toMatchObject({ received: 0, free: -34_068_801 });
  });

  test('pays no more than its commitment has open, which a release makes less and a correction more', async () => {
    await world.book({});
    await world.book(promised);
    await world.book({ type: 'release', reference: 'R-1', commitment: 'V-1', amount: 9_500_000 });
    await expect(world.book(paid)).rejects.toMatchObject({
      code: 'ABOVE_COMMITMENT',
      message: expect.stringContaining('€ 25.000,00'),
    });
    await world.book({ type: 'correction', reference: 'C-1', corrects: 'V-1', amount: 500_000 });
    await world.book(paid);
    expect(await balance()).toMatchObject({ committed: 3_000_000, spent: 3_000_000, open: 0 });
  });

  test('of a correction refers to what it corrects, and moves its year, its shares and its commitment', async () => {
    await world.book({ weights: { GM0001: 3, GM0002: 1 } });
    const { entry } = await world.book({
      type: 'correction',
      reference: 'C-1',
      corrects: 'B-1',
      amount: -34_068_800,
      year: 2026,
    });
    expect(entry).toMatchObject({
      year: 2025,
      corrects: { reference: 'B-1', type: 'allocation' },
      shares: [
        { municipality: 'GM0001', cents: -25_551_600 },
        { municipality: 'GM0002', cents: -8_517_200 },
      ],
    });
    const { counters } = await world.ledger.head(world.plan.id);
    expect(balanceOfYear(counters, 2025)).toMatchObject({ received: 0 });
    expect(benefitOf(counters, 2025, 'GM0001').received).toBe(0);
  });

  test('cannot bring anything below nothing: not what is corrected, not what was promised of it', async () => {
    await world.book({});
    await world.book(promised);
    const correction = { type: 'correction', corrects: 'B-1' } as const;
    await expect(world.book({ ...correction, reference: 'C-1', amount: -34_068_801 })).rejects.toMatchObject({
      code: 'AMOUNT_INVALID',
    });
    await expect(world.book({ ...correction, reference: 'C-1', amount: -34_068_800 })).rejects.toMatchObject({
      code: 'ABOVE_RECEIVED',
    });
    await world.book({ ...correction, reference: 'C-1', amount: -1_000 });
    await expect(
      world.book({ type: 'correction', reference: 'C-2', corrects: 'C-1', amount: 500 }),
    ).rejects.toMatchObject({ code: 'CORRECTION_OF_CORRECTION' });
  });

  test.each([
    [{ amount: 0 }, 'AMOUNT_INVALID'],
    [{ amount: -5 }, 'AMOUNT_INVALID'],
    [{ amount: 1.5 }, 'AMOUNT_INVALID'],
    [{ amount: 100, vat: 101 }, 'AMOUNT_INVALID'],
    [{ year: 2024 }, 'OUTSIDE_BUDGET_YEARS'],
    [{ date: '2035-01-01' }, 'OUTSIDE_BUDGET_YEARS'],
    [{ milestone: 'nergens' }, 'UNKNOWN_MILESTONE'],
    [{ weights: { GM9999: 1 } }, 'UNKNOWN_MUNICIPALITY'],
    [{ weights: { GM0001: 0 } }, 'SHARES_INVALID'],
    [{ weights: { GM0001: -1 } }, 'SHARES_INVALID'],
    [{ amount: 100, shares: [{ municipality: 'GM0001', cents: 99 }] }, 'SHARES_INVALID'],
    [{ type: 'expenditure' }, 'UNKNOWN_COMMITMENT'],
    [{ type: 'expenditure', commitment: 'V-9' }, 'UNKNOWN_COMMITMENT'],
    [{ type: 'correction', corrects: 'B-9' }, 'UNKNOWN_ENTRY'],
  ] as const)('%o is refused with %s, and nothing is booked', async (order, code) => {
    const before = world.table.rows().length;
    await expect(world.book({ reference: 'X-1', ...order } as never)).rejects.toMatchObject({ code });
    expect(world.table.rows()).toHaveLength(before);
  });
});

describe('bookings at the same time', () => {
  test('against one budget: none is lost and none goes above it', async () => {
    await world.book({});
    const each = 340_689;
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_none, index) =>
        world.book({ ...promised, reference: `V-${index}`, amount: each }),
      ),
    );
    const booked = results.filter(({ status }) => status === 'fulfilled').length;
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'ABOVE_RECEIVED' });
    expect(booked).toBe(99);
    expect(await balance()).toMatchObject({ committed: 99 * each });
  });

  test('that keep being first keep nobody from booking; a table that is gone is told', async () => {
    for (let turn = 0; turn < 5; turn++)
      world.table.before('transact', () => {
        throw new Contended('De tabel', new Error('TransactionConflict'));
      });
    expect(await world.book({})).toMatchObject({ changed: true });
    world.table.before('transact', () => {
      throw new Unavailable('De tabel', new Error('down'));
    });
    await expect(world.book({ reference: 'B-2' })).rejects.toBeInstanceOf(Unavailable);
  });

  test('of the same reference: one is booked, the same is a success, another is refused', async () => {
    const same = await Promise.all([world.book({}), world.book({})]);
    expect(same.map(({ changed }) => changed).sort()).toEqual([false, true]);
    const other = await Promise.allSettled([
      world.book({ reference: 'B-2', amount: 1 }),
      world.book({ reference: 'B-2', amount: 2 }),
    ]);
    expect(other.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
