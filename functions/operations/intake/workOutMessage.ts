import type { Announcement } from '../../domain/intake/announcement.ts';
import { decisionAddress } from '../../domain/intake/decisionAddress.ts';
import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import { readAnnouncement } from '../../domain/intake/readAnnouncement.ts';
import { readBesluit, readStatedDecision } from '../../domain/intake/readDecision.ts';
import type { SeenMessage } from '../../domain/intake/seenMessage.ts';
import type { Source } from '../../domain/intake/source.ts';
import { isIgnored } from '../../domain/intake/whatMappingSays.ts';
import type { IntakeDependencies } from './dependencies.ts';
import { nameLinked } from './nameLinked.ts';
import { putUnclear } from './putIncoming.ts';
import { settleDecision } from './settleDecision.ts';
import { settleGone } from './settleGone.ts';

/** What became of a message, as its source's page tells it. */
export type MessageEnd = Pick<SeenMessage, 'status' | 'said'> & Partial<Pick<SeenMessage, 'item' | 'held'>>;

/** From a message to exactly one of: recorded (before or now), an item, ignored, held. Throws `Unavailable`. */
export async function workOutMessage(deps: IntakeDependencies, message: QueuedMessage): Promise<MessageEnd> {
  const source = await deps.sources.source(message.source);
  if (!source || source.speaks !== message.speaks) {
    const reason = source
      ? `Bron ${message.source} spreekt intussen een ander protocol dan toen dit bericht kwam.`
      : `Bron ${message.source} is verwijderd nadat dit bericht kwam.`;
    return putUnclear(deps, message, source?.municipality ?? '', {
      title: `Bericht van ${message.source}`,
      reason: `${reason} Voer de uitkomst zelf in, of wijs het bericht af.`,
    });
  }
  if (source.pausedAt)
    return { status: 'held', said: 'De bron staat stil; het bericht wacht.', held: JSON.stringify(message) };

  const announced = readAnnouncement(message, source);
  switch (announced.kind) {
    case 'ignored':
      return { status: 'ignored', said: announced.said };
    case 'unclear':
      return putUnclear(deps, message, source.municipality, announced);
    case 'stated':
      return announced.destroyed
        ? settleGone(deps, message, source, announced.named)
        : settleRead(
            deps,
            message,
            source,
            announced.named,
            readStatedDecision(announced.json, announced.type, announced.named),
          );
    case 'resource':
      return fetchAndSettle(deps, message, source, announced);
  }
}

async function fetchAndSettle(
  deps: IntakeDependencies,
  message: QueuedMessage,
  source: Source,
  { url, type, destroyed }: Extract<Announcement, { readonly kind: 'resource' }>,
): Promise<MessageEnd> {
  const address = decisionAddress(url);
  if (destroyed) return settleGone(deps, message, source, address);
  const fetched = await deps.resources.read(address, source);
  if (fetched.kind === 'gone') return settleGone(deps, message, source, address);
  if (fetched.kind === 'refused') {
    return putUnclear(deps, message, source.municipality, {
      decision: address,
      title: type ?? `Besluit van ${source.name}`,
      reason: `${fetched.why} Voer de uitkomst zelf in, of vraag de beheerder de bron na te kijken.`,
    });
  }
  const read = readBesluit(fetched.json, address);
  if ('mistake' in read || type === undefined) return settleRead(deps, message, source, address, read);
  const decision = { ...read.decision, types: [...read.decision.types, type] };
  return settleRead(deps, message, source, address, { decision });
}

async function settleRead(
  deps: IntakeDependencies,
  message: QueuedMessage,
  source: Source,
  named: string,
  read: ReturnType<typeof readBesluit>,
): Promise<MessageEnd> {
  if ('mistake' in read) {
    return putUnclear(deps, message, source.municipality, {
      decision: named,
      title: `Besluit van ${source.name}`,
      reason: `${read.mistake} Voer de uitkomst zelf in, of wijs het bericht af.`,
    });
  }
  const decision = await nameLinked(deps.resources, read.decision, source);
  if (isIgnored(decision, source.mapping))
    return { status: 'ignored', said: 'Deze soort besluit wordt volgens de map van de bron overgeslagen.' };
  return settleDecision(deps, message, source, decision);
}
