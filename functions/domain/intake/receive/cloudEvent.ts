import { CloudEvent, HTTP } from 'cloudevents';
import * as z from 'zod';
import { attributesOfHeaders, headersOfAttributes } from './eventHeaders.ts';
import { malformed, type Problem, wrongType } from './problem.ts';
import { type ReadJson, readJson } from './readJson.ts';
import { whereWrong } from './whereWrong.ts';

const STRUCTURED = 'application/cloudevents+json';
const BINARY = 'application/json met ce-headers';

/**
 * The attributes of CloudEvents 1.0 as the NL-GOV profile has them (domain.md). The package that reads the event makes up
 * an id and a time where there are none, so the required ones are checked here, on what was sent.
 */
export const cloudEventSchema = z.looseObject({
  id: z.string().min(1),
  source: z.string().min(1),
  specversion: z.literal('1.0'),
  type: z.string().min(1),
  subject: z.string().optional(),
  time: z.string().optional(),
  datacontenttype: z.string().optional(),
  dataschema: z.string().optional(),
  dataref: z.string().optional(),
});
export type CloudEventContent = z.infer<typeof cloudEventSchema>;

export interface ReadEvent {
  readonly event: CloudEventContent;
  /** In structured form: as it was sent, or put together from its headers and its data. */
  readonly content: string;
}

type Headers = Readonly<Record<string, string>>;

/** An event in structured or binary mode, with all its attributes and its data; header names in lower case. */
export function readCloudEvent(
  headers: Headers,
  bytes: Uint8Array,
): ReadEvent | { readonly problem: Problem } {
  const type = mediaType(headers['content-type']);
  if (type === STRUCTURED) return readStructured(readJson(bytes));
  const isBinary = headers['ce-specversion'] !== undefined || headers['ce-id'] !== undefined;
  if (!isBinary || type.startsWith('application/cloudevents'))
    return { problem: wrongType(`${STRUCTURED}, ${BINARY}`, STRUCTURED) };
  if (bytes.length > 0 && !isJson(type)) return { problem: wrongType(BINARY, 'application/json') };
  return readBinary(headers, bytes);
}

function readStructured(read: ReadJson): ReadEvent | { readonly problem: Problem } {
  if ('problem' in read) return read;
  const checked = cloudEventSchema.safeParse(read.value);
  if (!checked.success) return { problem: malformed(whereWrong(checked.error)) };
  return (
    refusedByPackage({ 'content-type': STRUCTURED }, read.text) ?? { event: checked.data, content: read.text }
  );
}

function readBinary(headers: Headers, bytes: Uint8Array): ReadEvent | { readonly problem: Problem } {
  const attributes = attributesOfHeaders(headers);
  if (attributes === undefined)
    return { problem: malformed('Een ce-header is geen UTF-8 na het ontcijferen van %-tekens.') };
  const checked = cloudEventSchema.safeParse(attributes);
  if (!checked.success) return { problem: malformed(whereWrong(checked.error)) };
  const read = bytes.length === 0 ? undefined : readJson(bytes);
  if (read && 'problem' in read) return read;
  const event = { ...checked.data, ...(read && { data: read.value }) };
  return (
    refusedByPackage(headersOfAttributes(checked.data), '') ?? {
      event,
      // The data as it was sent, like the rest: written again a number may be another, or many times as long.
      content: read
        ? `${JSON.stringify(checked.data).slice(0, -1)},"data":${read.text}}`
        : JSON.stringify(event),
    }
  );
}

/** The package knows rules of the standard that our check does not (names and forms of attributes). */
function refusedByPackage(headers: Headers, body: string): { readonly problem: Problem } | undefined {
  try {
    const event = HTTP.toEvent({ headers: { ...headers }, body });
    if (event instanceof CloudEvent && event.validate()) return undefined;
  } catch {
    // What it says of it is in English, and may quote what was sent.
  }
  return {
    problem: malformed(
      'Het bericht is geen geldig CloudEvent 1.0; vergelijk de attributen met de standaard.',
    ),
  };
}

function mediaType(contentType = ''): string {
  return contentType.toLowerCase().split(';', 1)[0]?.trim() ?? '';
}

function isJson(type: string): boolean {
  return type === '' || type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}
