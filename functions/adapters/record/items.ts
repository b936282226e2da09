import { type IncomingItem, incomingItemSchema } from '../../domain/intake/incomingItem.ts';
import type { ItemStore } from '../../operations/intake/ports.ts';
import { put } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import { attributes, type Table } from './table.ts';
import { OPEN_INDEX } from './tableShape.ts';

/** What came in and waits for a person. */
export function createItemStore(table: Table): ItemStore {
  return {
    putItem: (item) => table.transact([put(table, keys.itemKey(item.id), rowOf(item))]),
    item: async (id) => parseOptionalRow(incomingItemSchema, await table.get(keys.itemKey(id))),
    openItems: async () => {
      const found = await table.queryIndex(OPEN_INDEX.name, OPEN_INDEX.partitionKey, keys.OPEN_ITEMS);
      const rows = await Promise.all(found.map((key) => table.get(key)));
      return rows
        .flatMap((row) => (row ? [parseRow(incomingItemSchema, row)] : []))
        .filter(isOpen)
        .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    },
    writeItem: (item, seen) =>
      table.transact([
        {
          Put: {
            TableName: table.name,
            Item: attributes({ ...keys.itemKey(item.id), ...rowOf(item) }),
            ConditionExpression: '#status = :status AND #lastWrite = :lastWrite',
            ExpressionAttributeNames: { '#status': 'status', '#lastWrite': 'lastWrite' },
            ExpressionAttributeValues: attributes({ ':status': seen.status, ':lastWrite': seen.lastWrite }),
          },
        },
      ]),
  };
}

/** In the sparse index only while somebody must look at it. */
function rowOf({ openIn: _openIn, ...item }: IncomingItem): IncomingItem {
  return isOpen(item) ? { ...item, openIn: keys.OPEN_ITEMS } : item;
}

function isOpen({ status }: Pick<IncomingItem, 'status'>): boolean {
  return status === 'proposed' || status === 'unknown';
}
