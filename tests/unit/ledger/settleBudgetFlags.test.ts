import { beforeEach, describe, expect, test } from 'vitest';
import { ledgerPartition } from '../../../functions/adapters/record/ledgerKeys.ts';
import { atTime } from '../../../functions/domain/calendar/days.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import type { CountedLedger } from '../../../functions/operations/ledger/recount.ts';
import { settleBudgetFlags } from '../../../functions/operations/ledger/settleBudgetFlags.ts';
import { type LedgerWorld, ledgerWorld } from './ledgerWorld.ts';

let world: LedgerWorld;
beforeEach(async () => {
  world = await ledgerWorld();
});

async function settle(
  day: string,
  {
    ledger = world.ledger as CountedLedger,
    plan = world.plan,
    clock = 'real' as 'real' | 'virtual',
    version = 1,
  } = {},
) {
  const trajectory = { ...(await world.store.trajectory(world.plan.id))!, clock, planVersion: version };
  return settleBudgetFlags({ ...world, ledger }, trajectory, plan, day, atTime(day, '07:30'));
}
const standing = async () =>
  (await world.store.openFlags(world.plan.id)).map(
    ({ flag, subject, amount }) => `${flag} ${subject} ${amount}`,
  );
/** A ledger that tells which of its reads were asked for. */
function watched(asked: string[]): CountedLedger {
  const { ledger } = world;
  const noting = <A extends unknown[], R>(name: string, read: (...args: A) => R) => {
    return (...args: A): R => {
      asked.push(name);
      return read(...args);
    };
  };
  return {
    head: noting('head', ledger.head),
    entries: noting('entries', ledger.entries),
    tallies: noting('tallies', ledger.tallies),
  };
}
const late: Plan['budget'] = { expects: [{ year: 2025, by: '2025-12-31', amount: 340_688 }] };

describe('the flags of the money', () => {
  // Guards: functions/operations/settleWantedFlags.ts: `if (!stands)`, `await store.rewordFlag(…)`.
  test('are raised once, reworded when an amount changes, and resolved by themselves', async () => {
    await world.book({});
    await world.book({ type: 'commitment', reference: 'V-1', amount: 12_000_000, date: '2026-01-20' });
    expect(await settle('2026-03-01')).toMatchObject({ raised: 1, resolved: 0 });
    const before = await world.store.openFlags(world.plan.id);
    expect(await settle('2026-03-02')).toMatchObject({ raised: 0, resolved: 0 });
    expect(await world.store.openFlags(world.plan.id)).toEqual(before);
    await world.book({
      type: 'expenditure',
      reference: 'F-1',
      commitment: 'V-1',
      amount: 1_000_000,
      date: '2026-01-25',
    });
    expect(await settle('2026-03-03')).toMatchObject({ raised: 0, resolved: 0 });
    expect(await standing()).toEqual(['unspent 2025 2026-Q1 33068800']);
    const [flag] = await world.store.openFlags(world.plan.id);
    expect(flag).toMatchObject({ raisedAt: before[0]?.raisedAt, date: '2026-03-31' });
    expect(await settle('2026-04-01')).toMatchObject({ raised: 0, resolved: 1 });
    expect(await standing()).toEqual([]);
  });

  test('cost a trajectory without money the reading of its balances, and nothing else', async () => {
    const asked: string[] = [];
    const plan = { ...world.plan, budget: undefined };
    const reads = { ...world.store, openFlags: () => Promise.reject(new Error('read the flags')) };
    world = { ...world, store: reads };
    expect(await settle('2026-03-31', { ledger: watched(asked), plan })).toEqual({
      raised: 0,
      resolved: 0,
      atRest: true,
    });
    expect(asked).toEqual(['head']);
  });

  test('of a plan that expects money are raised without a booking, and without reading entries', async () => {
    const asked: string[] = [];
    const plan = { ...world.plan, budget: late };
    expect(await settle('2026-01-01', { ledger: watched(asked), plan })).toMatchObject({
      raised: 1,
      atRest: false,
    });
    expect(asked).toEqual(['head']);
    expect(await standing()).toEqual(['late-allocation 2025 2025-12-31 34068800']);
    // A plan that expects nothing any more resolves it.
    const without = { ...world.plan, budget: undefined };
    expect(await settle('2026-01-02', { plan: without, version: 2 })).toMatchObject({
      resolved: 1,
      atRest: true,
    });
    expect(await standing()).toEqual([]);
  });

  test('are not raised in a simulation that books nothing: it does not play the money', async () => {
    const plan = { ...world.plan, budget: late };
    expect(await settle('2026-01-01', { plan, clock: 'virtual' })).toEqual({
      raised: 0,
      resolved: 0,
      atRest: true,
    });
    await world.book({ amount: 100 });
    expect(await settle('2026-01-01', { plan, clock: 'virtual' })).toMatchObject({ raised: 1 });
  });

  test('are settled from one reading of the entries', async () => {
    const asked: string[] = [];
    await world.book({});
    await settle('2026-03-01', { ledger: watched(asked) });
    expect(asked.filter((each) => each === 'entries')).toHaveLength(1);
  });

  // Guards: functions/operations/ledger/settleBudgetFlags.ts: `summing = createSumming(today)`.
  test('count nothing twice when a booking comes in between and the entries are read again', async () => {
    await world.book({});
    let version = 0;
    const moving = {
      ...world.ledger,
      head: async (id: string) => ({ ...(await world.ledger.head(id)), version: Math.min(++version, 4) }),
    };
    await settle('2026-03-01', { ledger: moving });
    expect(await standing()).toEqual(['unspent 2025 2026-Q1 34068800']);
  });

  test('leave alone the flags that others raised', async () => {
    await world.book({});
    const stuck = { flag: 'stuck', subject: 'main.r1', reason: 'Staat stil.' } as const;
    const row = {
      kind: 'flag',
      schemaVersion: 1,
      trajectory: world.plan.id,
      raisedAt: '2026-01-01T09:00:00.000Z',
    } as const;
    await world.store.raiseFlag({ ...row, ...stuck });
    await settle('2026-02-01');
    expect(await standing()).toEqual(['stuck main.r1 undefined']);
  });
});

describe('the nightly count', () => {
  const wrongBy = async (cents: number) => {
    const key = { pk: ledgerPartition(world.plan.id), sk: 'HEAD' };
    const head = (await world.table.get(key))!;
    await world.table.replace([], [{ ...head, '2025r': Number(head['2025r']) + cents }]);
  };

  // Guards: functions/operations/ledger/settleBudgetFlags.ts: `...ledgerDifferenceFlags(…)`.
  test('says of a balance by how much it is not the sum of its entries, and is silent once it is', async () => {
    await world.book({});
    await wrongBy(1);
    expect(await settle('2026-02-01')).toMatchObject({ raised: 1 });
    expect(await standing()).toEqual(['ledger-difference balances 1']);
    const [flag] = await world.store.openFlags(world.plan.id);
    expect(flag?.reason).toContain('2025r: bijgehouden € 340.688,01, geteld € 340.688,00');
    await wrongBy(-1);
    expect(await settle('2026-02-02')).toMatchObject({ resolved: 1 });
    expect(await standing()).toEqual([]);
  });

  test('does not take a flag away on a night on which it could not count', async () => {
    await world.book({});
    await wrongBy(1);
    await settle('2026-02-01');
    let version = 0;
    const busy = {
      ...world.ledger,
      head: async (id: string) => ({ ...(await world.ledger.head(id)), version: ++version }),
    };
    expect(await settle('2026-02-02', { ledger: busy })).toMatchObject({ resolved: 0 });
    expect(await standing()).toEqual(['ledger-difference balances 1']);
    // What could be read is told all the same.
    await settle('2026-03-01', { ledger: busy });
    expect(await standing()).toHaveLength(2);
  });
});

describe('the money is at rest', () => {
  test('when all that came in was paid, nothing is expected; not while a cent is left', async () => {
    await world.book({});
    await world.book({ type: 'commitment', reference: 'V-1', amount: 34_068_800, date: '2026-01-20' });
    const pay = (reference: string, amount: number) =>
      world.book({ type: 'expenditure', reference, commitment: 'V-1', amount, date: '2026-01-25' });
    await pay('F-1', 34_068_799);
    expect(await settle('2026-02-01')).toMatchObject({ atRest: false });
    await pay('F-2', 1);
    expect(await settle('2026-02-01')).toMatchObject({ atRest: true });
  });

  test('when the years of the budget are over, whatever is left', async () => {
    await world.book({});
    expect(await settle('2034-12-31')).toMatchObject({ atRest: false });
    expect(await settle('2035-01-01')).toMatchObject({ atRest: true });
  });
});
