import { expect, test } from 'vitest';
import { MOST_FAULTS } from '../../functions/operations/resumeRound.ts';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { chain, store } from './deployed.ts';
import { killExecution, R1, statusOfExecution, untilWorking } from './executions.ts';
import {
  answer,
  answerAll,
  atRest,
  COLLEGES,
  startedTrajectory,
  untilAsked,
  untilRound,
} from './trajectories.ts';
import { until } from './until.ts';
import { expectOneOfEach, finishRound } from './wholeRound.ts';

test('a killed execution is resumed under a new epoch, and the round ends with everybody asked once', async () => {
  const plan = await startedTrajectory('killed');
  await answer(plan.id, R1, 'GM0072/college');
  await atRest(plan);
  const askedBefore = await store.requestsOfRound(plan.id, R1);
  await killExecution(plan);
  await untilWorking(plan, 2);

  const refused = await besluitketen(['resume', plan.id, R1, '--json']);
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^ALREADY_RUNNING: .+\n$/);

  for (const request of await store.requestsOfRound(plan.id, R1)) {
    const before = askedBefore.find(({ body }) => body === request.body);
    expect(request.askedAt).toBe(before?.askedAt);
    if (request.status === 'open') expect(request.token).not.toBe(before?.token);
  }
  await finishRound(plan);
  await expectOneOfEach(plan);
  expect(await untilRound(plan.id, R1, 'is concluded', () => true)).toMatchObject({
    epoch: 2,
    verdict: 'agreed',
  });
  await until(
    'the second execution ended well',
    async () => (await statusOfExecution(plan, 2)) === 'SUCCEEDED',
  );
  expect(await statusOfExecution(plan, 1)).toBe('ABORTED');
});

test('an execution killed while its last answer is recorded loses nothing', async () => {
  const plan = await startedTrajectory('killed-late');
  await answerAll(plan.id, R1, COLLEGES.slice(0, 3));
  await Promise.all([killExecution(plan), answer(plan.id, R1, 'GM1940/college')]);
  await untilRound(plan.id, R1, 'is past the colleges', ({ stage }) => stage === 1);
  await untilAsked(plan.id, R1, ['rac']);
  await finishRound(plan);
  await expectOneOfEach(plan);
});

test('an execution that keeps failing is resumed a few times, then a flag says what a person can do', async () => {
  const plan = await startedTrajectory('killed-often');
  for (let epoch = 1; epoch <= MOST_FAULTS; epoch++) {
    await killExecution(plan);
    await untilWorking(plan, epoch + 1);
  }
  await killExecution(plan);
  const [flag] = await until('a flag is raised', async () => {
    const flags = await store.flags(plan.id);
    return flags.length > 0 && flags;
  });
  expect(flag).toMatchObject({ flag: 'stuck', subject: R1 });
  expect(flag?.reason).toContain(`besluitketen resume ${plan.id} ${R1}`);
  const { stdout } = await besluitketenHere(['status', plan.id]);
  expect(stdout).toContain(flag!.reason);

  const round = await store.round(plan.id, { family: 'process-proposal', number: 1 });
  expect(await chain.state(round!)).toBe('dead');
  const resumed = await besluitketen(['resume', plan.id, R1, '--json']);
  expect(resumed).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(resumed.stdout)).toEqual({ trajectory: plan.id, round: R1, epoch: MOST_FAULTS + 2 });
  await untilWorking(plan, MOST_FAULTS + 2);
  await finishRound(plan);
  await expectOneOfEach(plan);

  await besluitketenHere(['watch', '--at', '2025-12-17', '--trajectory', plan.id]);
  expect(await store.openFlags(plan.id)).toEqual([]);
});
