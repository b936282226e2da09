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
  const another = source && whyAnother(source, message);
  if (!source || another) {
    const reason = another ?? `Bron ${message.source} is verwijderd nadat dit bericht kwam.`;
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
        ? settleGone(deps, message, source, announced.named, true)
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
  if (destroyed) return settleGone(deps, message, source, address, true);
  const fetched = await deps.resources.read(address, source);
  // What the source's own list had a moment ago was there.
  if (fetched.kind === 'gone')
    return settleGone(deps, message, source, address, message.foundBy !== undefined);
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

/** The clocks of who adds a source and of who receives need not agree better. */
const CLOCKS_APART_MS = 5 * 60_000;

/** A name may be given again, to a system of another municipality: that one did not send this. */
function whyAnother({ name, speaks, addedAt }: Source, message: QueuedMessage): string | undefined {
  if (speaks !== message.speaks)
    return `Bron ${name} spreekt intussen een ander protocol dan toen dit bericht kwam.`;
  if (Date.parse(message.receivedAt) < Date.parse(addedAt) - CLOCKS_APART_MS)
    return `Bron ${name} is opnieuw toegevoegd nadat dit bericht kwam.`;
  return undefined;
}
