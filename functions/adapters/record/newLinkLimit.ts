import type { NewLinkLimit } from '../../operations/links/ports.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

const KEPT_SECONDS = 2 * 3600;

/** One counter a person an hour, under a hash of the address, which DynamoDB forgets by itself (TTL). */
export function createNewLinkLimit(table: Table): NewLinkLimit {
  return {
    take: (person, most, at) =>
      table.update({
        key: keys.newLinksKey(person, at.slice(0, 13)),
        UpdateExpression: 'ADD #count :one SET expiresAt = :until',
        ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
        ExpressionAttributeNames: { '#count': 'count' },
        values: {
          ':one': 1,
          ':most': most,
          ':until': Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS,
        },
      }),
  };
}
