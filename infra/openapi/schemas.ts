import * as z from 'zod';
import { cloudEventSchema } from '../../functions/domain/intake/receive/cloudEvent.ts';
import { problemBodySchema } from '../../functions/domain/intake/receive/problem.ts';
import { zgwNotificationSchema } from '../../functions/domain/intake/receive/zgwNotification.ts';
import { publicTimelineSchema } from '../../functions/domain/public/publicTimeline.ts';

/** What the web hooks and the other JSON endpoints take and give, by the names they have in the description. */
export const SCHEMAS = {
  Notification: zgwNotificationSchema.describe(
    'ZGW Notificaties API 1.0; fields it does not know are taken too.',
  ),
  CloudEvent: cloudEventSchema.describe('CloudEvents 1.0, profile NL-GOV, in structured mode.'),
  Payload: z
    .looseObject({})
    .describe('Standard Webhooks 1.0: any object; its `type` and `data` are read later.'),
  Data: z.unknown().describe('The data of an event in binary mode; its attributes are the ce- headers.'),
  Problem: problemBodySchema.describe('RFC 9457; without anything of our insides.'),
  PublicTimeline: publicTimelineSchema.describe(
    'What everybody may read of a trajectory. No names of people, references, notes, or answers under embargo.',
  ),
  Health: z
    .strictObject({ status: z.enum(['ok', 'unavailable']) })
    .describe('Whether the table of the record answers.'),
} as const satisfies Readonly<Record<string, z.ZodType>>;
export type SchemaName = keyof typeof SCHEMAS;

/** JSON Schema 2020-12, which is what OpenAPI 3.1 has. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema: _draft, ...json } = z.toJSONSchema(schema, { io: 'input' });
      return [name, json];
    }),
  );
}

export function contentOf(type: string, name: SchemaName) {
  return { [type]: { schema: { $ref: `#/components/schemas/${name}` } } };
}
