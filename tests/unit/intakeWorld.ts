import { readFileSync } from 'node:fs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { standardSignature } from '../../functions/adapters/intake/standardSignature.ts';
import { newSource } from '../../functions/domain/intake/newSource.ts';
import type { QueuedMessage } from '../../functions/domain/intake/queuedMessage.ts';
import type { Source } from '../../functions/domain/intake/source.ts';
import { type SourceMapping, sourceMappingSchema } from '../../functions/domain/intake/sourceMapping.ts';
import { createHandler } from '../../functions/handlers/receive-message/handler.ts';
import type { ReceiverDependencies } from '../../functions/operations/intake/receiveMessage.ts';

export const AT = '2026-02-04T09:00:00.000Z';
export const ORIGIN = 'https://zaken.harlingen.example';

/** A request as it was recorded from a real sender (shared/fixtures). */
export interface Recorded {
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly answered: number;
  readonly secret?: string;
}

export function recorded(name: string): Recorded {
  return JSON.parse(readFileSync(new URL(`../recorded/${name}.json`, import.meta.url), 'utf8'));
}

export function sourceOf(speaks: string, changes: Partial<Source> = {}, mapping: unknown = {}): Source {
  const read: SourceMapping = sourceMappingSchema.parse(mapping);
  const given = { name: `bron-${speaks}`, speaks, municipality: 'GM0001', origins: [ORIGIN], mapping: read };
  return { ...newSource(given, false, AT, 'beheerder'), ...changes };
}

export const SECRETS: Readonly<Record<string, string>> = {
  'bron-zgw': 'Bearer afgesproken-waarde-0123456789',
  'bron-cloudevents': 'afgesproken-waarde-0123456789',
  'bron-standard': 'whsec_aGVsZG91dC1zZWNyZXQtaGVsZG91dC1zZWNyZXQtMDE=',
};

/** The receiver with one source of each kind; what is queued is kept. */
export function receiving(changes: Partial<ReceiverDependencies> = {}) {
  const sources = ['zgw', 'cloudevents', 'standard'].map((kind) => sourceOf(kind));
  const queued: QueuedMessage[] = [];
  const told: string[] = [];
  const deps: ReceiverDependencies = {
    sources: { source: async (name) => sources.find((each) => each.name === name) },
    secrets: { read: async (name) => ({ accepted: [{ value: SECRETS[name] ?? '' }] }) },
    signatures: standardSignature,
    limit: { take: async () => true },
    queue: { send: async (message) => void queued.push(message) },
    now: () => AT,
    tell: (what) => told.push(what),
    ...changes,
  };
  const handler = createHandler(deps);
  return {
    queued,
    told,
    send: (
      path: string,
      given: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array },
    ) => handler(requestOf(path, given)),
  };
}

/** As API Gateway hands it on: text where it knows the type as text, base64 otherwise. */
function requestOf(
  path: string,
  {
    method = 'POST',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array },
): APIGatewayProxyEventV2 {
  const isText =
    typeof body === 'string' && /^(text\/|application\/json)/i.test(headers['content-type'] ?? '');
  return {
    rawPath: path,
    headers,
    body: isText ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: !isText,
    requestContext: { http: { method } },
  } as unknown as APIGatewayProxyEventV2;
}

export const NOTIFICATION = {
  kanaal: 'besluiten',
  hoofdObject: `${ORIGIN}/besluiten/api/v1/besluiten/9dea2cf6-4cec-487a-b94b-2f2998c66171`,
  resource: 'besluit',
  resourceUrl: `${ORIGIN}/besluiten/api/v1/besluiten/9dea2cf6-4cec-487a-b94b-2f2998c66171`,
  actie: 'create',
  aanmaakdatum: '2026-02-03T10:00:00Z',
  kenmerken: { 'besluittype.catalogus': 'x', verantwoordelijkeOrganisatie: '517439943' },
};
