import { OUTCOME_WORD } from '../../domain/dutch.ts';
import { aboutHash, itemId, notThereItemId } from '../../domain/intake/itemId.ts';
import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import type { Source } from '../../domain/intake/source.ts';
import type { IntakeDependencies } from './dependencies.ts';
import { putIncoming } from './putIncoming.ts';
import type { MessageEnd } from './workOutMessage.ts';

const GONE = 'Bij de bron is dit besluit verwijderd.';
const NOT_THERE = 'Bij de bron is dit besluit niet te vinden (404).';

/**
 * A decision that its source no longer has: what we recorded from it stands, and a person must look at it. `said`: the
 * message itself says that it was destroyed. A 404 alone may be anything, also a system that is half up: of a decision that
 * we have never seen it is an item, or a decision would be lost without a sign (invariant 10).
 */
export async function settleGone(
  deps: IntakeDependencies,
  message: QueuedMessage,
  source: Source,
  named: string,
  said: boolean,
): Promise<MessageEnd> {
  const about = aboutHash(named);
  const report = await deps.reports.report(source.name, about);
  const place = report?.place;
  const request = place && (await deps.store.request(place.trajectory, place.round, place.body));
  if (place && request?.status === 'decided') {
    const recorded = `${OUTCOME_WORD[request.outcome ?? 'noted']} op ${request.decidedOn}`;
    return putIncoming(deps, message, {
      id: itemId(source.name, about, 'gone', request.decisionId ?? ''),
      municipality: source.municipality,
      status: 'unknown',
      title: `Verwijderd besluit van ${source.name}`,
      reason: `${GONE} Vastgelegd is: ${place.body} in ronde ${place.round}, ${recorded}; dat blijft staan. Vraag het orgaan na wat er geldt, en laat de projectleider het zo nodig corrigeren.`,
      draft: place,
      about,
    });
  }
  const item = report?.item === undefined ? undefined : await deps.items.item(report.item);
  if (!item && !said) return putNotThere(deps, message, source, named);
  if (item?.status !== 'proposed' && item?.status !== 'unknown')
    return { status: 'ignored', said: `${GONE} Er was niets uit vastgelegd.` };
  if (!said && item.reason.startsWith(NOT_THERE)) return { status: 'triage', said: NOT_THERE, item: item.id };
  // Somebody may still confirm it: that it is gone must be seen first.
  if (!item.reason.startsWith(GONE))
    await deps.items.writeItem({ ...item, reason: `${GONE} ${item.reason}` }, item);
  return { status: 'triage', said: GONE, item: item.id };
}

function putNotThere(
  deps: IntakeDependencies,
  message: QueuedMessage,
  source: Source,
  named: string,
): Promise<MessageEnd> {
  const about = aboutHash(named);
  return putIncoming(deps, message, {
    id: notThereItemId(source.name, about),
    municipality: source.municipality,
    status: 'unknown',
    title: `Besluit van ${source.name} dat niet te vinden is`,
    reason: `${NOT_THERE} Vraag het orgaan of het nog bestaat: voer de uitkomst zelf in, of wijs het bericht af. Meldt de bron het opnieuw, dan wordt het alsnog gelezen.`,
    draft: {},
    about,
  });
}
