import { type Answer, answerSchema, type RecordedBy } from '../../domain/decision/answer.ts';
import type { DraftAnswer, IncomingItem } from '../../domain/intake/incomingItem.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { RecordStore } from '../ports.ts';
import { recordDecision } from '../recordDecision.ts';
import type { ItemStore } from './ports.ts';

export interface TriageDependencies {
  readonly store: RecordStore;
  readonly items: ItemStore;
}

/** Refuses UNKNOWN_ITEM. */
export async function knownItem(items: Pick<ItemStore, 'item'>, id: string): Promise<IncomingItem> {
  const item = await items.item(id);
  if (item) return item;
  throw new Refusal('UNKNOWN_ITEM', `Er is geen bericht "${id}"; bekijk ze met: triage list.`);
}

/**
 * Records what an item says, completed by a person, through `recordDecision`; then closes it. In that order: a decision
 * that is recorded and an item that is still open is seen and closed by doing it again. Refuses UNKNOWN_ITEM,
 * ALREADY_HANDLED, INVALID_INPUT (something is missing), FOREIGN_BODY, and whatever `recordDecision` refuses with.
 */
export async function acceptItem(
  { store, items }: TriageDependencies,
  id: string,
  completed: DraftAnswer & { readonly newDate?: string | undefined },
  at: string,
  by: RecordedBy,
): Promise<{ readonly answer: Answer; readonly changed: boolean }> {
  const item = await openItem(items, id);
  const parsed = answerSchema.safeParse(withoutGaps({ ...item.draft, ...withoutGaps(completed) }));
  if (!parsed.success) {
    const missing = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    throw new Refusal('INVALID_INPUT', `Geef nog op: ${missing.map((name) => `--${name}`).join(', ')}.`);
  }
  const answer = parsed.data;
  if (item.municipality && !answer.body.startsWith(`${item.municipality}/`))
    throw new Refusal(
      'FOREIGN_BODY',
      `Dit bericht komt van ${item.municipality} en kan niet voor ${answer.body} tellen; leg dat besluit vast met "decide".`,
    );
  const { changed } = await recordDecision(store, answer, at, by);
  await close(
    items,
    item,
    'accepted',
    at,
    by.by,
    `${answer.body} in ronde ${answer.round} van ${answer.trajectory}`,
  );
  return { answer, changed };
}

/** Closes an item that is about nothing of ours; it stays to be looked at. Refuses UNKNOWN_ITEM and ALREADY_HANDLED. */
export async function dismissItem(
  { items }: Pick<TriageDependencies, 'items'>,
  id: string,
  reason: string,
  at: string,
  by: string,
): Promise<void> {
  await close(items, await openItem(items, id), 'dismissed', at, by, reason);
}

async function openItem(items: ItemStore, id: string): Promise<IncomingItem> {
  const item = await knownItem(items, id);
  if (item.status === 'proposed' || item.status === 'unknown') return item;
  throw alreadyHandled(item);
}

async function close(
  items: ItemStore,
  item: IncomingItem,
  status: 'accepted' | 'dismissed',
  at: string,
  by: string,
  because: string,
): Promise<void> {
  const closed = { ...item, status, closedAt: at, closedBy: by, closedBecause: because, lastWrite: status };
  if (await items.writeItem(closed, item)) return;
  throw alreadyHandled(await knownItem(items, item.id));
}

function alreadyHandled({ id, closedBy = 'een ander', closedBecause = '' }: IncomingItem): Refusal {
  return new Refusal(
    'ALREADY_HANDLED',
    `Bericht ${id} is al afgehandeld door ${closedBy}: ${closedBecause}.`,
  );
}

function withoutGaps<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
