import type { Announcement } from './announcement.ts';
import type { QueuedMessage } from './queuedMessage.ts';
import { readEvent } from './readEvent.ts';
import { readNotification } from './readNotification.ts';
import { readPayload } from './readPayload.ts';
import type { Source } from './source.ts';

/** Reads what a message announces, by its protocol. Total: what cannot be read is for a person. */
export function readAnnouncement(
  message: Pick<QueuedMessage, 'speaks' | 'content' | 'messageKey' | 'foundBy'>,
  source: Pick<Source, 'name' | 'mapping'>,
): Announcement {
  let json: unknown;
  try {
    json = JSON.parse(message.content);
  } catch {
    return unreadable(source);
  }
  const read = message.foundBy
    ? readNotification
    : { zgw: readNotification, cloudevents: readEvent, standard: readPayload }[message.speaks];
  return read(json, source, message.messageKey) ?? unreadable(source);
}

function unreadable({ name }: Pick<Source, 'name'>): Announcement {
  return {
    kind: 'unclear',
    title: 'Onleesbaar bericht',
    reason: `Het bericht van bron ${name} heeft niet de vorm van zijn protocol. Vraag de leverancier wat er verzonden is.`,
  };
}
