import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeadLetters } from '../../functions/adapters/intake/deadLetters.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

const MESSAGE = {
  source: 'zaken',
  speaks: 'zgw',
  receivedAt: '2026-02-04T09:00:00.000Z',
  messageKey: 'a'.repeat(32),
  content: '{}',
};
const received = (...bodies: readonly string[]) => ({
  result: {
    Messages: bodies.map((Body, index) => ({
      MessageId: `m${index}`,
      ReceiptHandle: `r${index}`,
      Body,
      Attributes: { SentTimestamp: '1770195600000', ApproximateReceiveCount: '91' },
    })),
  },
});
const NONE = { result: {} };

let stub: AwsStub;
beforeAll(async () => {
  stub = await startAwsStub();
});
afterAll(() => stub.close());

const letters = (byHand = false) =>
  createDeadLetters(
    { queue: 'https://sqs.example/1/queue', deadLetters: 'https://sqs.example/1/dead', byHand },
    // What is answered is made up here: no checksums of a real queue.
    { ...stub.settings, maxAttempts: 1, md5: false },
  );
const actions = () => stub.calls.map(({ action }) => action);
const sent = (index: number) => JSON.parse(stub.calls[index]?.body ?? '{}') as Record<string, unknown>;

describe('looking', () => {
  test('shows each once, also what is no message of ours, and takes none away or out of sight', async () => {
    stub.answers(
      received(JSON.stringify(MESSAGE), 'iets anders'),
      received(JSON.stringify(MESSAGE)),
      NONE,
      NONE,
    );
    expect(await letters().look(10)).toEqual([
      { id: 'm0', receivedAt: MESSAGE.receivedAt, message: MESSAGE, times: 91 },
      { id: 'm1', receivedAt: '2026-02-04T09:00:00.000Z', message: undefined, times: 91 },
    ]);
    expect(actions()).toEqual([
      'ReceiveMessage',
      'ReceiveMessage',
      'ChangeMessageVisibilityBatch',
      'ChangeMessageVisibilityBatch',
    ]);
    expect(sent(2)).toMatchObject({
      Entries: [
        { ReceiptHandle: 'r0', VisibilityTimeout: 0 },
        { ReceiptHandle: 'r1', VisibilityTimeout: 0 },
      ],
    });
  });

  test('counts also what somebody else looks at', async () => {
    stub.answers({
      result: {
        Attributes: { ApproximateNumberOfMessages: '2', ApproximateNumberOfMessagesNotVisible: '1' },
      },
    });
    expect(await letters().count()).toBe(3);
  });
});

describe('sending back', () => {
  test('is done by SQS itself, to the queue by name', async () => {
    const of = (name: string, count = '3') => ({
      result: { Attributes: { QueueArn: `arn:${name}`, ApproximateNumberOfMessages: count } },
    });
    stub.answers(of('dead'), of('queue'), { result: { TaskHandle: 't' } });
    expect(await letters().redrive()).toBe(3);
    expect(actions()).toEqual(['GetQueueAttributes', 'GetQueueAttributes', 'StartMessageMoveTask']);
    expect(sent(2)).toEqual({ SourceArn: 'arn:dead', DestinationArn: 'arn:queue' });
    stub.answers(of('dead', '0'));
    expect(await letters().redrive()).toBe(0);
  });

  // Guards: functions/adapters/intake/deadLetters.ts: SendMessageCommand before DeleteMessageCommand
  test('by hand puts a message into the queue before it takes it out of the other: never lost, at most twice', async () => {
    stub.answers(received('een'), NONE, NONE, NONE);
    expect(await letters(true).redrive()).toBe(1);
    expect(actions()).toEqual(['ReceiveMessage', 'SendMessage', 'DeleteMessage', 'ReceiveMessage']);
    expect(sent(1)).toMatchObject({ QueueUrl: 'https://sqs.example/1/queue', MessageBody: 'een' });
    expect(sent(2)).toMatchObject({ QueueUrl: 'https://sqs.example/1/dead', ReceiptHandle: 'r0' });
    stub.answers(received('een'), { error: 'AccessDenied' });
    await expect(letters(true).redrive()).rejects.toMatchObject({ name: 'Unavailable' });
    expect(actions()).not.toContain('DeleteMessage');
  });
});
