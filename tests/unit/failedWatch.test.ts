import { describe, expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { createHandler } from '../../functions/handlers/watch-day/handler.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  createClock,
  createMailbox,
  LATER,
  ROUND,
  type Running,
  runningOn,
} from './exampleRecord.ts';
import { goOn } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { createMemoryStore } from './memoryStore.ts';

const R1 = 'TRAJECTORY#voorbeeld ROUND#main#001';
const PLAN = 'TRAJECTORY#voorbeeld PLAN#';

/** A trajectory with a divided round and the one that follows it, of which rows are as `spoil` makes them. */
async function twoRounds(spoil: (name: string, row: Record<string, unknown>) => Record<string, unknown>) {
  const running = await asked();
  for (const body of COLLEGES) await running.decide(body, 'rejected');
  await goOn(running);
  await reviseRound(running.store, 'voorbeeld', ROUND, 'Nieuw', LATER, CLERK);
  const rows = Object.entries(running.store.snapshot()).map(([name, row]) => [name, spoil(name, row)]);
  return runningOn(createMemoryStore(Object.fromEntries(rows)));
}
const unreadable = (which: string) => (name: string, row: Record<string, unknown>) =>
  name.startsWith(which) ? { ...row, schemaVersion: 99 } : row;

function depsOf({ store, chain }: Running, day: string) {
  return {
    reference: NOTHING_IMPORTED,
    store,
    chain,
    sender: createMailbox(),
    now: createClock(atTime(day, '07:30')).now,
  };
}
const watch = (running: Running, day: string) =>
  watchDay(depsOf(running, day), 'voorbeeld', atTime(day, '07:30'));
const handle = (running: Running, day: string) =>
  createHandler(depsOf(running, day))({ at: atTime(day, '07:30'), trajectories: ['voorbeeld'] });
const flags = async ({ store }: Running) =>
  (await store.openFlags('voorbeeld')).map(({ flag, subject }) => [flag, subject]);
/** What was spoiled is as it should be. */
const repaired = async ({ store }: Running) =>
  runningOn(
    createMemoryStore(
      Object.fromEntries(
        Object.entries(store.snapshot()).map(([name, row]) => [
          name,
          row.schemaVersion === 99 ? { ...row, schemaVersion: 1 } : row,
        ]),
      ),
    ),
  );

describe('a round that cannot be watched', () => {
  test('does not keep the later rounds of its trajectory from their day; all of it is told', async () => {
    const running = await twoRounds(unreadable(R1));
    const summary = await watch(running, '2026-02-05');
    expect(summary).toMatchObject({ started: 1, failed: expect.stringContaining('main.r1') });
    expect((await running.round(2)).startedEpoch).toBe(1);
  });

  test('is a flag within the day, with what to do, until the watch succeeds', async () => {
    const running = await twoRounds(unreadable(R1));
    await watch(running, '2026-02-05');
    expect(await flags(running)).toEqual([['watch-failed', ROUND]]);
    expect(await running.store.openFlags('voorbeeld')).toMatchObject([
      { reason: expect.stringMatching(/niet worden nagelopen.*beheerder/) },
    ]);
    const before = running.store.snapshot();
    await watch(running, '2026-02-05');
    expect(running.store.snapshot()).toEqual(before);
    const mended = await repaired(running);
    expect(await watch(mended, '2026-02-06')).not.toHaveProperty('failed');
    expect(await flags(mended)).toEqual([]);
  });

  // The day was done for the others: what this round is owed follows from its rows, on any later day.
  test('does not keep the watch on that day for ever', async () => {
    const running = await twoRounds(unreadable(R1));
    await watch(running, '2026-02-05');
    expect(await running.store.trajectory('voorbeeld')).toMatchObject({ watchedUntil: '2026-02-05' });
  });

  // The guard is `unwatched` in settleFlags: nobody looked whether their cause is gone.
  test('keeps the flags it had', async () => {
    const running = await twoRounds(unreadable(R1));
    const mail = { flag: 'mail-failed', subject: `${ROUND} ${COLLEGES[0]} asked`, reason: 'x' } as const;
    await running.store.raiseFlag({
      kind: 'flag',
      schemaVersion: 1,
      trajectory: 'voorbeeld',
      ...mail,
      raisedAt: LATER,
    });
    await watch(running, '2026-02-05');
    expect(await flags(running)).toContainEqual(['mail-failed', `${ROUND} ${COLLEGES[0]} asked`]);
  });

  test('because the table was away for a moment is tried again with its day, after the others were watched', async () => {
    const running = await twoRounds((_name, row) => row);
    running.store.before('round', () => Promise.reject(new Unavailable('De tabel', new Error('throttled'))));
    await expect(handle(running, '2026-02-05')).rejects.toMatchObject({ name: 'Unavailable' });
    expect((await running.round(2)).startedEpoch).toBe(1);
    expect(await running.store.trajectory('voorbeeld')).not.toHaveProperty('watchedUntil');
    await handle(running, '2026-02-05');
    expect(await flags(running)).toEqual([]);
  });
});

describe('a trajectory that cannot be watched at all', () => {
  test('is a flag too, until the watch succeeds', async () => {
    const running = await twoRounds(unreadable(PLAN));
    expect(await handle(running, '2026-02-05')).toMatchObject([{ failed: expect.any(String) }]);
    expect(await flags(running)).toContainEqual(['watch-failed', 'voorbeeld']);
    const mended = await repaired(running);
    await watch(mended, '2026-02-06');
    expect(await flags(mended)).toEqual([]);
  });

  // The flag of a round that can no longer be read: whether it may go cannot be seen.
  test('is a flag when only its flags cannot be settled', async () => {
    const running = await twoRounds((_name, row) => row);
    running.store.before('openFlags', () => Promise.reject(new TypeError('spoiled')));
    expect(await watch(running, '2026-02-05')).toMatchObject({ started: 1, failed: expect.any(String) });
    expect(await flags(running)).toEqual([['watch-failed', 'voorbeeld']]);
    await running.chain.catchUp();
    await watch(running, '2026-02-06');
    expect(await flags(running)).toEqual([]);
  });

  test('because it does not exist is no flag: there is nothing to look at', async () => {
    const running = await twoRounds((_name, row) => row);
    const handler = createHandler(depsOf(running, '2026-02-05'));
    await handler({ at: LATER, trajectories: ['onbekend'] });
    expect(await running.store.flags('onbekend')).toEqual([]);
  });
});
