import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import { itemClosed, knownItem, openItem } from './openItem.ts';
import type { ItemStore } from './ports.ts';

/** Under which the log keeps what belongs to no trajectory. */
export const NO_TRAJECTORY = 'intake';

/** Closes an item that leads to nothing; it is kept, with who said so and why. Refuses UNKNOWN_ITEM and ITEM_CLOSED. */
export async function dismissItem(
  items: ItemStore,
  id: string,
  reason: string,
  at: string,
  by: RecordedBy,
): Promise<void> {
  const item = await openItem(items, id);
  const audit = auditEntry({
    trajectory: item.draft.trajectory ?? NO_TRAJECTORY,
    at,
    what: 'item-dismissed',
    subject: id,
    ...by,
    details: { item: id, source: item.source, reason },
  });
  const closed = {
    ...item,
    status: 'dismissed' as const,
    closedAt: at,
    closedBy: by.by,
    closedBecause: reason,
  };
  if (!(await items.writeItem(closed, item, audit))) throw itemClosed(await knownItem(items, id));
}
