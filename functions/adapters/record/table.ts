import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  DynamoDBServiceException,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { Contended, Unavailable } from '../../domain/unavailable.ts';
import { isConflict, retryingConflicts } from '../retryingConflicts.ts';
import { type Capacity, sumOf } from './capacity.ts';
import type { Key } from './keys.ts';

export type Attributes = Record<string, AttributeValue>;
export type Row = Record<string, unknown>;
export type Update = Omit<UpdateItemCommandInput, 'TableName' | 'Key' | 'ExpressionAttributeValues'> & {
  readonly key: Key;
  readonly values: Row;
};

/**
 * The one way to the table: plain rows in and out, conditions answered by true or false. Conflicts of
 * transactions are retried with jitter here, throttles by the SDK; raw SDK errors do not leave.
 */
export interface Table {
  readonly name: string;
  /** What its calls have consumed so far. */
  readonly capacity: Readonly<Capacity>;
  get(key: Key): Promise<Row | undefined>;
  /** All rows of a partition whose sort key begins with `prefix`, consistent. */
  query(pk: string, prefix?: string): Promise<Row[]>;
  /** The same, page by page: for partitions of any size. */
  pages(pk: string, prefix: string): AsyncIterable<Row[]>;
  /** The last rows of a partition whose sort key begins with `prefix`, the last first; at most `most`, consistent. */
  queryLast(pk: string, prefix: string, most: number): Promise<Row[]>;
  /**
   * Rows of a partition with sort keys from `from` to `until`, the last first, behind the row of `after`; at most `most`
   * and what fits in one answer. `more`: there are others behind them. Consistent.
   */
  queryBack(part: PartOfPartition): Promise<{ readonly rows: Row[]; readonly more: boolean }>;
  /** Keys from a sparse index, eventually consistent. */
  queryIndex(index: string, partitionAttribute: string, value: string): Promise<Key[]>;
  update(update: Update): Promise<boolean>;
  transact(items: readonly TransactWriteItem[]): Promise<boolean>;
  /** Deletes and puts rows that nobody reads yet, in batches without conditions. */
  replace(deleted: readonly Key[], put: readonly Row[]): Promise<void>;
}

export interface PartOfPartition {
  readonly pk: string;
  readonly from: string;
  readonly until: string;
  /** The sort key of the last row that was read. */
  readonly after?: string | undefined;
  readonly most: number;
}

/** BatchWriteItem takes at most 25 (AWS API reference). */
const MOST_IN_A_BATCH = 25;
const MOST_ATTEMPTS = 8;
const METERED = { ReturnConsumedCapacity: 'TOTAL' } as const;

export function createTable(name: string, config: DynamoDBClientConfig = {}): Table {
  const client = new DynamoDBClient({ maxAttempts: 5, ...config });
  const capacity: Capacity = { readUnits: 0, writeUnits: 0 };
  const readPages = async (input: QueryCommandInput): Promise<Row[]> => {
    const rows: Row[] = [];
    let from: Attributes | undefined;
    do {
      const page = await client.send(
        new QueryCommand({ ...input, ...METERED, ...(from && { ExclusiveStartKey: from }) }),
      );
      capacity.readUnits += sumOf(page.ConsumedCapacity);
      rows.push(...(page.Items ?? []).map((item) => unmarshall(item)));
      from = page.LastEvaluatedKey;
    } while (from);
    return rows;
  };
  return {
    name,
    capacity,
    get: (key) =>
      guarded(async () => {
        const { Item, ConsumedCapacity } = await client.send(
          new GetItemCommand({ TableName: name, Key: marshall(key), ConsistentRead: true, ...METERED }),
        );
        capacity.readUnits += sumOf(ConsumedCapacity);
        return Item && unmarshall(Item);
      }),
    query: (pk, prefix = '') =>
      guarded(() =>
        readPages({
          TableName: name,
          ConsistentRead: true,
          KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
          ExpressionAttributeValues: marshall(prefix ? { ':pk': pk, ':prefix': prefix } : { ':pk': pk }),
        }),
      ),
    pages: async function* (pk, prefix) {
      let from: Attributes | undefined;
      do {
        const page = await guarded(() =>
          client.send(
            new QueryCommand({
              TableName: name,
              ConsistentRead: true,
              KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
              ExpressionAttributeValues: marshall({ ':pk': pk, ':prefix': prefix }),
              ...METERED,
              ...(from && { ExclusiveStartKey: from }),
            }),
          ),
        );
        capacity.readUnits += sumOf(page.ConsumedCapacity);
        yield (page.Items ?? []).map((item) => unmarshall(item));
        from = page.LastEvaluatedKey;
      } while (from);
    },
    queryLast: (pk, prefix, most) =>
      guarded(async () => {
        const page = await client.send(
          new QueryCommand({
            TableName: name,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
            ExpressionAttributeValues: marshall({ ':pk': pk, ':prefix': prefix }),
            ScanIndexForward: false,
            Limit: most,
            ...METERED,
          }),
        );
        capacity.readUnits += sumOf(page.ConsumedCapacity);
        return (page.Items ?? []).map((item) => unmarshall(item));
      }),
    queryBack: ({ pk, from, until, after, most }) =>
      guarded(async () => {
        const page = await client.send(
          new QueryCommand({
            TableName: name,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
            ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':until': until }),
            ScanIndexForward: false,
            Limit: most,
            ...METERED,
            ...(after !== undefined && { ExclusiveStartKey: marshall({ pk, sk: after }) }),
          }),
        );
        capacity.readUnits += sumOf(page.ConsumedCapacity);
        const rows = (page.Items ?? []).map((item) => unmarshall(item));
        return { rows, more: page.LastEvaluatedKey !== undefined };
      }),
    queryIndex: (index, partitionAttribute, value) =>
      guarded(async () => {
        const rows = await readPages({
          TableName: name,
          IndexName: index,
          KeyConditionExpression: '#p = :p',
          ExpressionAttributeNames: { '#p': partitionAttribute },
          ExpressionAttributeValues: marshall({ ':p': value }),
        });
        return rows.map((row) => ({ pk: String(row.pk), sk: String(row.sk) }));
      }),
    update: ({ key, values, ...rest }) =>
      guarded(() =>
        conditional(async () => {
          const input = {
            TableName: name,
            Key: marshall(key),
            ExpressionAttributeValues: attributes(values),
          };
          const { ConsumedCapacity } = await client.send(
            new UpdateItemCommand({ ...input, ...rest, ...METERED }),
          );
          capacity.writeUnits += sumOf(ConsumedCapacity);
        }),
      ),
    replace: (deleted, put) =>
      guarded(async () => {
        const requests = [
          ...deleted.map((key) => ({ DeleteRequest: { Key: marshall(key) } })),
          ...put.map((row) => ({ PutRequest: { Item: attributes(row) } })),
        ];
        for (let first = 0; first < requests.length; first += MOST_IN_A_BATCH) {
          let batch: WriteRequest[] = requests.slice(first, first + MOST_IN_A_BATCH);
          // What a throttled table hands back is tried again; the SDK waits in between when all of it was refused.
          for (let attempt = 0; batch.length > 0 && attempt < MOST_ATTEMPTS; attempt++) {
            const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: batch } }));
            batch = answer.UnprocessedItems?.[name] ?? [];
          }
          if (batch.length > 0) throw new Error(`${batch.length} rows were not written`);
        }
      }),
    transact: (items) =>
      guarded(() =>
        conditional(async () => {
          const command = new TransactWriteItemsCommand({ TransactItems: [...items], ...METERED });
          capacity.writeUnits += sumOf((await client.send(command)).ConsumedCapacity);
        }),
      ),
  };
}

/** Marshals a row; absent (undefined) attributes are left out. */
export function attributes(row: Row): Attributes {
  return marshall(row, { removeUndefinedValues: true });
}

/** True when written, false when a condition did not hold. */
async function conditional(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await retryingConflicts(write);
    return true;
  } catch (error) {
    if (error instanceof DynamoDBServiceException && error.name === 'ConditionalCheckFailedException')
      return false;
    if (
      error instanceof TransactionCanceledException &&
      error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')
    ) {
      return false;
    }
    throw error;
  }
}

/** The table will never take this, however often it is tried: what asks for it is wrong, and only that fails. */
export class RefusedByTable extends Error {
  constructor(cause: Error) {
    super(`De tabel weigert dit: ${cause.message}`, { cause });
    this.name = 'RefusedByTable';
  }
}

async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    if (error instanceof Error && error.name === 'ValidationException') throw new RefusedByTable(error);
    throw isConflict(error) ? new Contended('De tabel', error) : new Unavailable('De tabel', error);
  }
}
