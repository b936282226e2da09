import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Log } from '../operations/ports.ts';

/** Which row changed; its content is read from the table, not from the stream, which may be late or reordered. */
const changedRowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('trajectory'),
    id: z.string(),
    startedAt: z.string(),
    replannedAt: z.string().optional(),
    lastWrite: z.string(),
  }),
  z.object({
    kind: z.literal('milestone'),
    trajectory: z.string(),
    id: z.string(),
    completedAt: z.string().optional(),
    lastWrite: z.string(),
  }),
  z.object({
    kind: z.literal('round'),
    trajectory: z.string(),
    family: z.string(),
    number: z.number(),
    askAt: z.string(),
    lastWrite: z.string(),
  }),
  z.object({
    kind: z.literal('request'),
    trajectory: z.string(),
    round: z.string(),
    body: z.string(),
    askedAt: z.string().optional(),
    recordedAt: z.string().optional(),
    lastWrite: z.string(),
  }),
  z.object({ kind: z.literal('memo'), trajectory: z.string(), lastWrite: z.string() }),
  z.object({ kind: z.literal('ledger-statement'), trajectory: z.string(), lastWrite: z.string() }),
  z.object({ kind: z.literal('incoming'), id: z.string(), lastWrite: z.string() }),
  z.object({ kind: z.literal('marked-address'), markedAt: z.string(), lastWrite: z.string() }),
]);
export type ChangedRow = z.infer<typeof changedRowSchema>;

/** A batch is 25 records at most; more side by side would only wait for each other's calls. */
const MOST_AT_ONCE = 5;

/**
 * Runs `work` once for each group of records that `groupOf` puts together, and reports the first failed record,
 * from which Lambda tries again (partial batch failure for streams: the lowest sequence number is the
 * checkpoint). Bounded by the event source's settings; what is given up here the daily watch does.
 */
export async function forEachGroup(
  event: DynamoDBStreamEvent,
  log: Log,
  groupOf: (row: ChangedRow) => string | undefined,
  work: (rows: readonly ChangedRow[]) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  const groups = new Map<string, { rows: ChangedRow[]; sequence: string | undefined }>();
  for (const record of event.Records) {
    const row = readRow(record);
    const group = row && groupOf(row);
    if (!row || group === undefined) continue;
    const known = groups.get(group);
    if (known) known.rows.push(row);
    else groups.set(group, { rows: [row], sequence: record.dynamodb?.SequenceNumber });
  }
  const failed: string[] = [];
  const waiting = [...groups];
  // Groups are other rounds and plans, which do not touch each other's rows: a backlog is worked off side by side.
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [group, { rows, sequence }] = next;
      try {
        await work(rows);
      } catch (error) {
        log.warn('a change could not be worked out now; it is tried again', { group, error: String(error) });
        if (sequence !== undefined) failed.push(sequence);
      }
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, worker));
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

function readRow(record: DynamoDBRecord): ChangedRow | undefined {
  const image = record.dynamodb?.NewImage;
  if (!image) return undefined;
  // The types of the event and of the SDK describe the same JSON.
  const parsed = changedRowSchema.safeParse(unmarshall(image as Record<string, AttributeValue>));
  return parsed.success ? parsed.data : undefined;
}
