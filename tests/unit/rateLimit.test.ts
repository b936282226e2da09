import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRateLimit } from '../../functions/adapters/record/rateLimit.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

let stub: AwsStub;
beforeAll(async () => {
  stub = await startAwsStub();
});
afterAll(() => stub.close());
const take = (at: string) => createRateLimit(createTable('record', stub.settings)).take('harlingen', 2, at);

test('a message is one more in its minute, of a row that DynamoDB forgets', async () => {
  stub.answers({ result: {} });
  expect(await take('2026-02-04T09:00:59.999Z')).toBe(true);
  const body = JSON.parse(stub.calls[0]?.body ?? '');
  expect(stub.calls[0]?.action).toBe('UpdateItem');
  expect(body.Key).toEqual({ pk: { S: 'COUNT#harlingen' }, sk: { S: 'MINUTE#2026-02-04T09:00' } });
  expect(body.ConditionExpression).toBe('attribute_not_exists(#count) OR #count < :most');
  expect(body.ExpressionAttributeValues[':most']).toEqual({ N: '2' });
  const expires = Number(body.ExpressionAttributeValues[':until'].N);
  expect(expires).toBeGreaterThan(Date.parse('2026-02-04T09:01:00Z') / 1000);
  expect(expires).toBeLessThan(Date.parse('2026-02-04T12:00:00Z') / 1000);
});

test('at most so many a minute', async () => {
  stub.answers({ error: 'ConditionalCheckFailedException' });
  expect(await take('2026-02-04T09:00:00.000Z')).toBe(false);
});
