import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import { itemId } from '../../domain/intake/itemId.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';

const LONGEST_TITLE = 200;

/** An item whose id follows from where it came from: the same message, or the same publication, is one item. */
export function newItem(
  from: { readonly source: string; readonly municipality: string; readonly key: string },
  item: Pick<IncomingItem, 'draft' | 'reason' | 'title' | 'content' | 'receivedAt'> & {
    readonly status: 'proposed' | 'unknown';
  },
): IncomingItem {
  const id = itemId(from.source, from.key);
  const [first = ''] = item.title.split('\n');
  return {
    kind: 'incoming',
    schemaVersion: SCHEMA_VERSION,
    id,
    source: from.source,
    municipality: from.municipality,
    ...item,
    title: first.slice(0, LONGEST_TITLE) || 'Bericht zonder titel',
    lastWrite: 'item-put',
  };
}
