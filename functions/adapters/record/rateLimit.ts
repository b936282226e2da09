import type { RateLimit } from '../../operations/intake/ports.ts';
import { countUpTo } from './countUpTo.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

const KEPT_SECONDS = 3600;

/** One counter a source a minute, which DynamoDB forgets by itself (TTL); only authenticated senders are counted. */
export function createRateLimit(table: Table): RateLimit {
  return {
    take: (source, most, at) =>
      countUpTo(table, keys.countKey(source, at.slice(0, 16)), most, at, KEPT_SECONDS),
  };
}
