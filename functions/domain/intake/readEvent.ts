import * as z from 'zod';
import { type Announcement, DECISIONS_CHANNEL, otherChannel } from './announcement.ts';
import { readNamedDecision } from './readNamedDecision.ts';
import type { Source } from './source.ts';

/** A CloudEvent 1.0 as the receiver queued it: attributes and data as one object. */
const eventSchema = z.looseObject({
  id: z.string().min(1),
  type: z.string().min(1).max(300),
  subject: z.string().max(1000).nullish(),
  dataref: z.string().max(2000).nullish(),
  data: z.unknown().optional(),
});

/** Open Zaak's types: `nl.overheid.{kanaal}.{resource}.{actie}`; other types of the profile have other forms. */
const OPEN_ZAAK = /^nl\.overheid\.([a-z_-]+)\.([a-z_-]+)\.([a-z_]+)$/i;

export function readEvent(
  json: unknown,
  { name, mapping }: Pick<Source, 'name' | 'mapping'>,
  messageKey: string,
): Announcement | undefined {
  const parsed = eventSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { type, subject, dataref, data } = parsed.data;
  const [, channel, resource, action] = OPEN_ZAAK.exec(type) ?? [];
  if (mapping.ignore.types.includes(type))
    return { kind: 'ignored', said: `Soort "${type}" wordt volgens de map van de bron overgeslagen.` };
  if (channel && mapping.ignore.channels.includes(channel))
    return { kind: 'ignored', said: `Kanaal "${channel}" wordt volgens de map van de bron overgeslagen.` };
  if (channel && channel !== DECISIONS_CHANNEL) return otherChannel(channel, name);
  return readNamedDecision(
    {
      type,
      data,
      // The reference of a document's event is the document.
      reference: resource === undefined || resource === 'besluit' ? dataref : undefined,
      subject,
      destroyed: (resource ?? 'besluit') === 'besluit' && action === 'destroy',
    },
    mapping,
    messageKey,
  );
}
