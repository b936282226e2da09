import { describe, expect, test } from 'vitest';
import { OPEN_INDEX } from '../../functions/adapters/record/tableShape.ts';
import { resources, synthesise } from './synthesised.ts';

const prod = synthesise('prod');
const local = synthesise('local');
const tableOf = ({ record }: typeof prod) => {
  const tables = resources(record, 'AWS::DynamoDB::Table');
  expect(tables).toHaveLength(1);
  return tables[0]![1];
};

describe('the record', () => {
  test('is one table, paid by request, restorable to any second, with a stream of new images', () => {
    expect(tableOf(prod).Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    });
  });

  // Only rows that have the attribute end: messages, counts of messages, mail links. What was decided never has it.
  test('forgets by itself what has an end', () => {
    expect(tableOf(prod).Properties.TimeToLiveSpecification).toEqual({
      AttributeName: 'expiresAt',
      Enabled: true,
    });
  });

  // Keys only: the attribute `token` is on request rows, and no token may be in an index (invariant 4).
  test('has one index, of keys only', () => {
    expect(tableOf(prod).Properties.GlobalSecondaryIndexes).toEqual([
      expect.objectContaining({
        IndexName: OPEN_INDEX.name,
        Projection: { ProjectionType: 'KEYS_ONLY' },
        KeySchema: [
          { AttributeName: OPEN_INDEX.partitionKey, KeyType: 'HASH' },
          { AttributeName: OPEN_INDEX.sortKey, KeyType: 'RANGE' },
        ],
      }),
    ]);
  });

  test('survives its stack where the stage keeps its data', () => {
    const table = tableOf(prod);
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table.Properties.DeletionProtectionEnabled).toBe(true);
    expect(prod.recordStack.terminationProtection).toBe(true);
  });

  test('goes with its stack in the local cloud', () => {
    const table = tableOf(local);
    expect(table).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    expect(table.Properties.DeletionProtectionEnabled).toBe(false);
    expect(local.recordStack.terminationProtection).toBe(false);
  });
});
