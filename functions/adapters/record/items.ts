import { type IncomingItem, incomingItemSchema, isOpenItem } from '../../domain/intake/incomingItem.ts';
import type { ItemStore } from '../../operations/intake/ports.ts';
import { putAudit, setting, transactUpdate } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import type { Table } from './table.ts';
import { OPEN_INDEX } from './tableShape.ts';

/** So many rows are read side by side: a list of thousands does not open thousands of connections. */
const AT_ONCE = 25;

/** What came in and waits for a person; in the sparse index while it is open. */
export function createItemStore(table: Table): ItemStore {
  return {
    putItem: (item) =>
      table.update({
        key: keys.itemKey(item.id),
        ...setting(
          {
            ...item,
            // Where mails keep their state: an update cannot make both the map and what is in it.
            mails: item.mails ?? {},
            openIn: keys.OPEN_ITEMS,
            ...(item.status === 'proposed' ? { lastWrite: 'item-proposed' } : { lastWrite: 'item-unknown' }),
          },
          'attribute_not_exists(pk)',
          {},
        ),
      }),
    item: async (id) => parseOptionalRow(incomingItemSchema, await table.get(keys.itemKey(id))),
    openItems: async () => {
      const found = await table.queryIndex(OPEN_INDEX.name, OPEN_INDEX.partitionKey, keys.OPEN_ITEMS);
      const items: IncomingItem[] = [];
      for (let first = 0; first < found.length; first += AT_ONCE) {
        const rows = await Promise.all(found.slice(first, first + AT_ONCE).map((key) => table.get(key)));
        items.push(...rows.flatMap((row) => (row ? [parseRow(incomingItemSchema, row)] : [])));
      }
      return items.filter(isOpenItem).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    },
    writeItem: (item, seen, audit) => {
      const { status, draft, reason, closedAt, closedBy, closedBecause } = item;
      const update = setting(
        {
          ...{ status, draft, reason, closedAt, closedBy, closedBecause },
          // What becomes a proposal is told to its secretary, as when it came as one.
          ...(status === 'proposed' && seen.status !== 'proposed'
            ? { lastWrite: 'item-proposed' }
            : { lastWrite: 'item-changed' }),
        },
        '#status = :seen',
        { ':seen': seen.status },
        isOpenItem(item) ? [] : ['openIn'],
      );
      const key = keys.itemKey(item.id);
      return audit
        ? table.transact([transactUpdate(table, key, update), putAudit(table, audit)])
        : table.update({ key, ...update });
    },
  };
}
