import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMessageQueue } from '../../functions/adapters/intake/messageQueue.ts';
import { type QueuedMessage, queuedMessageSchema } from '../../functions/domain/intake/queuedMessage.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

const MESSAGE: QueuedMessage = {
  source: 'harlingen',
  speaks: 'zgw',
  receivedAt: '2026-02-04T09:00:00.000Z',
  messageKey: '0'.repeat(32),
  content: '{"kanaal":"besluiten"}',
};
let stub: AwsStub;
beforeAll(async () => {
  stub = await startAwsStub();
});
afterAll(() => stub.close());

async function sent(message: QueuedMessage): Promise<string> {
  stub.answers({ result: { MessageId: 'm' } });
  await createMessageQueue('https://sqs.example/1/q', { ...stub.settings, md5: false }).send(message);
  return (JSON.parse(stub.calls[0]?.body ?? '') as { MessageBody: string }).MessageBody;
}

test('a message is in the queue as the worker reads it', async () => {
  expect(queuedMessageSchema.parse(JSON.parse(await sent(MESSAGE)))).toEqual(MESSAGE);
});

// Guards: functions/adapters/intake/messageQueue.ts: .replace(/[\uFFFE\uFFFF]/g, …)
test('what SQS would refuse, or replace, travels as an escape', async () => {
  const content = JSON.stringify({ tekst: '\uFFFE\uFFFF\uD800\u0000 é€😀' });
  const body = await sent({ ...MESSAGE, content });
  // The characters that a message may have: SQS API reference, SendMessage.
  expect(body).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  expect(queuedMessageSchema.parse(JSON.parse(body)).content).toBe(content);
});

test('the largest message there is fits, however much of it must be escaped', async () => {
  const content = `["${'\\"'.repeat(32_760)}"]`;
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(65_536);
  // 256 KiB was the limit for years, and is that of the local cloud; it is 1 MiB now (SQS quotas).
  expect(Buffer.byteLength(await sent({ ...MESSAGE, content }))).toBeLessThan(256 * 1024);
});

test('a queue that does not take it is an Unavailable, and no error of the SDK', async () => {
  stub.answers({ error: 'OverLimit' });
  const queue = createMessageQueue('https://sqs.example/1/q', { ...stub.settings, maxAttempts: 1 });
  await expect(queue.send(MESSAGE)).rejects.toThrow(Unavailable);
});
