import type { Answer } from '../../domain/decision/answer.ts';
import { aboutHash, itemId } from '../../domain/intake/itemId.ts';
import { type Match, matchAtPlace, matchDecision } from '../../domain/intake/matchDecision.ts';
import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import { bodiesOfMunicipality, type ReportedDecision } from '../../domain/intake/reportedDecision.ts';
import type { Source } from '../../domain/intake/source.ts';
import { whatMappingSays } from '../../domain/intake/whatMappingSays.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { closeOvertaken } from './closeOvertaken.ts';
import type { IntakeDependencies } from './dependencies.ts';
import { putIncoming } from './putIncoming.ts';
import { readCandidates } from './readCandidates.ts';
import { recordReported } from './recordReported.ts';
import type { MessageEnd } from './workOutMessage.ts';

/** A place that was bound meanwhile is read once more; it is never bound twice. */
const MOST_ATTEMPTS = 3;

/** Records what is certain, and makes an item of the rest. One decision of a source has one place, whoever tells of it. */
export async function settleDecision(
  deps: IntakeDependencies,
  message: QueuedMessage,
  source: Source,
  decision: ReportedDecision,
): Promise<MessageEnd> {
  const { reports, store } = deps;
  const about = aboutHash(decision.about);
  const put = (match: Exclude<Match, { readonly kind: 'certain' }>) =>
    putIncoming(deps, message, {
      id: itemId(source.name, about, JSON.stringify(decision)),
      municipality: source.municipality,
      status: match.kind,
      title: decision.title,
      reason: match.reason,
      draft: match.draft,
      about,
    });

  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const report = await reports.report(source.name, about);
    const match = report?.place
      ? matchAtPlace(decision, source.mapping, report.place)
      : matchDecision(
          decision,
          source.mapping,
          source.municipality,
          await readCandidates(store, source.municipality, whatMappingSays(decision, source.mapping).round),
        );
    if (match.kind !== 'certain') return put(match);
    const { answer } = match;
    // Also of a place that was bound when the source was another municipality's.
    if (!bodiesOfMunicipality(source.municipality).includes(answer.body))
      return put(notItsOwn(answer, source));
    // Bound before it is recorded: a message that is worked on beside this one finds the same place.
    if (!report?.place && !(await reports.bindReport(source.name, about, answer))) continue;

    const result = await recordReported(store, answer, deps.now(), source);
    if (result.kind === 'item') return put({ ...result.match, draft: draftOf(answer) });
    await closeOvertaken(deps, report?.item, source, answer);
    return { status: result.kind, said: result.said };
  }
  throw new Unavailable('Het bericht', new Error('others keep being first'));
}

function notItsOwn(
  answer: Answer,
  { name, municipality }: Source,
): Exclude<Match, { readonly kind: 'certain' }> {
  return {
    kind: 'unknown',
    draft: {},
    reason: `Bron ${name} is van ${municipality} en spreekt niet voor ${answer.body}. Kijk de map van de bron na.`,
  };
}

function draftOf({ newDate: _newDate, silence: _silence, ...draft }: Answer) {
  return draft;
}
