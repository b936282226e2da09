import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executionArn } from '../../functions/adapters/executionArn.ts';
import { createStepFunctionsChain } from '../../functions/adapters/stepFunctionsChain.ts';
import type { Chain } from '../../functions/operations/ports.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';
import { roundRow } from './exampleRecord.ts';

const MACHINE = 'arn:aws:states:eu-west-1:111122223333:stateMachine:approval-chain';
const ROUND = roundRow({ epoch: 3 });
const INPUT = '{"trajectory":"voorbeeld","round":"main.r1","epoch":3}';
const TAKEN = { error: 'ExecutionAlreadyExists' } as const;

let stub: AwsStub;
let chain: Chain;
beforeAll(async () => {
  stub = await startAwsStub();
  // As deployed, but for the pauses between the SDK's own tries.
  chain = createStepFunctionsChain(MACHINE, { ...stub.settings, maxAttempts: 1 });
});
afterAll(() => stub.close());

const sent = (index = 0) => JSON.parse(stub.calls[index]?.body ?? '{}') as Record<string, string>;
const actions = () => stub.calls.map(({ action }) => action);
const execution = (changes: object) => ({
  result: { executionArn: executionArn(MACHINE, ROUND), startDate: 0, stateMachineArn: MACHINE, ...changes },
});

describe('starting the execution of a round', () => {
  test('names it after round and epoch, with keys as its only input', async () => {
    stub.answers({ result: { executionArn: 'x', startDate: 0 } });
    await chain.start(ROUND);
    expect(actions()).toEqual(['StartExecution']);
    expect(sent()).toMatchObject({ stateMachineArn: MACHINE, name: 'voorbeeld-main-r1-e3', input: INPUT });
  });

  // Invariant 8. The guard is the branch on ExecutionAlreadyExists.
  test('that was started already, with the same input, is a success', async () => {
    stub.answers(TAKEN, execution({ status: 'RUNNING', input: INPUT }));
    await expect(chain.start(ROUND)).resolves.toBeUndefined();
    expect(actions()).toEqual(['StartExecution', 'DescribeExecution']);
    expect(sent(1)).toEqual({
      executionArn: 'arn:aws:states:eu-west-1:111122223333:execution:approval-chain:voorbeeld-main-r1-e3',
    });
  });

  // The guard is `existing.input !== input`.
  test('whose name another round has is an error, not a start', async () => {
    stub.answers(TAKEN, execution({ status: 'RUNNING', input: INPUT.replace('main', 'andere') }));
    await expect(chain.start(ROUND)).rejects.toMatchObject({
      name: 'Unavailable',
      message: expect.stringContaining('voorbeeld-main-r1-e3 is taken by another round'),
    });
  });

  test.each([
    'ExecutionLimitExceeded',
    'StateMachineDoesNotExist',
    'AccessDeniedException',
    'ThrottlingException',
  ])('that is refused as %s cannot be done now: a start stays owed', async (error) => {
    stub.answers({ error });
    await expect(chain.start(ROUND)).rejects.toMatchObject({ name: 'Unavailable' });
  });
});

describe('the state of an execution', () => {
  test.each([
    ['RUNNING', 'running'],
    ['PENDING_REDRIVE', 'running'],
    ['SUCCEEDED', 'succeeded'],
    ['FAILED', 'dead'],
    ['TIMED_OUT', 'dead'],
    ['ABORTED', 'dead'],
  ])('%s is %s', async (status, state) => {
    stub.answers(execution({ status }));
    expect(await chain.state(ROUND)).toBe(state);
  });

  test('that does not exist, or is gone after 90 days, is absent', async () => {
    stub.answers({ error: 'ExecutionDoesNotExist' });
    expect(await chain.state(ROUND)).toBe('absent');
  });

  // Otherwise a network that fails for a moment would resume every round.
  test('that cannot be asked for is not known: it is not taken for lost', async () => {
    for (const answer of [{ error: 'AccessDeniedException' }, 'broken connection'] as const) {
      stub.answers(answer);
      await expect(chain.state(ROUND)).rejects.toMatchObject({ name: 'Unavailable' });
    }
  });
});

describe('waking a wait', () => {
  test('takes its token and nothing else along', async () => {
    stub.answers({ result: {} });
    expect(await chain.wake('the token')).toBe('woken');
    expect(actions()).toEqual(['SendTaskSuccess']);
    expect(sent()).toEqual({ taskToken: 'the token', output: '{}' });
  });

  // The guard is DEAD_TOKEN: the three names AWS has for it. MiniStack only ever gives the second.
  test.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])(
    '%s says that this token is dead, and is no fault',
    async (error) => {
      stub.answers({ error });
      expect(await chain.wake('the token')).toBe('dead');
    },
  );

  test.each([
    { error: 'InvalidOutput' },
    { error: 'ThrottlingException' },
    { error: 'KmsAccessDeniedException' },
    { error: 'AccessDeniedException' },
    { error: 'InternalFailure', status: 500 },
    'broken connection',
  ] as const)('anything else (%o) says nothing about the token: it is tried again later', async (answer) => {
    stub.answers(answer);
    await expect(chain.wake('the token')).rejects.toMatchObject({ name: 'Unavailable' });
  });

  test('does not put the token in what it throws', async () => {
    stub.answers({ error: 'InvalidOutput' });
    const error: unknown = await chain.wake('the token').catch((reason: unknown) => reason);
    expect(String(error)).not.toContain('the token');
  });
});
