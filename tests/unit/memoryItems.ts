import { type IncomingItem, incomingItemSchema } from '../../functions/domain/intake/incomingItem.ts';
import type { ItemStore } from '../../functions/operations/intake/ports.ts';

export interface MemoryItems extends ItemStore {
  readonly all: () => readonly IncomingItem[];
}

/** `ItemStore` on its conditions: put once, written only as it was seen. */
export function createMemoryItems(): MemoryItems {
  const rows = new Map<string, IncomingItem>();
  const isOpen = ({ status }: IncomingItem) => status === 'proposed' || status === 'unknown';
  const kept = ({ openIn: _openIn, ...item }: IncomingItem) =>
    incomingItemSchema.parse(isOpen(item) ? { ...item, openIn: 'ITEMS' } : item);
  return {
    all: () => [...rows.values()],
    putItem: async (item) => {
      if (rows.has(item.id)) return false;
      rows.set(item.id, kept(item));
      return true;
    },
    item: async (id) => rows.get(id),
    openItems: async () =>
      [...rows.values()].filter(isOpen).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1)),
    writeItem: async (item, seen) => {
      const there = rows.get(item.id);
      if (there?.status !== seen.status || there.lastWrite !== seen.lastWrite) return false;
      rows.set(item.id, kept(item));
      return true;
    },
  };
}
