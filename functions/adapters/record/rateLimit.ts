import type { RateLimit } from '../../operations/intake/ports.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

const KEPT_SECONDS = 3600;

/** One counter a source a minute, which DynamoDB forgets by itself (TTL); only authenticated senders are counted. */
export function createRateLimit(table: Table): RateLimit {
  return {
    take: (source, most, at) => {
      const minute = at.slice(0, 16);
      return table.update({
        key: keys.countKey(source, minute),
        UpdateExpression: 'ADD #count :one SET expiresAt = :until',
        ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
        ExpressionAttributeNames: { '#count': 'count' },
        values: {
          ':one': 1,
          ':most': most,
          ':until': Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS,
        },
      });
    },
  };
}
