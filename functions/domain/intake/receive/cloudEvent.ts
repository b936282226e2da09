import { HTTP } from 'cloudevents';
import * as z from 'zod';
import { malformed, type Problem, wrongType } from './problem.ts';
import { readJson } from './readJson.ts';
import { whereWrong } from './zgwNotification.ts';

const STRUCTURED = 'application/cloudevents+json';

/**
 * The attributes of CloudEvents 1.0 as the NL-GOV profile has them (domain.md). The package that reads the event makes up
 * an id where there is none, so the required ones are checked here, on what was sent.
 */
export const cloudEventSchema = z.looseObject({
  id: z.string().min(1).max(1000),
  source: z.string().min(1).max(1000),
  specversion: z.literal('1.0'),
  type: z.string().min(1).max(500),
  subject: z.string().max(1000).optional(),
  time: z.string().max(100).optional(),
  datacontenttype: z.string().max(200).optional(),
  dataref: z.string().max(2000).optional(),
});
export type CloudEventContent = z.infer<typeof cloudEventSchema>;

type Headers = Readonly<Record<string, string>>;

/** An event in structured or binary mode, with all its attributes and its data; header names in lower case. */
export function readCloudEvent(
  headers: Headers,
  bytes: Uint8Array,
): { readonly event: CloudEventContent } | { readonly problem: Problem } {
  const type = (headers['content-type'] ?? '').toLowerCase().split(';', 1)[0]?.trim() ?? '';
  const binary = headers['ce-specversion'] !== undefined || headers['ce-id'] !== undefined;
  if (type !== STRUCTURED && (!binary || type.startsWith('application/cloudevents')))
    return { problem: wrongType(`${STRUCTURED}, of als event met ce-headers`) };
  const read = bytes.length === 0 && binary ? { value: undefined } : readJson(bytes);
  if ('problem' in read) return read;
  const sent = type === STRUCTURED ? read.value : attributesOf(headers);
  const checked = cloudEventSchema.safeParse(sent);
  if (!checked.success) return { problem: malformed(whereWrong(checked.error)) };
  try {
    const event = HTTP.toEvent({ headers: { ...headers }, body: Buffer.from(bytes).toString('utf8') });
    if (Array.isArray(event)) return { problem: malformed('Stuur één event per bericht.') };
    const parsed = cloudEventSchema.safeParse(JSON.parse(JSON.stringify(event)));
    return parsed.success ? { event: parsed.data } : { problem: malformed(whereWrong(parsed.error)) };
  } catch {
    return { problem: malformed('Het bericht is geen geldig CloudEvent 1.0.') };
  }
}

function attributesOf(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith('ce-'))
      .map(([name, value]) => [name.slice(3), value]),
  );
}
