import { type IncomingItem, isOpenItem } from '../../domain/intake/incomingItem.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ItemStore } from './ports.ts';

/** An item that still waits for a person. Refuses UNKNOWN_ITEM, and ITEM_CLOSED with who dealt with it. */
export async function openItem(items: Pick<ItemStore, 'item'>, id: string): Promise<IncomingItem> {
  const item = await knownItem(items, id);
  if (!isOpenItem(item)) throw itemClosed(item);
  return item;
}

export async function knownItem(items: Pick<ItemStore, 'item'>, id: string): Promise<IncomingItem> {
  const item = await items.item(id);
  if (!item)
    throw new Refusal(
      'UNKNOWN_ITEM',
      `Er is geen binnengekomen bericht "${id}"; bekijk ze met: triage list.`,
    );
  return item;
}

/** Why nothing can be done with it any more. */
export function itemClosed({ id, status, closedBy, closedAt }: IncomingItem, more = ''): Refusal {
  if (status === 'proposed')
    return new Refusal('ITEM_CLOSED', `Bericht ${id} is al aan een secretaris voorgelegd.${more}`);
  const done = status === 'accepted' ? 'overgenomen' : 'afgewezen';
  return new Refusal(
    'ITEM_CLOSED',
    `Bericht ${id} is al ${done} door ${closedBy ?? 'iemand anders'}${closedAt ? ` (${closedAt})` : ''}.${more}`,
  );
}
