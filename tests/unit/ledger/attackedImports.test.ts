import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { createLedgerStore } from '../../../functions/adapters/record/ledger.ts';
import type { BookingOrder } from '../../../functions/domain/ledger/bookingOrder.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { importLedger } from '../../../functions/operations/ledger/importLedger.ts';
import type { LedgerStore } from '../../../functions/operations/ledger/ports.ts';
import { recount } from '../../../functions/operations/ledger/recount.ts';
import { CLERK, LATER } from '../exampleRecord.ts';
import { type LedgerWorld, ledgerWorld, orderOf } from './ledgerWorld.ts';

let world: LedgerWorld;
beforeEach(async () => {
  world = await ledgerWorld();
});
const imported = (orders: readonly Partial<BookingOrder>[], ledger: LedgerStore, plan: Plan = world.plan) => {
  const lines = orders.map((order, index) => ({ line: index + 2, order: orderOf(order) }));
  const store = { ...world.store, plan: async () => plan };
  return importLedger({ store, ledger }, plan.id, lines, 'bank.csv', LATER, CLERK);
};
const promised = (reference: string, year: number, milestone: string): Partial<BookingOrder> => ({
  type: 'commitment',
  reference,
  amount: 100,
  year,
  milestone,
});

test('an import of all years, milestones and municipalities is within what DynamoDB takes: 4 KB an expression', async () => {
  const [first] = world.plan.milestones;
  const milestones = Array.from({ length: 60 }, (_each, index) => ({ ...first!, id: `m-${index}` }));
  const longest: number[] = [];
  const transact = async (items: readonly TransactWriteItem[]) => {
    longest.push(...items.map((item) => JSON.stringify(item.Update?.UpdateExpression ?? '').length));
    return world.table.transact(items);
  };
  const orders = milestones.flatMap(({ id }) =>
    [2025, 2026, 2027, 2028, 2029, 2030].map((year) => promised(`V-${id}-${year}`, year, id)),
  );
  const plan = { ...world.plan, milestones };
  await imported([{}, ...orders], createLedgerStore({ ...world.table, transact }), plan);
  expect(Math.max(...longest)).toBeLessThan(4_096);
  expect(await recount(world.ledger, world.plan.id)).toEqual([]);
});

test('a booking at any moment beside an import is never lost from the balances', async () => {
  await world.book({});
  for (const moment of ['head', 'stageImport', 'switchImport'] as const) {
    let booked = 0;
    const beside = async () => {
      if (booked++ === 0) await world.book(promised(`V-${moment}`, 2026, 'prepare'));
    };
    const get: typeof world.table.get = async (key) => {
      const row = await world.table.get(key);
      if (moment === 'head' || (moment === 'switchImport' && key.sk === 'MILESTONES')) await beside();
      return row;
    };
    const inner = createLedgerStore({ ...world.table, get });
    const ledger: LedgerStore = {
      ...inner,
      stageImport: async (...args) => {
        await inner.stageImport(...args);
        if (moment === 'stageImport') await beside();
      },
    };
    await imported([promised(`I-${moment}`, 2026, 'prepare')], ledger);
    expect(booked).toBeGreaterThan(0);
    expect(await recount(world.ledger, world.plan.id)).toEqual([]);
  }
  expect((await world.ledger.head(world.plan.id)).milestones).toEqual({ 'prepare 2026c': 600 });
});
