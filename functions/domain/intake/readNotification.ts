import * as z from 'zod';
import { type Announcement, DECISIONS_CHANNEL, otherChannel } from './announcement.ts';
import type { Source } from './source.ts';

/** ZGW Notificaties API 1.0, as far as it says where to look. */
const notificationSchema = z.looseObject({
  kanaal: z.string().max(50),
  hoofdObject: z.url(),
  resource: z.string().max(100),
  resourceUrl: z.url(),
  actie: z.string().max(100),
});

/** A notification leads to its main object: of a document of a decision that is the decision. */
export function readNotification(
  json: unknown,
  { name, mapping }: Pick<Source, 'name' | 'mapping'>,
): Announcement | undefined {
  const parsed = notificationSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { kanaal, hoofdObject, resource, resourceUrl, actie } = parsed.data;
  if (kanaal === 'test') return { kind: 'ignored', said: 'Een proefbericht.' };
  if (mapping.ignore.channels.includes(kanaal))
    return { kind: 'ignored', said: `Kanaal "${kanaal}" wordt volgens de map van de bron overgeslagen.` };
  if (kanaal !== DECISIONS_CHANNEL) return otherChannel(kanaal, name);
  const itself = resource === 'besluit';
  return {
    kind: 'resource',
    url: itself ? resourceUrl : hoofdObject,
    // A document that goes leaves its decision; only the decision itself is gone.
    destroyed: itself && actie === 'destroy',
  };
}
