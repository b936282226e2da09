import * as z from 'zod';
import type { Announcement } from './announcement.ts';
import { readNamedDecision } from './readNamedDecision.ts';
import type { Source } from './source.ts';

/** The payload of a Standard Webhook: its specification recommends `type`, `timestamp` and `data`. */
const payloadSchema = z.looseObject({ type: z.string().min(1).max(300), data: z.unknown() });

export function readPayload(
  json: unknown,
  { mapping }: Pick<Source, 'mapping'>,
  messageKey: string,
): Announcement | undefined {
  const parsed = payloadSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { type, data } = parsed.data;
  if (mapping.ignore.types.includes(type))
    return { kind: 'ignored', said: `Soort "${type}" wordt volgens de map van de bron overgeslagen.` };
  const destroyed = /\.(destroyed?|deleted?)$/.test(type);
  return readNamedDecision({ type, data, destroyed }, mapping, messageKey);
}
