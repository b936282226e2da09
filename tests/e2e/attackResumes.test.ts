import { expect, test } from 'vitest';
import { resumeByHand } from '../../functions/operations/resumeByHand.ts';
import { resumeAfterFault } from '../../functions/operations/resumeRound.ts';
import { besluitketen } from './commandLine.ts';
import { auditRowsOf, chain, store } from './deployed.ts';
import { executionsOf, loseExecution, R1, roundNow, untilWorking } from './executions.ts';
import { startedTrajectory } from './trajectories.ts';
import { expectOneOfEach, finishRound } from './wholeRound.ts';

/** Guards: functions/adapters/record/roundWrites.ts: raiseEpoch: '#status = :open AND #epoch = :epoch' */
test('of resumes at the same moment, by hand or after a fault, exactly one raises the epoch and starts', async () => {
  const plan = await startedTrajectory('resumed-at-once');
  const epochsResumed = async () =>
    (await auditRowsOf(plan.id))
      .filter(({ what }) => what === 'resumed')
      .map(({ details }) => (details as { epoch: number }).epoch);

  const lost = await loseExecution(plan);
  const round = await roundNow(plan);
  // Each at a moment of its own: two that succeed would be two entries.
  const moment = (second: number) => `2025-12-10T09:00:0${second}.000Z`;
  const results = await Promise.allSettled([
    ...[1, 2].map((second) =>
      resumeByHand(store, chain, plan.id, R1, moment(second), { by: 'beheerder', via: 'command-line' }),
    ),
    ...[3, 4, 5].map((second) => resumeAfterFault(store, chain, plan.id, round, lost, moment(second))),
  ]);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'ALREADY_RUNNING' });
    else expect([lost + 1, 'resumed', 'not-needed']).toContain(result.value);
  }
  expect(await epochsResumed()).toEqual([lost + 1]);
  await untilWorking(plan, lost + 1);

  const lostAgain = await loseExecution(plan);
  const command = ['resume', plan.id, R1, '--json'];
  const commands = await Promise.all([besluitketen(command), besluitketen(command)]);
  for (const { exitCode, stdout, stderr } of commands) {
    if (exitCode === 0) expect(JSON.parse(stdout)).toMatchObject({ epoch: lostAgain + 1 });
    else expect(stderr).toMatch(/^ALREADY_RUNNING: /);
  }
  expect(commands.map(({ exitCode }) => exitCode)).toContain(0);
  expect(await epochsResumed()).toEqual([lost + 1, lostAgain + 1]);
  await untilWorking(plan, lostAgain + 1);
  expect(await executionsOf(plan.id)).toHaveLength(lostAgain + 1);

  await finishRound(plan);
  await expectOneOfEach(plan);
});
