import { BatchWriteItemCommand, CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { attributes, type Row } from '../../../functions/adapters/record/table.ts';
import { OPEN_INDEX, PARTITION_KEY, SORT_KEY } from '../../../functions/adapters/record/tableShape.ts';
import type { ClientSettings } from '../../../functions/cli/cloud.ts';

const MOST_IN_A_BATCH = 25;
const BATCHES_AT_ONCE = 8;

/** A table shaped as the record's, without its stream: what is put in it moves nothing. */
export async function createBenchTable(name: string, settings: ClientSettings): Promise<void> {
  const client = new DynamoDBClient(settings);
  const key = (partition: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: SORT_KEY, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [PARTITION_KEY, SORT_KEY, OPEN_INDEX.partitionKey].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      KeySchema: key(PARTITION_KEY),
      GlobalSecondaryIndexes: [
        {
          IndexName: OPEN_INDEX.name,
          KeySchema: key(OPEN_INDEX.partitionKey),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
  client.destroy();
}

/** Puts rows in batches of 25, several at once. How many there were, and how long it took. */
export async function seed(name: string, settings: ClientSettings, rows: Iterable<Row>) {
  const client = new DynamoDBClient({ ...settings, maxAttempts: 5 });
  const began = performance.now();
  const batches = batched(rows);
  let count = 0;
  await Promise.all(
    Array.from({ length: BATCHES_AT_ONCE }, async () => {
      for (let next = batches.next(); !next.done; next = batches.next()) {
        const puts = next.value.map((row) => ({ PutRequest: { Item: attributes(row) } }));
        const { UnprocessedItems } = await client.send(
          new BatchWriteItemCommand({ RequestItems: { [name]: puts } }),
        );
        if (UnprocessedItems?.[name]?.length) throw new Error('the local cloud handed rows back');
        count += puts.length;
      }
    }),
  );
  client.destroy();
  return { rows: count, seconds: (performance.now() - began) / 1000 };
}

function* batched(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < MOST_IN_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
