import { auditEntry } from '../../domain/audit.ts';
import { type Answer, decisionId } from '../../domain/decision/answer.ts';
import { isRecorded } from '../../domain/decision/judge.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { DecisionRequest } from '../../domain/round/round.ts';
import type { ItemStore, ReportStore } from '../intake/ports.ts';
import { recordDecision } from '../recordDecision.ts';
import type { LinkSources, LinkView } from './readLink.ts';

export interface LinkDependencies extends LinkSources {
  readonly items: Pick<ItemStore, 'item' | 'writeItem'>;
  /** Where a source's decision belongs; absent: nothing came in. */
  readonly reports?: Pick<ReportStore, 'bindReport'>;
}

export type LinkDecision =
  | { readonly kind: 'recorded'; readonly request: DecisionRequest }
  /** The link opens nothing any more, by its standing. */
  | { readonly kind: 'used-up' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Who a link speaks for. */
export function recordedByLink({ link }: LinkView) {
  return { by: link.person.name.slice(0, 200), via: 'mail-link' } as const;
}

/**
 * Records what the reader of a link has confirmed, in that person's name. The very same again is the same, also when
 * the link has been used up by it. Then the link is marked as used and what it came from is closed: neither decides
 * anything, and doing all of it again does what a crash has left.
 */
export async function decideByLink(
  deps: LinkDependencies,
  view: LinkView,
  answer: Answer,
): Promise<LinkDecision> {
  const known = view.request && isRecorded(view.request, decisionId(answer));
  if (view.standing === 'not-theirs' || (!known && view.standing !== 'open')) return { kind: 'used-up' };
  try {
    const { request } = await recordDecision(deps.store, answer, view.at, recordedByLink(view));
    if (request.status === 'decided') await deps.links.markUsed(view.link, deps.now());
    await closeItem(deps, view, answer);
    return { kind: 'recorded', request };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: error };
    throw error;
  }
}

/** What came in and was waiting for this confirmation; whoever closed it meanwhile has seen it. */
async function closeItem(
  { items, reports, now }: LinkDependencies,
  { link }: LinkView,
  answer: Answer,
): Promise<void> {
  const item = link.item === undefined ? undefined : await items.item(link.item);
  if (item?.status !== 'proposed' && item?.status !== 'unknown') return;
  // What its source says of the decision later belongs to the same place (docs/decisions, "one reported decision").
  if (item.about !== undefined) await reports?.bindReport(item.source, item.about, answer);
  const { trajectory, round, body, outcome, on } = answer;
  const closed = {
    ...item,
    status: 'accepted' as const,
    closedAt: now(),
    closedBy: link.person.name,
    closedBecause: `Vastgelegd: ${body} in ronde ${round}.`,
  };
  const audit = auditEntry({
    trajectory,
    at: now(),
    what: 'item-accepted',
    subject: `${round} ${body}`,
    by: link.person.name,
    via: 'mail-link',
    details: { item: item.id, source: item.source, outcome, on },
  });
  await items.writeItem(closed, item, audit);
}
