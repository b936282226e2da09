import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

/** Read and write units that calls to the table consumed, as DynamoDB reports them. */
export interface Capacity {
  readUnits: number;
  writeUnits: number;
}

export function sumOf(consumed: ConsumedCapacity | readonly ConsumedCapacity[] | undefined): number {
  const all = consumed === undefined ? [] : Array.isArray(consumed) ? consumed : [consumed];
  return all.reduce((sum, each: ConsumedCapacity) => sum + (each.CapacityUnits ?? 0), 0);
}

/**
 * Writes one line a call of the function with the units it consumed: what a day or a decision costs is then
 * counted, not estimated (docs/bench.md).
 */
export function reportingCapacity<E, R>(
  capacity: Capacity,
  handler: (event: E) => Promise<R>,
  write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): (event: E) => Promise<R> {
  return async (event) => {
    const before = { ...capacity };
    try {
      return await handler(event);
    } finally {
      // Differences, because a warm function counts on; a function handles one event at a time.
      const used = {
        readUnits: capacity.readUnits - before.readUnits,
        writeUnits: capacity.writeUnits - before.writeUnits,
      };
      write(JSON.stringify({ message: 'capacity', ...used }));
    }
  };
}
