import type { IncomingItem } from '../../domain/intake/incomingItem.ts';
import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import { matchDecision } from '../../domain/intake/read/match.ts';
import type { ReadDecision } from '../../domain/intake/read/readDecision.ts';
import { whatItAsks } from '../../domain/intake/read/whatItAsks.ts';
import { KEPT_DAYS, type SeenMessage } from '../../domain/intake/seenMessage.ts';
import type { Source } from '../../domain/intake/source.ts';
import { Refusal } from '../../domain/refusal.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { RecordStore, WallClock } from '../ports.ts';
import { recordDecision } from '../recordDecision.ts';
import { fetchDecision } from './fetchDecision.ts';
import { newItem } from './newItem.ts';
import type { ItemStore, MessageStore, ResourceReader, SourceStore } from './ports.ts';
import { readCandidates } from './readCandidates.ts';

export interface WorkerDependencies {
  readonly store: RecordStore;
  readonly sources: Pick<SourceStore, 'source'>;
  readonly messages: MessageStore;
  readonly items: Pick<ItemStore, 'putItem'>;
  readonly resources: ResourceReader;
  readonly now: WallClock;
}

type End = Parameters<MessageStore['finishMessage']>[1];

/** Longer than one message ever takes; whoever finds it over takes the message again. */
const LEASE_SECONDS = 90;

/**
 * Works off one message: exactly one of recorded, an item for a person, ignored, or kept while its source is paused
 * (decision 10). Doing it again gives the same: a message is claimed by the protocol's own key, a decision's and an
 * item's id follow from their content. Throws `Unavailable` when it is to be tried again.
 */
export async function handleMessage(
  deps: WorkerDependencies,
  message: QueuedMessage,
): Promise<End['status'] | 'repeat'> {
  const { messages, now } = deps;
  const source = await deps.sources.source(message.source);
  if (!(await messages.claimMessage(seen(message, now()), now()))) return 'repeat';
  try {
    const end = await endOf(deps, message, source);
    await messages.finishMessage(message, end);
    return end.status;
  } catch (error) {
    // Seen on the page of its source, and free for the next try.
    const said = `Nog niet gelukt: ${error instanceof Unavailable ? error.message : 'een fout van ons'}`;
    await messages.finishMessage(message, { status: 'failed', said: said.slice(0, 300) }).catch(() => false);
    throw error;
  }
}

function seen({ source, messageKey, receivedAt }: QueuedMessage, now: string): SeenMessage {
  return {
    kind: 'message',
    schemaVersion: SCHEMA_VERSION,
    source,
    messageKey,
    receivedAt,
    status: 'working',
    said: 'wordt verwerkt',
    repeats: 0,
    workedUntil: new Date(Date.parse(now) + LEASE_SECONDS * 1000).toISOString(),
    expiresAt: Math.floor(Date.parse(receivedAt) / 1000) + KEPT_DAYS * 86_400,
  };
}

async function endOf(
  deps: WorkerDependencies,
  message: QueuedMessage,
  source: Source | undefined,
): Promise<End> {
  if (!source) {
    const gone = { name: message.source, municipality: '' };
    return toPerson(deps, message, gone, 'unknown', {}, 'Deze bron is intussen verwijderd.');
  }
  if (source.pausedAt) {
    return { status: 'held', said: 'Bewaard: de bron staat op pauze.', held: JSON.stringify(message) };
  }
  const asks = whatItAsks(message, source);
  switch (asks.kind) {
    case 'ignore':
      return { status: 'ignored', said: asks.said };
    case 'unknown':
      return toPerson(deps, message, source, 'unknown', {}, asks.reason);
    case 'gone':
      return toPerson(
        deps,
        message,
        source,
        'unknown',
        {},
        'Dit besluit is bij de bron vernietigd; ga na of het hier is vastgelegd.',
      );
    case 'read':
      return decided(deps, message, source, asks.decision);
    case 'fetch': {
      const fetched = await fetchDecision(deps.resources, source, asks.url, asks.types);
      return 'reason' in fetched
        ? toPerson(deps, message, source, 'unknown', {}, fetched.reason)
        : decided(deps, message, source, fetched.decision);
    }
  }
}

async function decided(
  deps: WorkerDependencies,
  message: QueuedMessage,
  source: Source,
  decision: ReadDecision,
): Promise<End> {
  const matched = matchDecision(decision, source, await readCandidates(deps.store, source));
  if (matched.kind !== 'certain') {
    const status = matched.kind === 'plausible' ? 'proposed' : 'unknown';
    return toPerson(deps, message, source, status, matched.draft, matched.reason, decision.text);
  }
  const { answer } = matched;
  try {
    const by = { by: source.name, via: 'webhook' } as const;
    const { changed } = await recordDecision(deps.store, answer, deps.now(), by);
    const what = `${answer.body} in ronde ${answer.round} van ${answer.trajectory}`;
    return changed
      ? { status: 'recorded', said: `Vastgelegd: ${what}.` }
      : { status: 'unchanged', said: `Stond al zo vast: ${what}.` };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'UNAVAILABLE') throw new Unavailable('De tabel', error);
    return toPerson(deps, message, source, 'proposed', answer, error.message, decision.text);
  }
}

async function toPerson(
  { items }: WorkerDependencies,
  message: QueuedMessage,
  source: Pick<Source, 'name' | 'municipality'>,
  status: IncomingItem['status'] & ('proposed' | 'unknown'),
  draft: IncomingItem['draft'],
  reason: string,
  title = '',
): Promise<End> {
  const item = newItem(
    { source: source.name, municipality: source.municipality, key: message.messageKey },
    { status, draft, reason, title, content: message.content, receivedAt: message.receivedAt },
  );
  // There already: an earlier try got as far, and whatever became of it since stands.
  await items.putItem(item);
  return { status: status === 'proposed' ? 'proposed' : 'triage', said: reason, item: item.id };
}
