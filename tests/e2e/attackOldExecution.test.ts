import { expect, test } from 'vitest';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { resumeAfterFault } from '../../functions/operations/resumeRound.ts';
import { weighRound } from '../../functions/operations/weighRound.ts';
import { besluitketenHere } from './commandLine.ts';
import { auditRowsOf, chain, rowsOf, store } from './deployed.ts';
import {
  endingOf,
  killExecution,
  loseExecution,
  R1,
  raiseUnheard,
  roundNow,
  startInConsole,
  timeOut,
  untilWorking,
} from './executions.ts';
import { BY, COLLEGES, startedTrajectory } from './trajectories.ts';
import { until } from './until.ts';
import { expectOneOfEach, finishRound } from './wholeRound.ts';

const AT = '2025-12-10T09:00:00.000Z';

/**
 * Guards: workflows/askBodies.ts: ConditionExpression: '… AND #epoch <= :epoch'
 * Guards: functions/operations/weighRound.ts: if (round.epoch > epoch) return 'Superseded'
 */
test('an execution that goes on after a newer one was started is superseded, and takes no wait from it', async () => {
  const plan = await startedTrajectory('outlived');
  const [first, ...others] = await store.requestsOfRound(plan.id, R1);
  expect(await resumeAfterFault(store, chain, plan.id, await roundNow(plan), 1, AT)).toBe('resumed');
  await untilWorking(plan, 2);
  const before = [await rowsOf(plan.id), await auditRowsOf(plan.id)];

  // The old execution still waits: one of its waits times out, as at a redrive, and would join its request again.
  await timeOut(first!);
  for (const { token } of others) expect(await chain.wake(token!)).toBe('woken');
  expect(await endingOf(`${plan.id}-process-proposal-r1-e1`)).toBe('Superseded');
  expect([await rowsOf(plan.id), await auditRowsOf(plan.id)]).toEqual(before);

  await finishRound(plan);
  await expectOneOfEach(plan);
  expect(await endingOf(`${plan.id}-process-proposal-r1-e2`)).toBe('RoundConcluded');
});

/** Guards: functions/adapters/record/roundWrites.ts: advanceRound: `… AND #epoch = :epoch AND …` */
test('an execution that is overtaken while it weighs passes nothing; the newer one passes it once', async () => {
  const plan = await startedTrajectory('overtaken');
  const epoch = await loseExecution(plan);
  // Nobody is woken for these answers: only who weighs now sees them.
  const unheard: typeof store = {
    ...store,
    writeAnswer: (request, ...rest) => store.writeAnswer({ ...request, lastWrite: 'unheard' }, ...rest),
  };
  for (const body of COLLEGES) {
    const adopted = { trajectory: plan.id, round: R1, body, outcome: 'adopted', on: '2025-12-02' } as const;
    await recordDecision(unheard, adopted, '2025-12-02T06:00:00.000Z', BY);
  }
  const overtaken = {
    ...store,
    advanceRound: async (...write: Parameters<typeof store.advanceRound>) => {
      await raiseUnheard(plan, { epoch: epoch + 1, startedEpoch: epoch });
      return store.advanceRound(...write);
    },
  };
  const keys = { trajectory: plan.id, round: R1, epoch };
  expect(await weighRound(overtaken, keys)).toEqual({ ending: 'Superseded' });
  expect(await roundNow(plan)).toMatchObject({ epoch: epoch + 1, stage: 0, status: 'open' });

  await besluitketenHere(['watch', '--at', '2025-12-02T07:30', '--trajectory', plan.id]);
  await finishRound(plan);
  await expectOneOfEach(plan);
  expect(await roundNow(plan)).toMatchObject({ epoch: epoch + 1, startedEpoch: epoch + 1 });
});

/** Guards: workflows/askBodies.ts: join.addCatch(answered, { errors: CONDITION_FAILED, ...input }) */
test('an execution that an administrator drives again asks nobody twice, whether or not a newer one works', async () => {
  const plan = await startedTrajectory('redriven');
  await killExecution(plan);
  await untilWorking(plan, 2);
  const before = [await rowsOf(plan.id), await auditRowsOf(plan.id)];
  // The local cloud has no redrive: another execution with the input of the stopped one.
  const old = await startInConsole(plan, `${plan.id}-redriven-e1`, 1);
  expect(await endingOf(old)).toBe('Superseded');
  expect([await rowsOf(plan.id), await auditRowsOf(plan.id)]).toEqual(before);

  const waits = await store.requestsOfRound(plan.id, R1);
  const current = await startInConsole(plan, `${plan.id}-redriven-e2`, 2);
  await until('the one driven again waits for everybody', async () => {
    const joined = await store.requestsOfRound(plan.id, R1);
    return joined.every(({ token }) => !waits.some((wait) => wait.token === token));
  });
  await finishRound(plan);
  await expectOneOfEach(plan);
  expect(await endingOf(current)).toBe('RoundConcluded');
  // What it took the waits from joins a decided request when they time out, and ends as the round did.
  await Promise.all(waits.map(timeOut));
  expect(await endingOf(`${plan.id}-process-proposal-r1-e2`)).toBe('RoundConcluded');
  await expectOneOfEach(plan);
});
