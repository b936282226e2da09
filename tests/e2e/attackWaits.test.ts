import { expect, test } from 'vitest';
import { auditRowsOf, store } from './deployed.ts';
import { endingOf, executionsOf, killExecution, R1, roundNow, timeOut, untilWorking } from './executions.ts';
import { answer, atRest, startedTrajectory, untilAsked, untilRound } from './trajectories.ts';
import { until } from './until.ts';
import { assentOf, expectOneOfEach, STAGES } from './wholeRound.ts';

/**
 * Guards: workflows/askBodies.ts: ConditionExpression: 'attribute_not_exists(pk)'
 * Guards: workflows/askBodies.ts: errors: [...CONDITION_FAILED, 'States.Timeout'] (the first of the two)
 */
test('an execution that is stopped at every wait of its round asks everybody once and drops no answer', async () => {
  const plan = await startedTrajectory('stopped');
  const askedAt = new Map<string, string | undefined>();
  let epoch = 1;
  for (const stage of STAGES) {
    await untilAsked(plan.id, R1, stage);
    await atRest(plan);
    for (const { body, askedAt: moment } of await store.requestsOfRound(plan.id, R1)) {
      if (stage.includes(body)) askedAt.set(body, moment);
    }
    for (const body of stage) {
      await killExecution(plan);
      await untilWorking(plan, ++epoch);
      await answer(plan.id, R1, body, { outcome: assentOf(stage) });
    }
  }
  await untilRound(plan.id, R1, 'is concluded', ({ status }) => status === 'concluded');
  await atRest(plan);

  const requests = await store.requestsOfRound(plan.id, R1);
  expect(new Map(requests.map((request) => [request.body, request.askedAt]))).toEqual(askedAt);
  expect(requests.map(({ status }) => status)).toEqual(requests.map(() => 'decided'));
  await expectOneOfEach(plan);
  expect(await roundNow(plan)).toMatchObject({ epoch, verdict: 'agreed' });
  expect(await executionsOf(plan.id)).toHaveLength(epoch);
  expect(await endingOf(`${plan.id}-process-proposal-r1-e${epoch}`)).toBe('RoundConcluded');
});

/**
 * Guards: workflows/askBodies.ts: errors: [...CONDITION_FAILED, 'States.Timeout'] (the second of the two)
 * Guards: workflows/askBodies.ts: join.addCatch(join, { errors: ['States.Timeout'], ...input })
 */
test('a wait that times out is taken up again: no fault, nobody asked anew, and no answer lost by it', async () => {
  const plan = await startedTrajectory('timed-out');
  const before = await store.requestsOfRound(plan.id, R1);
  let waits = before;
  for (const _time of ['asked', 'joined']) {
    await Promise.all(waits.map(timeOut));
    const dead = new Set(waits.map(({ token }) => token));
    waits = await until('everybody is waited for again', async () => {
      const requests = await store.requestsOfRound(plan.id, R1);
      return requests.every(({ token }) => !dead.has(token)) && requests;
    });
  }
  const asked = waits.map(({ body, askedAt, epoch, mails }) => ({ body, askedAt, epoch, mails }));
  expect(before).toMatchObject(asked);

  const [first, ...others] = waits;
  await Promise.all([timeOut(first!), answer(plan.id, R1, first!.body)]);
  for (const { body } of others) await answer(plan.id, R1, body);
  await untilAsked(plan.id, R1, ['rac']);
  expect(await roundNow(plan)).toMatchObject({ epoch: 1, faults: 0, stage: 1 });
  expect((await auditRowsOf(plan.id)).filter(({ what }) => what === 'resumed')).toEqual([]);
  expect(await executionsOf(plan.id)).toHaveLength(1);
});
