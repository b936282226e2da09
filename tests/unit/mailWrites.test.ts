import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordStore } from '../../functions/adapters/record/createRecordStore.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

let stub: AwsStub;
let store: RecordStore;
beforeAll(async () => {
  stub = await startAwsStub();
  store = createRecordStore(createTable('record', { ...stub.settings, maxAttempts: 1 }));
});
afterAll(() => stub.close());

const CLAIM = { claimedUntil: '2026-06-16T05:46:00.000Z', attempts: 1 };
const NOW = '2026-06-16T05:30:00.000Z';
const updates = () => stub.calls.map(({ body }) => JSON.parse(body).UpdateExpression as string);

// Guards: functions/adapters/record/mailWrites.ts: `giveMails`, without which DynamoDB refuses the path as invalid.
test('a reminder of a milestone that was opened before there were reminders can be claimed', async () => {
  stub.answers({ result: {} });
  expect(await store.claimMail({ trajectory: 'voorbeeld', milestone: 'prepare' }, 'k', CLAIM, NOW)).toBe(
    true,
  );
  expect(updates()).toEqual([
    'SET mails = :none, lastWrite = :claimed',
    'SET mails.#key = :claim, lastWrite = :claimed',
  ]);
});

test('one that has mails keeps them', async () => {
  stub.answers({ error: 'ConditionalCheckFailedException' }, { result: {} });
  expect(await store.claimMail({ trajectory: 'voorbeeld', milestone: 'prepare' }, 'k', CLAIM, NOW)).toBe(
    true,
  );
});

test('a mail that only leaves while its row is so is claimed on that condition', async () => {
  stub.answers({ result: {} });
  const owner = { trajectory: 'voorbeeld', round: { family: 'main', number: 1 }, body: 'GM0001/college' };
  await store.claimMail(owner, 'k', CLAIM, NOW, { status: 'open', deferrals: 1 });
  await store.claimMail(owner, 'k', CLAIM, NOW);
  const [bound, free] = stub.calls.map(({ body }) => JSON.parse(body));
  expect(bound.ConditionExpression).toMatch(
    /^\(.*\) AND #status = :status AND size\(deferrals\) = :deferrals$/,
  );
  expect(bound.ExpressionAttributeNames).toEqual({ '#key': 'k', '#status': 'status' });
  expect(bound.ExpressionAttributeValues[':status']).toEqual({ S: 'open' });
  expect(free.ConditionExpression).not.toContain('status');
  expect(free.ExpressionAttributeValues).not.toHaveProperty(':status');
});
