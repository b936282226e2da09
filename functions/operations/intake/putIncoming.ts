import type { DraftAnswer, IncomingItem } from '../../domain/intake/incomingItem.ts';
import { aboutHash, itemId } from '../../domain/intake/itemId.ts';
import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { IntakeDependencies } from './dependencies.ts';
import type { MessageEnd } from './workOutMessage.ts';

/** What a person must look at. */
export interface Incoming {
  readonly id: string;
  readonly municipality: string;
  readonly status: 'proposed' | 'unknown';
  readonly title: string;
  readonly reason: string;
  readonly draft: DraftAnswer;
  /** The hashed name of the decision, when it has one. */
  readonly about?: string | undefined;
}

/** Puts an item, once; what a person has dealt with already does not come back. */
export async function putIncoming(
  { items, reports }: Pick<IntakeDependencies, 'items' | 'reports'>,
  message: QueuedMessage,
  { about, ...incoming }: Incoming,
): Promise<MessageEnd> {
  const item: IncomingItem = {
    kind: 'incoming',
    schemaVersion: SCHEMA_VERSION,
    source: message.source,
    receivedAt: message.receivedAt,
    content: message.content,
    ...incoming,
    ...(about !== undefined && { about }),
    lastWrite: 'item-put',
  };
  const isNew = await items.putItem(item);
  const standing = isNew ? item : ((await items.item(item.id)) ?? item);
  if (about !== undefined) await reports.noteItem(message.source, about, item.id);
  switch (standing.status) {
    case 'proposed':
      return {
        status: 'proposed',
        said: 'Wacht op bevestiging door de secretaris of griffier.',
        item: item.id,
      };
    case 'unknown':
      return { status: 'triage', said: standing.reason, item: item.id };
    default:
      return { status: 'unchanged', said: 'Iemand heeft dit al afgehandeld.', item: item.id };
  }
}

/**
 * A message that could not be read as far as a decision: triage, messages of one kind (`about`) together. Where it named
 * one (`decision`), the same fault of the same decision is one item, whichever messages tell of it.
 */
export function putUnclear(
  deps: Pick<IntakeDependencies, 'items' | 'reports'>,
  message: QueuedMessage,
  municipality: string,
  {
    title,
    reason,
    about,
    decision,
  }: {
    readonly title: string;
    readonly reason: string;
    readonly about?: string | undefined;
    readonly decision?: string | undefined;
  },
): Promise<MessageEnd> {
  const unclear = { municipality, status: 'unknown', title, reason, draft: {} } as const;
  if (decision === undefined)
    return putIncoming(deps, message, {
      ...unclear,
      id: itemId(message.source, about ?? message.messageKey),
    });
  const named = aboutHash(decision);
  return putIncoming(deps, message, {
    ...unclear,
    id: itemId(message.source, named, reason),
    about: named,
  });
}
