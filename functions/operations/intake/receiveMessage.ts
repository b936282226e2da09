import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import {
  FORBIDDEN,
  NOT_NOW,
  notAllowed,
  type Problem,
  TOO_LARGE,
  TOO_MANY,
  UNKNOWN_SOURCE,
  unauthenticated,
} from '../../domain/intake/receive/problem.ts';
import { readContent } from '../../domain/intake/receive/readContent.ts';
import { MOST_BYTES } from '../../domain/intake/receive/readJson.ts';
import { isOneOf } from '../../domain/intake/receive/sameSecret.ts';
import type { MessageKind, Source } from '../../domain/intake/source.ts';
import type { WallClock } from '../ports.ts';
import type { MessageQueue, RateLimit, SignatureCheck, SourceSecrets, SourceStore } from './ports.ts';

export interface IncomingRequest {
  readonly method: string;
  /** As in the address: `/webhooks/{kind}/{source}`. */
  readonly kind: string;
  readonly source: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export type Answer =
  | { readonly status: 204; readonly headers?: Readonly<Record<string, string>> }
  | { readonly problem: Problem };

export interface ReceiverDependencies {
  readonly sources: Pick<SourceStore, 'source'>;
  readonly secrets: Pick<SourceSecrets, 'read'>;
  readonly signatures: SignatureCheck;
  readonly limit: RateLimit;
  readonly queue: MessageQueue;
  readonly now: WallClock;
  /** Told when something of ours could not be reached; never content or a secret. */
  readonly tell: (what: string, source: string) => void;
}

/**
 * Takes a message: authenticates its sender, checks size and shape, and queues it as it came. Nothing else, so that
 * nothing of ours can fail between a sender and the queue; 204 says that the queue has it (invariant 11). Statuses:
 * contract.md, "Web". A probe of a document system is answered and not queued.
 */
export async function receiveMessage(deps: ReceiverDependencies, request: IncomingRequest): Promise<Answer> {
  try {
    return await receive(deps, request);
  } catch (error) {
    deps.tell(error instanceof Error ? `${error.name}: ${error.message}` : String(error), request.source);
    return { problem: NOT_NOW };
  }
}

async function receive(deps: ReceiverDependencies, request: IncomingRequest): Promise<Answer> {
  const source = await deps.sources.source(request.source);
  if (!source || source.speaks !== request.kind) return { problem: UNKNOWN_SOURCE };
  const speaks = request.kind as MessageKind;
  if (speaks === 'cloudevents' && request.method === 'OPTIONS') return handshake(source, request);
  const allow = speaks === 'cloudevents' ? 'POST, OPTIONS' : 'POST';
  if (request.method !== 'POST') return { problem: notAllowed(allow) };
  if (request.bytes.length > MOST_BYTES) return { problem: TOO_LARGE };
  const refused = await authenticate(deps, speaks, request);
  if (refused) return { problem: refused };
  const at = deps.now();
  if (!(await deps.limit.take(source.name, source.mostPerMinute, at))) return { problem: TOO_MANY };
  const read = readContent(speaks, request.headers, request.bytes);
  if ('problem' in read) return read;
  if (read.probe) return { status: 204 };
  const message: QueuedMessage = {
    source: source.name,
    speaks,
    receivedAt: at,
    messageKey: read.messageKey,
    content: read.content,
  };
  await deps.queue.send(message);
  return { status: 204 };
}

/** Which header says who sends, and how a sender that says nothing is told what is expected. */
async function authenticate(
  { secrets, signatures }: ReceiverDependencies,
  speaks: MessageKind,
  { source, headers, bytes }: IncomingRequest,
): Promise<Problem | undefined> {
  const secret = await secrets.read(source);
  const accepted = secret?.accepted.map(({ value }) => value) ?? [];
  if (speaks === 'standard') {
    if (!headers['webhook-id'] || !headers['webhook-timestamp'] || !headers['webhook-signature'])
      return unauthenticated('StandardWebhooks');
    return accepted.some((value) => signatures.holds(value, headers, bytes)) ? undefined : FORBIDDEN;
  }
  const { authorization } = headers;
  if (!authorization) return unauthenticated('Bearer');
  const expected = speaks === 'zgw' ? accepted : accepted.map((token) => `Bearer ${token}`);
  // The name of a scheme is the same in any case (RFC 9110, 11.1); the token after it is not.
  const given = speaks === 'zgw' ? authorization : authorization.replace(/^bearer +/i, 'Bearer ');
  return isOneOf(given, expected) ? undefined : FORBIDDEN;
}

/** CloudEvents, "HTTP 1.1 Web Hooks", 4: a sender asks whether it may send; one that is not ours gets no permission. */
function handshake({ origins, mostPerMinute }: Source, { headers }: IncomingRequest): Answer {
  const asked = headers['webhook-request-origin'];
  const known = origins.map((origin) => new URL(origin).hostname);
  const allowed = asked && (known.length === 0 || known.includes(asked.toLowerCase()));
  return {
    status: 204,
    headers: {
      allow: 'POST, OPTIONS',
      ...(allowed && { 'webhook-allowed-origin': asked, 'webhook-allowed-rate': String(mostPerMinute) }),
    },
  };
}
