import { expect, test } from 'vitest';
import { createDailyWatch } from '../../functions/adapters/dailyWatch.ts';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import type { WatchSummary } from '../../functions/operations/watchDay.ts';
import { besluitketenHere } from './commandLine.ts';
import { auditRowsOf, chain, outputs, settings, store } from './deployed.ts';
import { executionsOf, loseExecution, R1, raiseUnheard, roundNow, untilWorking } from './executions.ts';
import {
  answer,
  BY,
  COLLEGES,
  copyOfPlan,
  FIRST_DAY,
  type PlanCopy,
  startedTrajectory,
} from './trajectories.ts';
import { expectOneOfEach, finishRound } from './wholeRound.ts';

const TUESDAY = { on: '2025-12-02', at: '2025-12-02T06:00:00.000Z' };

const WEDNESDAY = '2025-12-03T06:30:00.000Z';
const watch = createDailyWatch(outputs.WatchArn, settings);

/** What the watch of a moment did for one trajectory, on all the days it had to do. */
async function watched({ id }: PlanCopy, at: string) {
  const result = await besluitketenHere(['watch', '--at', at, '--trajectory', id, '--json']);
  expect(result).toMatchObject({ exitCode: 0, stderr: '' });
  const { days } = JSON.parse(result.stdout) as { days: WatchSummary[] };
  const sum = (of: 'started' | 'resumed') => days.reduce((all, day) => all + day[of], 0);
  return { started: sum('started'), resumed: sum('resumed') };
}

/** Guards: functions/operations/watchDay.ts: if (… && (await chain.state(seen)) !== 'running') { … } in watchRound */
test('an execution of whose end nobody heard is resumed by the next watch, once, and nothing is lost', async () => {
  const plan = await startedTrajectory('unheard');
  await answer(plan.id, R1, COLLEGES[0], TUESDAY);
  const epoch = await loseExecution(plan);
  await answer(plan.id, R1, COLLEGES[1], TUESDAY);
  expect(await chain.state(await roundNow(plan))).toBe('dead');

  expect(await watched(plan, '2025-12-02T07:30')).toEqual({ started: 0, resumed: 1 });
  await untilWorking(plan, epoch + 1);
  expect(await watched(plan, '2025-12-02T07:30')).toEqual({ started: 0, resumed: 0 });

  // Its history may be gone, too, after 90 days: no execution has this name.
  await raiseUnheard(plan, { epoch: epoch + 2, startedEpoch: epoch + 2 });
  expect(await chain.state(await roundNow(plan))).toBe('absent');
  const atOnce = await Promise.all([1, 2].map(() => watch.run({ at: WEDNESDAY, trajectory: plan.id })));
  expect(
    atOnce
      .flat()
      .map(({ resumed }) => resumed)
      .sort(),
  ).toEqual([0, 1]);
  await untilWorking(plan, epoch + 3);
  expect((await store.openFlags(plan.id)).filter(({ flag }) => flag === 'stuck')).toEqual([]);

  await finishRound(plan);
  await expectOneOfEach(plan);
});

/** Guards: functions/operations/watchDay.ts: seen.startedEpoch === seen.epoch && (in watchRound) */
test('a round whose row was written and whose execution was not started is started under its own epoch', async () => {
  const plan = copyOfPlan('not-started');
  const at = momentOf(FIRST_DAY);
  await startTrajectory(deaf, plan.plan, plan.id, 'real', at, BY);
  const trajectory = (await store.trajectory(plan.id))!;
  // Guards: functions/adapters/record/expressions.ts: put: condition = 'attribute_not_exists(pk)'
  const hours = ['06', '07', '08', '09'];
  const together = meeting(hours.length);
  const openedAtOnce: typeof store = {
    ...deaf,
    openMilestone: async (...write) => {
      await together();
      return deaf.openMilestone(...write);
    },
  };
  const openings = await Promise.all(
    hours.map((hour) => openMilestones(openedAtOnce, trajectory, `2025-12-01T${hour}:30:00.000Z`)),
  );
  expect(openings.flatMap(({ rounds }) => rounds)).toHaveLength(1);
  expect((await auditRowsOf(plan.id)).map(({ what }) => what).sort()).toEqual(['round-opened', 'started']);
  expect(await roundNow(plan)).toMatchObject({ epoch: 1, startedEpoch: 0 });
  expect(await chain.state(await roundNow(plan))).toBe('absent');

  expect(await watched(plan, '2025-12-02T07:30')).toEqual({ started: 1, resumed: 0 });
  await untilWorking(plan, 1);
  // The same between a resume and its start: the epoch was raised, and that was all.
  await raiseUnheard(plan, { epoch: 2, startedEpoch: 1 });
  expect(await watched(plan, '2025-12-03T07:30')).toEqual({ started: 1, resumed: 0 });
  await untilWorking(plan, 2);
  expect(await watched(plan, '2025-12-03T07:30')).toEqual({ started: 0, resumed: 0 });
  expect(await executionsOf(plan.id)).toEqual(
    [1, 2].map((epoch) => `${plan.id}-process-proposal-r1-e${epoch}`),
  );
  expect(await roundNow(plan)).toMatchObject({ epoch: 2, startedEpoch: 2, faults: 0 });
});

/** The record, with no stream behind it: no follower acts on what is written here. */
const deaf: typeof store = {
  ...store,
  startTrajectory: (trajectory, ...rest) =>
    store.startTrajectory({ ...trajectory, lastWrite: 'unheard' }, ...rest),
  openMilestone: (row, round, ...rest) =>
    store.openMilestone(row, round && { ...round, lastWrite: 'unheard' }, ...rest),
};

/** Lets nobody through until so many have come: all have read before anybody writes. */
function meeting(expected: number): () => Promise<void> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let come = 0;
  return () => {
    if (++come === expected) open();
    return opened;
  };
}
