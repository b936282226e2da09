import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { auditRowsOf, endpoint } from '../e2e/deployed.ts';
import { mailsOf } from '../e2e/mailbox.ts';
import { answer, answerAll, untilAsked } from '../e2e/trajectories.ts';
import { everyCallOf } from './everyCall.ts';
import { type FaultyCloud, startFaultyCloud } from './faultyCloud.ts';
import { changesOf, handlersAt, isDone, isRequest, isTrajectory } from './inProcess.ts';
import { asked, newTrajectory, R1, started, type Trajectory } from './trajectories.ts';

const AT = { at: '2026-01-06T10:00:00.000Z', on: '2026-01-06' };

let cloud: FaultyCloud;
let handlers: ReturnType<typeof handlersAt>;
beforeAll(async () => {
  cloud = await startFaultyCloud(endpoint);
  handlers = handlersAt(cloud.endpoint);
});
afterEach(() => cloud.forget());
afterAll(() => cloud.stop());

const wake = async ({ id }: Trajectory) => isDone(await handlers.moveOn(await changesOf(id, isRequest)));
const entries = async ({ id }: Trajectory, what: string) =>
  (await auditRowsOf(id)).filter((entry) => entry.what === what);
const askedByMail = async ({ id }: Trajectory) =>
  (await mailsOf(id)).flatMap(({ reference, to }) => (reference.endsWith('/asked') ? to : [])).sort();

/** The RAC is asked, by the first execution, and nothing counted as a fault on the way. */
async function expectWentOn(trajectory: Trajectory): Promise<void> {
  await untilAsked(trajectory.id, R1, ['rac']);
  expect(await trajectory.round()).toMatchObject({ stage: 1, epoch: 1, faults: 0 });
  expect(await entries(trajectory, 'resumed')).toEqual([]);
  expect(await entries(trajectory, 'stage-passed')).toHaveLength(1);
}

// Guards: functions/adapters/streamRecords.ts: failed.push(sequence)
// Guards: functions/operations/resumeRound.ts: round.startedEpoch >= round.epoch
test('every call of the waking function may fail, before or after: brought again it wakes, and nobody is asked twice', async () => {
  const trajectory = await asked(newTrajectory('wekken', 10), handlers);
  await handlers.sendMails(await changesOf(trajectory.id, isRequest));
  const [first, ...others] = trajectory.colleges;
  await answer(trajectory.id, R1, first!, AT);
  const failing = await everyCallOf(cloud, () => wake(trajectory));
  expect(failing.map(({ name }) => name)).toEqual(
    ['GetItem (call 1)', 'Query (call 2)', 'SendTaskSuccess (call 3)', 'UpdateItem (call 4)'].flatMap(
      (call) => [`the ${call} fails before`, `the ${call} fails after`],
    ),
  );
  for (const { name, arm } of failing) {
    const body = others.shift()!;
    await answer(trajectory.id, R1, body, AT);
    arm();
    expect(await wake(trajectory), name).toBe(false);
    expect(await wake(trajectory), name).toBe(true);
    expect((await trajectory.request(body))?.wokenAt, name).toBe(AT.at);
  }
  await answerAll(trajectory.id, R1, others, AT);
  expect(await wake(trajectory)).toBe(true);
  await expectWentOn(trajectory);
  await handlers.sendMails(await changesOf(trajectory.id, isRequest));
  expect(await askedByMail(trajectory)).toEqual(
    [...trajectory.colleges, 'rac'].map(trajectory.addressOf).sort(),
  );
});

// Guards: functions/adapters/stepFunctionsChain.ts: error.name !== 'ExecutionAlreadyExists'
// Guards: functions/handlers/move-on/handler.ts: if (first.kind === 'trajectory') for (const round of …)
test('every call of the starting function may fail, before or after: brought again it opens and starts once', async () => {
  const clean = await started(newTrajectory('starten'));
  const open = async ({ id }: Trajectory) => isDone(await handlers.moveOn(await changesOf(id, isTrajectory)));
  const failing = await everyCallOf(cloud, () => open(clean));
  expect(cloud.calls.map(({ operation }) => operation)).toContain('StartExecution');
  const trajectories = await Promise.all(failing.map(() => started(newTrajectory('starten'))));
  for (const [index, { name, arm }] of failing.entries()) {
    const trajectory = trajectories[index]!;
    arm();
    expect(await open(trajectory), name).toBe(false);
    expect(await open(trajectory), name).toBe(true);
  }
  for (const trajectory of trajectories) {
    await untilAsked(trajectory.id, R1, trajectory.colleges);
    expect(await trajectory.round()).toMatchObject({ epoch: 1, startedEpoch: 1, faults: 0 });
    expect(await entries(trajectory, 'round-opened')).toHaveLength(1);
  }
});
