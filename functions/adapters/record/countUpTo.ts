import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** Counts one more; false when there were `most` already. DynamoDB forgets the counter by itself (TTL). */
export function countUpTo(
  table: Table,
  key: Key,
  most: number,
  at: string,
  keptSeconds: number,
): Promise<boolean> {
  return table.update({
    key,
    UpdateExpression: 'ADD #count :one SET expiresAt = :until',
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
    ExpressionAttributeNames: { '#count': 'count' },
    values: { ':one': 1, ':most': most, ':until': Math.floor(Date.parse(at) / 1000) + keptSeconds },
  });
}
