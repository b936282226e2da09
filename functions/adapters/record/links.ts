import { linkSchema } from '../../domain/links/link.ts';
import type { LinkStore } from '../../operations/links/ports.ts';
import { setting } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow } from './rows.ts';
import type { Table } from './table.ts';

/** Mail links by the hash of their ids. An update that makes the row: who sends mails may put nothing else. */
export function createLinkStore(table: Table): LinkStore {
  return {
    putLink: (link) =>
      table.update({ key: keys.linkKey(link.hash), ...setting(link, 'attribute_not_exists(pk)', {}) }),
    link: async (hash) => parseOptionalRow(linkSchema, await table.get(keys.linkKey(hash))),
    markUsed: ({ hash }, at) =>
      table.update({
        key: keys.linkKey(hash),
        UpdateExpression: 'SET usedAt = :at',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedAt)',
        values: { ':at': at },
      }),
  };
}
