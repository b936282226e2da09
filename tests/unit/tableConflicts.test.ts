import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTable, type Table } from '../../functions/adapters/record/table.ts';
import { type AwsStub, type StubAnswer, startAwsStub } from './awsStub.ts';

/** Six tries (retryingConflicts.ts). */
const TRIES = 6;
const DONE: StubAnswer = { result: {} };

let stub: AwsStub;
let table: Table;
beforeAll(async () => {
  stub = await startAwsStub();
  table = createTable('record', { ...stub.settings, maxAttempts: 1 });
});
afterAll(() => stub.close());

const cancelled = (...codes: readonly string[]): StubAnswer => ({
  error: 'TransactionCanceledException',
  more: { CancellationReasons: codes.map((Code) => ({ Code })) },
});
const KEY = { pk: 'TRAJECTORY#x', sk: 'ROUND#x' };
const transact = () =>
  table.transact([{ Put: { TableName: 'record', Item: { pk: { S: 'a' }, sk: { S: 'b' } } } }]);
const update = () => table.update({ key: KEY, UpdateExpression: 'SET a = :a', values: { ':a': 1 } });

describe('a conflict that passes is tried again, and the write succeeds', () => {
  // The guards are PASSING and the names in isConflict.
  test.each([
    ['a transaction on the same row', cancelled('None', 'TransactionConflict')],
    ['a throttle in a transaction', cancelled('ThrottlingError', 'None', 'None')],
    ['a table without capacity', cancelled('ProvisionedThroughputExceeded')],
    ['several of them', cancelled('TransactionConflict', 'ThrottlingError')],
    ['a transaction that is still in progress', { error: 'TransactionInProgressException' }],
  ] as const)('%s', async (_rule, conflict) => {
    stub.answers(conflict, conflict, conflict, DONE);
    expect(await transact()).toBe(true);
    expect(stub.calls.map(({ action }) => action)).toEqual(Array(4).fill('TransactWriteItems'));
  });

  test('also of a plain write with a transaction', async () => {
    stub.answers({ error: 'TransactionConflictException' }, { error: 'TransactionConflictException' }, DONE);
    expect(await update()).toBe(true);
    expect(stub.calls).toHaveLength(3);
  });
});

describe('a condition that did not hold', () => {
  // The guard is `!codes.includes('ConditionalCheckFailed')` in isConflict: the condition decides.
  test.each([
    ['by itself', cancelled('None', 'ConditionalCheckFailed')],
    ['beside a conflict', cancelled('TransactionConflict', 'ConditionalCheckFailed')],
    ['beside a throttle', cancelled('ConditionalCheckFailed', 'ThrottlingError')],
  ])('%s is false at once, without another try', async (_rule, answer) => {
    stub.answers(answer, DONE);
    expect(await transact()).toBe(false);
    expect(stub.calls).toHaveLength(1);
  });

  test('of a plain write is false at once', async () => {
    stub.answers({ error: 'ConditionalCheckFailedException' }, DONE);
    expect(await update()).toBe(false);
    expect(stub.calls).toHaveLength(1);
  });

  test('that shows after a conflict is false', async () => {
    stub.answers(cancelled('TransactionConflict'), cancelled('ConditionalCheckFailed'), DONE);
    expect(await transact()).toBe(false);
    expect(stub.calls).toHaveLength(2);
  });
});

describe('what does not pass', () => {
  // The guard is TRIES: a caller is told within its own time.
  test.each([
    ['a conflict', cancelled('TransactionConflict'), transact],
    ['a throttle', cancelled('ThrottlingError'), transact],
    ['a conflict of a plain write', { error: 'TransactionConflictException' }, update],
  ] as const)('%s is given up after six tries, as unavailable', async (_rule, answer, write) => {
    stub.answers(answer);
    await expect(write()).rejects.toMatchObject({ name: 'Unavailable' });
    expect(stub.calls).toHaveLength(TRIES);
  });

  test.each(['ValidationError', 'ItemCollectionSizeLimitExceeded', 'DuplicateItem'])(
    'a transaction that is wrong (%s) is not tried again, and is no failed condition',
    async (code) => {
      stub.answers(cancelled(code));
      await expect(transact()).rejects.toMatchObject({ name: 'Unavailable' });
      expect(stub.calls).toHaveLength(1);
    },
  );

  test.each([
    { error: 'ResourceNotFoundException' },
    { error: 'AccessDeniedException' },
    'broken connection',
  ] as const)('neither is %o; no error of the SDK leaves', async (answer) => {
    stub.answers(answer);
    for (const call of [transact, update, () => table.get(KEY), () => table.query('x')]) {
      await expect(call()).rejects.toMatchObject({ name: 'Unavailable' });
    }
  });
});

test('throttles of a single call are the business of the SDK, which tries again', async () => {
  const patient = createTable('record', { ...stub.settings, maxAttempts: 3 });
  stub.answers({ error: 'ProvisionedThroughputExceededException' }, { result: {} });
  expect(await patient.get(KEY)).toBeUndefined();
  expect(stub.calls.map(({ action }) => action)).toEqual(['GetItem', 'GetItem']);
});

describe('rows that are replaced in batches', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ pk: 'p', sk: `s${index}` }));
  const written = () =>
    stub.calls.map(
      ({ body }) => (JSON.parse(body) as { RequestItems: { record: unknown[] } }).RequestItems.record.length,
    );

  test('go by twenty-five, the deleted ones first', async () => {
    stub.answers(DONE);
    await table.replace([KEY], rows(60));
    expect(written()).toEqual([25, 25, 11]);
    expect(stub.calls[0]?.body).toContain('DeleteRequest');
  });

  // The guard is `UnprocessedItems`: a throttled table takes a part and hands back the rest.
  test('that the table hands back are written again', async () => {
    const left = [{ PutRequest: { Item: { pk: { S: 'p' }, sk: { S: 's1' } } } }];
    stub.answers({ result: { UnprocessedItems: { record: left } } }, DONE);
    await table.replace([], rows(3));
    expect(written()).toEqual([3, 1]);
  });

  test('that it hands back every time are given up: nothing is taken for written', async () => {
    const left = [{ PutRequest: { Item: { pk: { S: 'p' }, sk: { S: 's1' } } } }];
    stub.answers({ result: { UnprocessedItems: { record: left } } });
    await expect(table.replace([], rows(3))).rejects.toMatchObject({ name: 'Unavailable' });
    expect(stub.calls.length).toBeLessThanOrEqual(10);
  });
});
