import type { Day } from '../../domain/calendar/days.ts';
import { aboutHash, notThereItemId } from '../../domain/intake/itemId.ts';
import { foundMessage } from '../../domain/intake/reconcile/foundMessage.ts';
import type { ListedDecision } from '../../domain/intake/reconcile/readDecisionPage.ts';
import type { Reconcilable } from '../../domain/intake/reconcile/reconcilable.ts';
import { reconciledFrom } from '../../domain/intake/reconcile/reconciledFrom.ts';
import type { Source } from '../../domain/intake/source.ts';
import type { WallClock } from '../ports.ts';
import type { Look } from './lookInTurn.ts';
import type { MessageQueue, MessageStore, ReportStore, ResourceReader } from './ports.ts';
import { readDecisionLists } from './readDecisionLists.ts';

export interface LookForMissed {
  readonly resources: ResourceReader;
  readonly reports: Pick<ReportStore, 'report'>;
  readonly messages: Pick<MessageStore, 'message'>;
  readonly queue: MessageQueue;
  readonly now: WallClock;
}

/**
 * Looks for the decisions of a document system of which no notification came, and queues the one that should have: a
 * default Open Notificaties gives up after minutes (domain.md, "Notifications"). Whether it is certain, and that it is
 * worked out once, is the worker's to see to, as with every other message.
 */
export async function lookForMissed(
  deps: LookForMissed,
  source: Source,
  { list, speaks }: Exclude<Reconcilable, { readonly why: string }>,
  readUntil: Day | undefined,
  today: Day,
  at: string,
): Promise<Look> {
  const from = reconciledFrom(readUntil, today);
  const counts = { decisions: 0, queued: 0, known: 0, unmatched: 0, skipped: 0 };
  // Pages shift while they are read, and lists overlap.
  const seen = new Set<string>();
  const takeOne = async (decision: ListedDecision): Promise<void> => {
    if (seen.has(decision.url)) return;
    seen.add(decision.url);
    counts.decisions += 1;
    if (isOld(decision, from) || isIgnored(decision, source)) counts.unmatched += 1;
    else if (await isKnown(deps, source, decision)) counts.known += 1;
    else {
      await deps.queue.send(foundMessage({ name: source.name, speaks }, decision, at));
      counts.queued += 1;
    }
  };
  const failed = await readDecisionLists(
    deps.resources,
    source,
    list,
    async ({ decisions, skipped }) => {
      counts.skipped += skipped;
      for (const decision of decisions) await takeOne(decision);
    },
    deps.now,
  );
  return { found: { ...counts, from, until: today }, failed, readUntil: today };
}

function isOld({ on }: ListedDecision, from: Day): boolean {
  return on !== undefined && on < from;
}

/** By its address only: what a kind is called is looked up by the worker. */
function isIgnored({ kind }: ListedDecision, { mapping }: Source): boolean {
  return kind !== undefined && mapping.ignore.types.includes(kind);
}

/** It led to something, other than that it could not be found; or it was handed on before, as it is now, and led to nothing, or is still being worked on. */
async function isKnown(
  { reports, messages }: LookForMissed,
  { name }: Source,
  { url, key }: ListedDecision,
): Promise<boolean> {
  const about = aboutHash(url);
  const { place, item } = (await reports.report(name, about)) ?? {};
  if (place !== undefined || (item !== undefined && item !== notThereItemId(name, about))) return true;
  return (await messages.message(name, key)) !== undefined;
}
