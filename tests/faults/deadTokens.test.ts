import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { executionArn } from '../../functions/adapters/executionArn.ts';
import { auditRowsOf, endpoint, outputs, rowsOf, settings } from '../e2e/deployed.ts';
import { answer, answerAll, untilAsked } from '../e2e/trajectories.ts';
import { until } from '../e2e/until.ts';
import { type FaultyCloud, startFaultyCloud } from './faultyCloud.ts';
import { changesOf, handlersAt, isDone, isRequest } from './inProcess.ts';
import { asked, newTrajectory, R1, type Trajectory } from './trajectories.ts';

const AT = { at: '2026-01-06T10:00:00.000Z', on: '2026-01-06' };
const stepFunctions = new SFNClient(settings);

let cloud: FaultyCloud;
let handlers: ReturnType<typeof handlersAt>;
beforeAll(async () => {
  cloud = await startFaultyCloud(endpoint);
  handlers = handlersAt(cloud.endpoint);
});
afterEach(() => cloud.forget());
afterAll(() => cloud.stop());

const wake = async ({ id }: Trajectory) => isDone(await handlers.moveOn(await changesOf(id, isRequest)));
const wakes = () => cloud.calls.filter(({ operation }) => operation === 'SendTaskSuccess').length;
const everything = async ({ id }: Trajectory) => [...(await rowsOf(id)), ...(await auditRowsOf(id))];
const resumes = async ({ id }: Trajectory) =>
  (await auditRowsOf(id)).flatMap(({ what, details }) => (what === 'resumed' ? [details] : []));

/** Three colleges were asked, two of them have answered, and nobody has been woken. */
async function answered(name: string) {
  const trajectory = await asked(newTrajectory(name, 3), handlers);
  const [one, other, last] = trajectory.colleges as [string, string, string];
  await answerAll(trajectory.id, R1, [one, other], AT);
  const tokens = await Promise.all(
    [one, other].map(async (body) => (await trajectory.request(body))!.token!),
  );
  cloud.forget();
  return { trajectory, one, other, last, tokens };
}

/** Its execution is stopped, and so its tokens are dead; the event that says so, which this returns, is lost. */
async function killed(trajectory: Trajectory, error = 'TaskTimedOut') {
  const round = await trajectory.round();
  const arn = executionArn(outputs.ChainArn, round);
  await stepFunctions.send(new StopExecutionCommand({ executionArn: arn }));
  cloud.arm({ kind: 'refuse', error }, { operation: 'SendTaskSuccess', times: Infinity });
  const input = JSON.stringify({ trajectory: trajectory.id, round: R1, epoch: round.epoch });
  return { detail: { name: arn.split(':').at(-1), status: 'ABORTED', input } };
}

/** The last college answers, and the RAC is asked: by the execution of this epoch. */
async function expectToGoOn(trajectory: Trajectory, last: string, epoch: number): Promise<void> {
  const before = await until(`${trajectory.id} ${last} asked under epoch ${epoch}`, async () => {
    const request = await trajectory.request(last);
    return request?.epoch === epoch && request.token && request;
  });
  cloud.forget();
  await answer(trajectory.id, R1, last, AT);
  expect(await wake(trajectory)).toBe(true);
  await untilAsked(trajectory.id, R1, ['rac']);
  expect(await trajectory.round()).toMatchObject({ stage: 1, epoch, startedEpoch: epoch });
  expect((await trajectory.request(last))?.askedAt).toBe(before.askedAt);
}

describe.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('a token that is dead by %s', (error) => {
  // Guards: functions/adapters/stepFunctionsChain.ts: DEAD_TOKEN
  // Guards: functions/operations/moveRoundOn.ts: (await chain.state(round)) !== 'running'
  test('because an earlier call woke it and died: the round goes on, and that is no fault', async () => {
    const { trajectory, one, other, last, tokens } = await answered('al-gewekt');
    for (const body of tokens) {
      cloud.arm({ kind: 'lose-answer' }, { operation: 'SendTaskSuccess', body });
      expect(await wake(trajectory)).toBe(false);
      cloud.arm({ kind: 'refuse', error }, { operation: 'SendTaskSuccess', body });
    }
    expect(await wake(trajectory)).toBe(true);
    for (const body of [one, other]) expect((await trajectory.request(body))?.wokenAt).toBe(AT.at);
    expect(await resumes(trajectory)).toEqual([]);
    await expectToGoOn(trajectory, last, 1);
  });

  // Guards: functions/operations/moveRoundOn.ts: await resumeAfterFault(store, chain, …)
  test('because its execution is gone: another takes over, and the fault counts once', async () => {
    const { trajectory, last } = await answered('uitvoering-weg');
    await killed(trajectory, error);
    expect(await wake(trajectory)).toBe(true);
    expect(await wake(trajectory)).toBe(true);
    expect(await resumes(trajectory)).toEqual([{ epoch: 2, faults: 1 }]);
    await expectToGoOn(trajectory, last, 2);
  });
});

// Guards: functions/adapters/record/roundWrites.ts: '#status = :open AND #epoch = :epoch' in raiseEpoch
test('two calls that find the same execution gone count one fault', async () => {
  const { trajectory, last } = await answered('samen-hervat');
  const event = await killed(trajectory);
  const other = cloud.arm(
    { kind: 'meanwhile', work: () => handlers.resumeChain(event) },
    { operation: 'TransactWriteItems' },
  );
  expect(await wake(trajectory)).toBe(true);
  expect(other.hits).toBe(1);
  expect(await resumes(trajectory)).toEqual([{ epoch: 2, faults: 1 }]);
  await expectToGoOn(trajectory, last, 2);
});

// Guards: functions/operations/resumeRound.ts: round.epoch !== epoch
test('the status event of an execution that was resumed already, late and twice, counts no other fault', async () => {
  const { trajectory, last } = await answered('late-status');
  const event = await killed(trajectory);
  expect(await wake(trajectory)).toBe(true);
  for (const _again of [1, 2]) expect(await handlers.resumeChain(event)).toEqual({ result: 'not-needed' });
  expect(await resumes(trajectory)).toEqual([{ epoch: 2, faults: 1 }]);
  await expectToGoOn(trajectory, last, 2);
});

// Guards: functions/domain/round/wake.ts: request.wokenAt === undefined
test('a change that is brought twice wakes once', async () => {
  const { trajectory, last } = await answered('tweemaal');
  expect(await wake(trajectory)).toBe(true);
  expect(wakes()).toBe(2);
  const before = await everything(trajectory);
  expect(await wake(trajectory)).toBe(true);
  expect(wakes()).toBe(2);
  expect(await everything(trajectory)).toEqual(before);
  await expectToGoOn(trajectory, last, 1);
});

// Guards: functions/domain/round/wake.ts: request.stage === round.stage
test('a change that is brought when its round is a stage further wakes nobody', async () => {
  const { trajectory, last } = await answered('te-laat');
  await answer(trajectory.id, R1, last, AT);
  const { token } = (await trajectory.request(last))!;
  cloud.arm({ kind: 'lose-answer' }, { operation: 'SendTaskSuccess', body: token! });
  expect(await wake(trajectory)).toBe(false);
  await untilAsked(trajectory.id, R1, ['rac']);
  const before = await trajectory.request(last);
  expect(before?.wokenAt).toBeUndefined();
  cloud.forget();
  expect(await wake(trajectory)).toBe(true);
  expect(wakes()).toBe(0);
  expect(await trajectory.request(last)).toEqual(before);
});
