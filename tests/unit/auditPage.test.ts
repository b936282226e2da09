import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRecordStore } from '../../functions/adapters/record/createRecordStore.ts';
import { auditKey } from '../../functions/adapters/record/keys.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { auditEntry } from '../../functions/domain/audit.ts';
import type { AuditEntry } from '../../functions/domain/trajectory.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';
import { createMemoryStore } from './memoryStore.ts';
import { createMemoryTable } from './memoryTable.ts';

const entry = (at: string, subject: string): AuditEntry =>
  auditEntry({ trajectory: 'x', at, what: 'completed', subject, by: 'iemand', via: 'portal', details: {} });
/** Two of them at the same moment. */
const ENTRIES = [
  entry('2026-01-05T09:00:00.000Z', 'a'),
  entry('2026-01-06T09:00:00.000Z', 'b'),
  entry('2026-01-06T09:00:00.000Z', 'c'),
  entry('2026-02-01T09:00:00.000Z', 'd'),
  { ...entry('2026-01-10T09:00:00.000Z', 'e'), trajectory: 'xx' },
];

async function inTable(): Promise<RecordStore> {
  const table = createMemoryTable();
  await table.replace(
    [],
    ENTRIES.map((row) => ({ ...row, ...auditKey(row.trajectory, row.at, row.id) })),
  );
  return createRecordStore(table);
}
async function inMemory(): Promise<RecordStore> {
  const rows = ENTRIES.map((row) => {
    const { pk, sk } = auditKey(row.trajectory, row.at, row.id);
    return [`${pk} ${sk}`, row];
  });
  return createMemoryStore(Object.fromEntries(rows));
}

describe.each([
  ['the adapter', inTable],
  ['its twin in memory', inMemory],
])('the log as %s reads it', (_name, create) => {
  test('comes page by page, the newest first, and no entry is missed or read twice', async () => {
    const store = await create();
    const seen: string[] = [];
    let after: AuditEntry | undefined;
    for (let more = true; more; ) {
      const page = await store.auditPage('x', { after, most: 1 });
      expect(page.entries.length).toBeLessThanOrEqual(1);
      seen.push(...page.entries.map(({ id }) => id));
      after = page.entries.at(-1) ?? after;
      more = page.more && page.entries.length > 0;
    }
    const ofX = ENTRIES.slice(0, 4);
    expect(seen[0]).toBe(ofX[3]!.id);
    expect([...seen].sort()).toEqual(ofX.map(({ id }) => id).sort());
  });

  test('is bounded by moments: the first is meant, the last is not', async () => {
    const store = await create();
    const between = async (from: string, before: string, after?: AuditEntry) =>
      (await store.auditPage('x', { from, before, after, most: 10 })).entries.map(({ subject }) => subject);
    expect(await between('2026-01-05T09:00:00.000Z', '2026-01-06T09:00:00.000Z')).toEqual(['a']);
    expect((await between('2026-01-06T09:00:00.000Z', '2026-02-01T09:00:00.000Z')).sort()).toEqual([
      'b',
      'c',
    ]);
    // Ends that have changed places, and a place outside of them, are what anybody can write in an address.
    expect(await between('2026-02-01T09:00:00.000Z', '2026-01-01T09:00:00.000Z')).toEqual([]);
    expect(await between('2026-01-06T00:00:00.000Z', '2026-01-30T00:00:00.000Z', ENTRIES[0])).toEqual([]);
    expect(
      (await between('2026-01-06T00:00:00.000Z', '2026-01-30T00:00:00.000Z', ENTRIES[3])).sort(),
    ).toEqual(['b', 'c']);
  });

  test('of a trajectory without entries is empty', async () => {
    const store = await create();
    expect(await store.auditPage('geen', { most: 10 })).toEqual({ entries: [], more: false });
  });
});

describe('what is asked of the table', () => {
  let stub: AwsStub;
  beforeAll(async () => {
    stub = await startAwsStub();
  });
  afterAll(() => stub.close());

  test('is one bounded, consistent query backwards, behind the entry that was read last', async () => {
    stub.answers({ result: { Items: [], LastEvaluatedKey: { pk: { S: 'AUDIT#x' }, sk: { S: 'y' } } } });
    const store = createRecordStore(createTable('record', stub.settings));
    const page = await store.auditPage('x', { after: ENTRIES[1], most: 100 });
    // Rows that are too large for one answer: fewer than asked for, and still more behind them.
    expect(page).toEqual({ entries: [], more: true });
    expect(stub.calls).toHaveLength(1);
    expect(JSON.parse(stub.calls[0]!.body)).toMatchObject({
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 100,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
      ExclusiveStartKey: { sk: { S: `2026-01-06T09:00:00.000Z#${ENTRIES[1]!.id}` } },
    });
  });
});
