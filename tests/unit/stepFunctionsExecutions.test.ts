import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStepFunctionsExecutions } from '../../functions/adapters/stepFunctionsExecutions.ts';
import type { Executions } from '../../functions/operations/executions/ports.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';
import { roundRow } from './exampleRecord.ts';
import { SECRET_TOKEN } from './portalRecord.ts';

const MACHINE = 'arn:aws:states:eu-west-1:111122223333:stateMachine:approval-chain';
const ARN = 'arn:aws:states:eu-west-1:111122223333:execution:approval-chain:voorbeeld-main-r1-e3';
const ROUND = roundRow({ epoch: 3 });
const SECRET = `{"token":"${SECRET_TOKEN}"}`;

let stub: AwsStub;
let executions: Executions;
beforeAll(async () => {
  stub = await startAwsStub();
  executions = createStepFunctionsExecutions(`${MACHINE}:live`, { ...stub.settings, maxAttempts: 1 });
});
afterAll(() => stub.close());

const sent = (index = 0) => JSON.parse(stub.calls[index]?.body ?? '{}') as Record<string, unknown>;

/** Every kind of event that AWS gives data or a cause with, each with a token in it. */
const EVENTS = [
  { type: 'ExecutionStarted', executionStartedEventDetails: { input: SECRET } },
  {
    type: 'TaskStateEntered',
    stateEnteredEventDetails: { name: 'CollegesDecide: ask', input: SECRET },
  },
  {
    type: 'TaskScheduled',
    taskScheduledEventDetails: {
      resourceType: 'aws-sdk:dynamodb',
      resource: 'putItem.waitForTaskToken',
      region: 'eu-west-1',
      parameters: SECRET,
    },
  },
  {
    type: 'TaskFailed',
    taskFailedEventDetails: {
      resourceType: 'aws-sdk:dynamodb',
      resource: 'putItem.waitForTaskToken',
      error: 'DynamoDb.ConditionalCheckFailedException',
      cause: SECRET,
    },
  },
  {
    type: 'TaskTimedOut',
    taskTimedOutEventDetails: {
      resourceType: 'x',
      resource: 'updateItem.waitForTaskToken',
      error: 'States.Timeout',
      cause: SECRET,
    },
  },
  { type: 'TaskSucceeded', taskSucceededEventDetails: { resourceType: 'x', resource: 'y', output: SECRET } },
  { type: 'TaskStateExited', stateExitedEventDetails: { name: 'CollegesDecide: ask', output: SECRET } },
  { type: 'ExecutionFailed', executionFailedEventDetails: { error: SECRET_TOKEN, cause: SECRET } },
].map((event, index) => ({
  timestamp: 1_770_000_000 + index,
  id: index + 1,
  previousEventId: index,
  ...event,
}));

describe('the history of an execution', () => {
  test('is asked for without the data that went through it, page by page', async () => {
    stub.answers(
      { result: { events: EVENTS.slice(0, 2), nextToken: 'verder' } },
      { result: { events: EVENTS.slice(2) } },
    );
    const history = await executions.history(ROUND);
    expect(history).toMatchObject({ more: false, events: EVENTS.map(({ id }) => ({ id })) });
    expect(sent()).toMatchObject({ executionArn: ARN, includeExecutionData: false });
    expect(sent(1)).toMatchObject({ nextToken: 'verder' });
  });

  // Invariant 4. Guards: stepFunctionsExecutions.ts: eventOf takes over by name; errorName: the shape of a name.
  test('holds no token, wherever AWS puts one', async () => {
    stub.answers({ result: { events: EVENTS } });
    const history = await executions.history(ROUND);
    expect(JSON.stringify(history)).not.toContain('secret');
    expect(history?.events[1]).toMatchObject({ type: 'TaskStateEntered', state: 'CollegesDecide: ask' });
    expect(history?.events[3]).toMatchObject({
      resource: 'putItem.waitForTaskToken',
      error: 'DynamoDb.ConditionalCheckFailedException',
    });
    expect(history?.events.at(-1)).toMatchObject({ error: 'onbekende fout' });
  });

  // Guards: stepFunctionsExecutions.ts: call < MOST_CALLS.
  test('that has no end is read so far, and says so', async () => {
    stub.answers({ result: { events: EVENTS, nextToken: 'verder' } });
    expect(await executions.history(ROUND)).toMatchObject({ more: true });
    expect(stub.calls).toHaveLength(5);
  });

  test('that AWS has wiped is undefined, and so is what became of it', async () => {
    stub.answers({ error: 'ExecutionDoesNotExist' });
    expect(await executions.history(ROUND)).toBeUndefined();
    expect(await executions.facts(ROUND)).toBeUndefined();
  });

  test('that cannot be reached is unavailable', async () => {
    stub.answers('broken connection');
    await expect(executions.history(ROUND)).rejects.toMatchObject({ name: 'Unavailable' });
  });
});

test('what became of an execution is asked without its input and output', async () => {
  stub.answers({
    result: {
      executionArn: ARN,
      stateMachineArn: MACHINE,
      status: 'TIMED_OUT',
      startDate: 1_770_000_000,
      stopDate: 1_770_000_060,
      input: SECRET,
      error: 'States.Timeout',
      cause: SECRET,
    },
  });
  expect(await executions.facts(ROUND)).toEqual({
    status: 'timed-out',
    startedAt: '2026-02-02T02:40:00.000Z',
    endedAt: '2026-02-02T02:41:00.000Z',
    error: 'States.Timeout',
  });
  expect(sent()).toEqual({ executionArn: ARN, includedData: 'METADATA_ONLY' });
});

test('what runs is listed of the machine itself, page by page', async () => {
  const listed = (name: string, nextToken?: string) => ({
    result: {
      executions: [{ executionArn: name, stateMachineArn: MACHINE, name, status: 'RUNNING', startDate: 0 }],
      ...(nextToken && { nextToken }),
    },
  });
  stub.answers(listed('a', 'verder'), listed('b'));
  expect(await executions.running()).toEqual({ names: new Set(['a', 'b']), complete: true });
  expect(sent()).toMatchObject({ stateMachineArn: MACHINE, statusFilter: 'RUNNING' });
  stub.answers(listed('a', 'verder'));
  expect(await executions.running()).toMatchObject({ complete: false });
});
