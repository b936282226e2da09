import { describe, expect, test } from 'vitest';
import { createLedgerStore } from '../../../functions/adapters/record/ledger.ts';
import { atTime } from '../../../functions/domain/calendar/days.ts';
import { Unavailable } from '../../../functions/domain/unavailable.ts';
import { createHandler } from '../../../functions/handlers/watch-day/handler.ts';
import { completeMilestone } from '../../../functions/operations/completeMilestone.ts';
import { bookEntry } from '../../../functions/operations/ledger/bookEntry.ts';
import { watchDay } from '../../../functions/operations/watchDay.ts';
import { CLERK, createClock, createMailbox, examplePlan, started } from '../exampleRecord.ts';
import { NOTHING_IMPORTED } from '../memoryReferenceData.ts';
import { createMemoryTable } from '../memoryTable.ts';
import { orderOf } from './ledgerWorld.ts';

const ID = examplePlan().id;
const TASK = { ...examplePlan().milestones[0]!, waitsFor: [], period: '2026-01' };

/** A trajectory of one task, with money received. */
async function withMoney() {
  const { store, chain } = await started({ ...examplePlan(), milestones: [TASK], rounds: [] });
  const ledger = createLedgerStore(createMemoryTable());
  const clock = createClock();
  const deps = { reference: NOTHING_IMPORTED, store, chain, ledger, sender: createMailbox(), now: clock.now };
  const book = (order: Parameters<typeof orderOf>[0]) =>
    bookEntry({ store, ledger }, ID, orderOf(order), atTime('2026-01-05', '10:00'), CLERK);
  const watch = (day: string, more = {}) => {
    clock.at = atTime(day, '07:30');
    return watchDay({ ...deps, ...more }, ID, clock.at);
  };
  await book({});
  return { store, ledger, deps, clock, book, watch };
}

describe('the daily watch', () => {
  test('raises and resolves the flags of the money, counts them, and gives the same rows a second time', async () => {
    const { store, watch } = await withMoney();
    expect(await watch('2026-02-28')).toMatchObject({ flagsResolved: 0 });
    const before = (await store.openFlags(ID)).length;
    expect(await watch('2026-03-01')).toMatchObject({ flagsRaised: 1 });
    expect(await watch('2026-03-01')).toMatchObject({ flagsRaised: 0, flagsResolved: 0 });
    expect(await store.openFlags(ID)).toHaveLength(before + 1);
    expect(await watch('2026-04-01')).toMatchObject({ flagsResolved: 1 });
  });

  // Guards: functions/operations/watchDay.ts: `timing && moneyAtRest`; functions/operations/ledger/watchMoney.ts: `return false`.
  test('goes on with a trajectory whose milestones are completed, until its money is spent', async () => {
    const { store, book, watch } = await withMoney();
    await watch('2026-01-06');
    await completeMilestone(store, ID, TASK.id, '2026-01-07', atTime('2026-01-07', '10:00'), CLERK);
    await watch('2026-01-08');
    expect(await store.activeTrajectories('real')).toEqual([ID]);
    await watch('2026-01-08', { moneyCounted: true });
    expect(await store.activeTrajectories('real')).toEqual([ID]);
    await book({ type: 'commitment', reference: 'V-1', date: '2026-01-05' });
    await book({ type: 'expenditure', reference: 'F-1', commitment: 'V-1', date: '2026-01-05' });
    await watch('2026-01-09');
    expect(await store.activeTrajectories('real')).toEqual([]);
  });

  test('does not keep the planning from its day when the ledger cannot be read, and leaves its flags alone', async () => {
    const { store, ledger, watch } = await withMoney();
    await watch('2026-03-01');
    const broken = { ...ledger, head: () => Promise.reject(new Error('onleesbaar')) };
    expect(await watch('2026-04-01', { ledger: broken })).toMatchObject({
      failed: expect.stringContaining('onleesbaar'),
    });
    const flags = (await store.openFlags(ID)).map(({ flag }) => flag);
    expect(flags).toContain('unspent');
    expect(flags).toContain('watch-failed');
    const away = { ...ledger, head: () => Promise.reject(new Unavailable('De tabel', new Error('weg'))) };
    await expect(watch('2026-04-02', { ledger: away })).rejects.toMatchObject({ name: 'Unavailable' });
  });

  // Guards: functions/handlers/watch-day/handler.ts: `moneyCounted: true`.
  test('counts the ledger once a morning, however often the chain moves on', async () => {
    const { ledger, deps, clock } = await withMoney();
    let counts = 0;
    const counting = {
      ...ledger,
      entries: (id: string) => {
        counts++;
        return ledger.entries(id);
      },
    };
    clock.at = atTime('2026-01-06', '07:30');
    const handler = createHandler({ ...deps, ledger: counting });
    // The task opens: the day is gone over again until nothing moves.
    const [summary] = await handler({ at: clock.at, trajectories: [ID] });
    expect(summary?.opened).toEqual([TASK.id]);
    expect(counts).toBe(1);
  });
});
