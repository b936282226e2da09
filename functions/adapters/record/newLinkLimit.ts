import type { NewLinkLimit } from '../../operations/links/ports.ts';
import { countUpTo } from './countUpTo.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';

const KEPT_SECONDS = 2 * 3600;

/** One counter a person an hour, under a hash of the address, which DynamoDB forgets by itself (TTL). */
export function createNewLinkLimit(table: Table): NewLinkLimit {
  return {
    take: (person, most, at) =>
      countUpTo(table, keys.newLinksKey(person, at.slice(0, 13)), most, at, KEPT_SECONDS),
  };
}
