import type { IncomingItem } from '../../functions/domain/intake/incomingItem.ts';
import type { SeenMessage } from '../../functions/domain/intake/seenMessage.ts';
import type { ItemStore, MessageStore } from '../../functions/operations/intake/ports.ts';

/** The two stores of what comes in, with the conditions of their adapters (functions/adapters/record/{messages,items}.ts). */
export function createMemoryIntake() {
  const messages = new Map<string, SeenMessage>();
  const items = new Map<string, IncomingItem>();
  const nameOf = ({ source, messageKey }: Pick<SeenMessage, 'source' | 'messageKey'>) =>
    `${source} ${messageKey}`;
  const messageStore: MessageStore = {
    claimMessage: async (message, now) => {
      const known = messages.get(nameOf(message));
      const free =
        !known ||
        ['held', 'failed'].includes(known.status) ||
        (known.status === 'working' && (known.workedUntil ?? '') <= now);
      messages.set(nameOf(message), free ? message : { ...known, repeats: known.repeats + 1 });
      return free;
    },
    finishMessage: async (message, end) => {
      const known = messages.get(nameOf(message));
      if (known?.status !== 'working') return false;
      const { workedUntil: _over, ...rest } = known;
      messages.set(nameOf(message), { ...rest, ...end });
      return true;
    },
    lastMessages: async (source, most) =>
      [...messages.values()]
        .filter((each) => each.source === source)
        .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
        .slice(0, most),
    heldMessages: async (source) =>
      [...messages.values()].filter((each) => each.source === source && each.status === 'held'),
  };
  const isOpen = ({ status }: IncomingItem) => status === 'proposed' || status === 'unknown';
  const itemStore: ItemStore = {
    putItem: async (item) => {
      if (items.has(item.id)) return false;
      items.set(item.id, item);
      return true;
    },
    item: async (id) => items.get(id),
    openItems: async () => [...items.values()].filter(isOpen),
    writeItem: async (item, seen) => {
      const known = items.get(item.id);
      if (known?.status !== seen.status || known.lastWrite !== seen.lastWrite) return false;
      items.set(item.id, item);
      return true;
    },
  };
  return { messageStore, itemStore, messages, items };
}
