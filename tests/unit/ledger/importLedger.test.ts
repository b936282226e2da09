import { beforeEach, describe, expect, test } from 'vitest';
import { createLedgerStore } from '../../../functions/adapters/record/ledger.ts';
import type { BookingOrder } from '../../../functions/domain/ledger/bookingOrder.ts';
import { importLedger, previewImport } from '../../../functions/operations/ledger/importLedger.ts';
import { recount } from '../../../functions/operations/ledger/recount.ts';
import { CLERK, LATER } from '../exampleRecord.ts';
import { type LedgerWorld, ledgerWorld, orderOf } from './ledgerWorld.ts';

let world: LedgerWorld;
beforeEach(async () => {
  world = await ledgerWorld();
});
const FILE: readonly Partial<BookingOrder>[] = [
  {},
  { type: 'commitment', reference: 'V-1', amount: 12_000_000, date: '2026-02-01', year: 2025 },
  { type: 'expenditure', reference: 'F-1', commitment: 'V-1', amount: 3_000_000, date: '2026-03-31' },
  { type: 'correction', reference: 'C-1', corrects: 'F-1', amount: -1_000, date: '2026-04-02' },
];
const linesOf = (orders: readonly Partial<BookingOrder>[]) =>
  orders.map((order, index) => ({ line: index + 2, order: orderOf(order) }));
const imported = (orders: readonly Partial<BookingOrder>[] = FILE) =>
  importLedger(world, world.plan.id, linesOf(orders), 'bank.csv', LATER, CLERK);
const entries = async () => {
  const all: string[] = [];
  for await (const page of world.ledger.entries(world.plan.id))
    all.push(...page.map((each) => each.reference));
  return all.sort();
};

describe('an import', () => {
  test('books a whole file, whose lines may lean on each other, once', async () => {
    expect(await imported()).toMatchObject({ same: 0, entries: { length: 4 } });
    expect(await entries()).toEqual(['B-1', 'C-1', 'F-1', 'V-1']);
    expect(await recount(world.ledger, world.plan.id)).toEqual([]);
    expect(await imported()).toMatchObject({ same: 4, entries: [] });
    expect(await entries()).toHaveLength(4);
    const { version } = await world.ledger.head(world.plan.id);
    expect(version).toBe(1);
  });

  test('says what it would do and does nothing of it', async () => {
    await world.book({});
    const before = world.table.rows();
    expect(await previewImport(world, world.plan.id, linesOf(FILE), LATER, CLERK)).toMatchObject({
      same: 1,
      entries: { length: 3 },
    });
    expect(world.table.rows()).toEqual(before);
  });

  test('with mistakes tells each with its line, and books nothing', async () => {
    const wrong = [
      ...FILE,
      { type: 'commitment', reference: 'V-2', amount: 99_000_000 } as const,
      { reference: 'B-1', amount: 5 },
      { type: 'correction', reference: 'C-2', corrects: 'C-1', amount: 5 } as const,
    ];
    const before = world.table.rows().length;
    expect(await imported(wrong)).toEqual({
      mistakes: [
        { line: 6, problem: expect.stringContaining('vrij') },
        { line: 7, problem: expect.stringContaining('al geboekt met een andere inhoud') },
        { line: 8, problem: expect.stringContaining('zelf een correctie') },
      ],
    });
    expect(world.table.rows()).toHaveLength(before);
  });

  test('that dies half-way is read by nobody, and the same file books it afterwards', async () => {
    await world.book({});
    world.table.dieAfterRows(2);
    await expect(imported()).rejects.toThrow('the machine is gone');
    expect(await entries()).toEqual(['B-1']);
    expect(await world.ledger.entry(world.plan.id, 'V-1')).toBeUndefined();
    expect(await recount(world.ledger, world.plan.id)).toEqual([]);
    // What was left behind is in nobody's way: not of a booking, not of another import.
    await world.book({ type: 'commitment', reference: 'V-1', amount: 1 });
    world.table.dieAfterRows(Number.POSITIVE_INFINITY);
    await expect(imported()).resolves.toMatchObject({
      mistakes: expect.arrayContaining([{ line: 3, problem: expect.stringContaining('V-1') }]),
    });
    await imported([
      { ...FILE[1], reference: 'V-2' },
      { ...FILE[2], commitment: 'V-2' },
    ]);
    expect(await entries()).toEqual(['B-1', 'F-1', 'V-1', 'V-2']);
    expect(await recount(world.ledger, world.plan.id)).toEqual([]);
  });

  test('is judged anew when somebody books while it is laid down', async () => {
    await world.book({});
    world.table.before('replace', async () => {
      await world.book({ type: 'commitment', reference: 'V-9', amount: 30_000_000 });
    });
    expect(await imported(FILE.slice(1))).toMatchObject({
      mistakes: [{ line: 2 }, { line: 3 }, { line: 4 }],
    });
    expect(await entries()).toEqual(['B-1', 'V-9']);
  });

  test('and a booking of the same reference at the same time: one of them, and it is whole', async () => {
    await world.book({});
    // Between what the booking has read and what it writes, the import is switched.
    world.table.before('transact', async () => {
      await imported(FILE.slice(1));
    });
    await expect(
      world.book({ type: 'commitment', reference: 'V-1', amount: 7, date: '2026-02-01' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await recount(world.ledger, world.plan.id)).toEqual([]);
  });

  test('of a hundred commitments and their payments moves what bookings by themselves go on from', async () => {
    const many = Array.from({ length: 100 }, (_none, index) => [
      { type: 'commitment', reference: `V-${index}`, amount: 1_000 } as const,
      { type: 'expenditure', reference: `F-${index}`, commitment: `V-${index}`, amount: 900 } as const,
    ]).flat();
    await imported([{}, ...many]);
    const more = { type: 'expenditure', reference: 'F-x', commitment: 'V-7' } as const;
    await expect(world.book({ ...more, amount: 101 })).rejects.toMatchObject({ code: 'ABOVE_COMMITMENT' });
    await world.book({ ...more, amount: 100 });
    expect(await recount(world.ledger, world.plan.id)).toEqual([]);
  });
});

describe('the nightly count', () => {
  test('tells what differs: a counter, what is free, what is open', async () => {
    await imported();
    const head = world.table.rows().find(({ sk }) => sk === 'HEAD')!;
    await world.table.replace([], [{ ...head, '2025r': 1, free: 3 }]);
    expect(await recount(world.ledger, world.plan.id)).toEqual([
      { what: '2025r', kept: 1, counted: 34_068_800 },
      { what: 'free', kept: 3, counted: 22_068_800 },
    ]);
    const tally = world.table.rows().find(({ sk }) => String(sk).startsWith('TALLY#open#V-1'))!;
    await world.table.replace([], [head, { ...tally, cents: 5 }]);
    expect(await recount(world.ledger, world.plan.id)).toEqual([
      { what: 'open V-1', kept: 5, counted: 9_001_000 },
    ]);
  });

  test('counts again when it was booked meanwhile, and says nothing when that does not end', async () => {
    await imported();
    let more = 0;
    const bookedMeanwhile = async () => {
      more++;
      await world.book({ reference: `B-${more + 1}`, amount: more });
    };
    world.table.before('pages', bookedMeanwhile);
    expect(await recount(world.ledger, world.plan.id)).toEqual([]);
    const busy = {
      ...world.ledger,
      entries: async function* (id: string) {
        await bookedMeanwhile();
        yield* world.ledger.entries(id);
      },
    };
    expect(await recount(busy, world.plan.id)).toBeUndefined();
  });
});

test('what an import that was given up has left costs a reader one question a page, and is not read', async () => {
  const orders = Array.from({ length: 300 }, (_each, index) => ({ reference: `B-${index}` }));
  const { entries: staged } = (await previewImport(
    world,
    world.plan.id,
    linesOf(orders),
    LATER,
    CLERK,
  )) as Extract<Awaited<ReturnType<typeof previewImport>>, { entries: unknown }>;
  await world.ledger.stageImport(world.plan.id, 'given-up', staged, []);
  let asked = 0;
  const get: typeof world.table.get = async (key) => {
    asked++;
    return world.table.get(key);
  };
  const counted = createLedgerStore({ ...world.table, get });
  for await (const page of counted.entries(world.plan.id)) expect(page).toEqual([]);
  expect(asked).toBeLessThan(30);
});
