import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import type { Place } from '../../domain/intake/candidate.ts';
import { demandOwnBody } from './acceptItem.ts';
import { itemClosed, knownItem, openItem } from './openItem.ts';
import type { ItemStore } from './ports.ts';

/**
 * Says of an item that nobody could place which request it answers: from then on it waits for that body's secretary, who
 * is asked by mail like for every proposal. Decides nothing. The same again changes nothing. Refuses UNKNOWN_ITEM,
 * ITEM_CLOSED (also when somebody else placed it elsewhere) and FOREIGN_BODY.
 */
export async function placeItem(
  items: ItemStore,
  id: string,
  { trajectory, round, body }: Place,
  at: string,
  by: RecordedBy,
): Promise<void> {
  const item = await openItem(items, id);
  demandOwnBody(item, body);
  if (item.status === 'proposed') return demandSamePlace(item, { trajectory, round, body });
  const placed = {
    ...item,
    status: 'proposed' as const,
    draft: { ...item.draft, trajectory, round, body },
    reason: `${by.by} zegt dat dit het antwoord is op dit verzoek. Bevestig het, of wijs het af.`,
  };
  const audit = auditEntry({
    trajectory,
    at,
    what: 'item-placed',
    subject: `${round} ${body}`,
    ...by,
    details: { item: id, source: item.source },
  });
  if (await items.writeItem(placed, item, audit)) return;
  demandSamePlace(await knownItem(items, id), { trajectory, round, body });
}

function demandSamePlace(item: Awaited<ReturnType<typeof knownItem>>, place: Place): void {
  const { trajectory, round, body } = item.draft;
  const same = trajectory === place.trajectory && round === place.round && body === place.body;
  if (item.status !== 'proposed' || !same) throw itemClosed(item);
}
