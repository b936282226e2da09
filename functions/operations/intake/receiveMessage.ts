import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import {
  MOST_BYTES,
  NOT_NOW,
  notAllowed,
  type Problem,
  TOO_LARGE,
  tooMany,
  UNKNOWN_SOURCE,
} from '../../domain/intake/receive/problem.ts';
import { readContent } from '../../domain/intake/receive/readContent.ts';
import { NO_UTF8 } from '../../domain/intake/receive/readJson.ts';
import { MESSAGE_KINDS, SOURCE_NAME, type Source } from '../../domain/intake/source.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { WallClock } from '../ports.ts';
import { type AuthenticationDependencies, authenticate } from './authenticate.ts';
import type { MessageQueue, RateLimit, SourceStore } from './ports.ts';

export interface IncomingRequest {
  readonly method: string;
  /** As in the address: `/webhooks/{kind}/{source}`. */
  readonly kind: string;
  readonly source: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** On its way here something that was no UTF-8 was made into text: these are not the bytes that were sent. */
  readonly mended: boolean;
}

export type Answer =
  | { readonly status: 200 | 204; readonly headers?: Readonly<Record<string, string>> }
  | { readonly problem: Problem };

export interface ReceiverDependencies extends AuthenticationDependencies {
  readonly sources: Pick<SourceStore, 'source'>;
  readonly limit: RateLimit;
  readonly queue: MessageQueue;
  readonly now: WallClock;
  /** Told when a source was refused, or something of ours could not be reached; never content or a secret. */
  readonly tell: (what: string, source: string) => void;
}

/**
 * Takes a message: authenticates its sender, checks size and shape, and queues it as it came. Nothing else, so that
 * nothing of ours can fail between a sender and the queue; 204 says that the queue has it (invariant 11). Statuses:
 * contract.md, "Web". A probe of a document system is answered and not queued.
 */
export async function receiveMessage(deps: ReceiverDependencies, request: IncomingRequest): Promise<Answer> {
  try {
    const answer = await receive(deps, request);
    // Who listens at an address that is none leaves no line; a source that is refused does, by its code alone.
    if ('problem' in answer && answer.problem !== UNKNOWN_SOURCE)
      deps.tell(`refused: ${answer.problem.code}`, request.source);
    return answer;
  } catch (error) {
    deps.tell(error instanceof Error ? `${error.name}: ${error.message}` : String(error), request.source);
    return { problem: NOT_NOW };
  }
}

async function receive(deps: ReceiverDependencies, request: IncomingRequest): Promise<Answer> {
  const source = await knownSource(deps.sources, request);
  if (!source) return { problem: UNKNOWN_SOURCE };
  const { speaks } = source;
  if (speaks === 'cloudevents' && request.method === 'OPTIONS') return handshake(source, request);
  const allow = speaks === 'cloudevents' ? 'POST, OPTIONS' : 'POST';
  if (request.method !== 'POST') return { problem: notAllowed(allow) };
  if (request.bytes.length > MOST_BYTES) return { problem: TOO_LARGE };
  const refused = await authenticate(deps, speaks, request);
  if (refused) return { problem: refused };
  const at = deps.now();
  if (!(await isWithinLimit(deps, source, at)))
    return { problem: tooMany(60 - new Date(at).getUTCSeconds()) };
  if (request.mended) return { problem: NO_UTF8 };
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

/** What cannot be counted is taken: a queue bears a flood better than a sender bears an outage, which gives up. */
async function isWithinLimit({ limit, tell }: ReceiverDependencies, source: Source, at: string) {
  try {
    return await limit.take(source.name, source.mostPerMinute, at);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    tell('not counted', source.name);
    return true;
  }
}

type Speaking = Source & { readonly speaks: QueuedMessage['speaks'] };

/** The source of this address, if it sends messages, and of this kind. What can be no name is looked up nowhere. */
async function knownSource(
  sources: Pick<SourceStore, 'source'>,
  { kind, source: name }: IncomingRequest,
): Promise<Speaking | undefined> {
  const speaks = MESSAGE_KINDS.find((each) => each === kind);
  if (!speaks || !SOURCE_NAME.test(name)) return undefined;
  const source = await sources.source(name);
  return source?.speaks === speaks ? { ...source, speaks } : undefined;
}

/**
 * CloudEvents, "HTTP 1.1 Web Hooks", 4: a sender asks whether it may send. Every sender to a source that exists may; what
 * it sends must carry the token all the same. Permission is in the headers, not in the status; without a name to give
 * it to there is none.
 */
function handshake({ mostPerMinute }: Source, { headers }: IncomingRequest): Answer {
  const asked = headers['webhook-request-origin'];
  return {
    status: 200,
    headers: {
      allow: 'POST',
      ...(asked && { 'webhook-allowed-origin': asked, 'webhook-allowed-rate': String(mostPerMinute) }),
    },
  };
}
