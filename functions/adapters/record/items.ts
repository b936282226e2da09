import { incomingItemSchema } from '../../domain/intake/incomingItem.ts';
import type { ItemStore } from '../../operations/intake/ports.ts';
import { put } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import { attributes, type Table } from './table.ts';
import { OPEN_INDEX } from './tableShape.ts';

export function createItemStore(table: Table): ItemStore {
  return {
    putItem: (item) =>
      table.transact([put(table, keys.itemKey(item.id), { ...item, openIn: keys.OPEN_ITEMS })]),
    item: async (id) => parseOptionalRow(incomingItemSchema, await table.get(keys.itemKey(id))),
    openItems: async () => {
      const found = await table.queryIndex(OPEN_INDEX.name, OPEN_INDEX.partitionKey, keys.OPEN_ITEMS);
      const rows = await Promise.all(found.map((key) => table.get(key)));
      return rows
        .flatMap((row) => (row ? [parseRow(incomingItemSchema, row)] : []))
        .filter(({ status }) => status === 'proposed' || status === 'unknown')
        .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
    },
    writeItem: (item, seen) => {
      const open = item.status === 'proposed' || item.status === 'unknown';
      const { openIn: _index, ...row } = item;
      return table.transact([
        {
          Put: {
            TableName: table.name,
            Item: attributes({ ...keys.itemKey(item.id), ...row, ...(open && { openIn: keys.OPEN_ITEMS }) }),
            ConditionExpression: '#status = :status AND lastWrite = :seen',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: attributes({ ':status': seen.status, ':seen': seen.lastWrite }),
          },
        },
      ]);
    },
  };
}
