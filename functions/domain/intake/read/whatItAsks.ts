import * as z from 'zod';
import type { QueuedMessage } from '../queuedMessage.ts';
import { cloudEventSchema } from '../receive/cloudEvent.ts';
import { zgwNotificationSchema } from '../receive/zgwNotification.ts';
import type { Source } from '../source.ts';
import { outcomeOf, type ReadDecision } from './readDecision.ts';

/** What has to be done to know what a message is about. */
export type WhatItAsks =
  | { readonly kind: 'ignore'; readonly said: string }
  /** The decision itself is at this address. */
  | { readonly kind: 'fetch'; readonly url: string; readonly types: readonly string[] }
  /** It is taken back at the source. */
  | { readonly kind: 'gone'; readonly url: string }
  | { readonly kind: 'read'; readonly decision: ReadDecision }
  | { readonly kind: 'unknown'; readonly reason: string };

const DECISIONS = 'besluiten';
const NLGOV_TYPE = /^nl\.overheid\.([a-z]+)\.([a-z]+)\.([a-z]+)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Where the Besluiten API 1 has its decisions, below the origin of a source. */
const DECISIONS_PATH = '/besluiten/api/v1/besluiten/';

export function whatItAsks(message: QueuedMessage, source: Source): WhatItAsks {
  const content: unknown = JSON.parse(message.content);
  if (message.speaks === 'zgw') return askedByNotification(content, source);
  return message.speaks === 'cloudevents' ? askedByEvent(content, source) : askedByPayload(content, source);
}

function askedByNotification(content: unknown, { mapping }: Source): WhatItAsks {
  const { kanaal, resource, resourceUrl, hoofdObject, actie } = zgwNotificationSchema.parse(content);
  if (mapping.ignore.channels.includes(kanaal))
    return { kind: 'ignore', said: `Berichten van kanaal ${kanaal} worden voor deze bron overgeslagen.` };
  if (kanaal !== DECISIONS)
    return {
      kind: 'unknown',
      reason: `Een bericht van kanaal ${kanaal} gaat niet over een besluit dat wij kennen.`,
    };
  // A document of a decision says only that the decision may have changed.
  if (resource !== 'besluit') return { kind: 'fetch', url: hoofdObject, types: [] };
  return actie === 'destroy' || actie === 'delete'
    ? { kind: 'gone', url: resourceUrl }
    : { kind: 'fetch', url: resourceUrl, types: [] };
}

const eventDataSchema = z.looseObject({
  hoofdObject: z.string().optional(),
  resourceUrl: z.string().optional(),
});

function askedByEvent(content: unknown, { mapping, origins }: Source): WhatItAsks {
  const event = cloudEventSchema.parse(content);
  const { type, subject, dataref } = event;
  if (mapping.ignore.types.includes(type))
    return { kind: 'ignore', said: `Events van soort ${type} worden overgeslagen.` };
  const [, channel, resource, action] = NLGOV_TYPE.exec(type) ?? [];
  if (channel && mapping.ignore.channels.includes(channel))
    return { kind: 'ignore', said: `Events over ${channel} worden overgeslagen.` };
  const data = eventDataSchema.safeParse(event.data);
  const named = data.success ? data.data : {};
  const url =
    (resource === undefined || resource === 'besluit' ? named.resourceUrl : undefined) ??
    named.hoofdObject ??
    dataref ??
    ofSubject(subject, origins);
  const about = channel === DECISIONS || /besluit/.test(type);
  if (!about || url === undefined)
    return { kind: 'unknown', reason: `Een event van soort ${type} zegt niet over welk besluit het gaat.` };
  return action === 'destroy' ? { kind: 'gone', url } : { kind: 'fetch', url, types: [type] };
}

/** Some events have nothing but a UUID: it is looked up at the one origin the source has. */
function ofSubject(subject: string | undefined, origins: readonly string[]): string | undefined {
  const [origin, ...others] = origins;
  return subject && UUID.test(subject) && origin && others.length === 0
    ? `${origin}${DECISIONS_PATH}${subject.toLowerCase()}`
    : undefined;
}

const text = z.string().trim().min(1).max(4000).optional().catch(undefined);
const payloadSchema = z.looseObject({
  type: z.string().max(200).optional().catch(undefined),
  data: z
    .looseObject({
      url: text,
      trajectory: text,
      round: text,
      body: text,
      outcome: text,
      date: z.iso.date().optional().catch(undefined),
      newDate: z.iso.date().optional().catch(undefined),
      reference: text,
      note: text,
      title: text,
      case: text,
    })
    .optional()
    .catch(undefined),
});

function askedByPayload(content: unknown, { mapping }: Source): WhatItAsks {
  const { type, data } = payloadSchema.parse(content);
  const types = type ? [type] : [];
  if (type && mapping.ignore.types.includes(type))
    return { kind: 'ignore', said: `Berichten van soort ${type} worden overgeslagen.` };
  if (data?.url) return { kind: 'fetch', url: data.url, types };
  if (!data) return { kind: 'unknown', reason: 'Het bericht heeft geen inhoud waaruit een besluit blijkt.' };
  const { trajectory, round, body, date, newDate, reference, note, title } = data;
  return {
    kind: 'read',
    decision: {
      types,
      cases: data.case ? [data.case] : [],
      day: date,
      reference,
      text: [title, note].filter(Boolean).join('\n'),
      said: { trajectory, round, body, outcome: outcomeOf(data.outcome), newDate },
    },
  };
}
