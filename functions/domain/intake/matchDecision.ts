import type { Answer } from '../decision/answer.ts';
import type { Candidate, Place } from './candidate.ts';
import type { DraftAnswer } from './incomingItem.ts';
import { bodyOf, type ReportedDecision } from './reportedDecision.ts';
import type { SourceMapping } from './sourceMapping.ts';
import { type MappedDecision, whatMappingSays } from './whatMappingSays.ts';

/**
 * What a reported decision is to us. `certain`: place, outcome and day are fixed and agree, so it may be recorded.
 * `proposed`: one place is plausible, its body's secretary is asked. `unknown`: triage. The reasons are Dutch sentences.
 */
export type Match =
  | { readonly kind: 'certain'; readonly answer: Answer }
  | { readonly kind: 'proposed' | 'unknown'; readonly draft: DraftAnswer; readonly reason: string };

/**
 * Matches a decision with the places of its municipality. Certain is only what the mapping's rules fix: the round follows
 * from the kind of decision or its case, the body too or the round asks only one, the outcome follows from the kind, and
 * it was not taken before the round was opened. That one place is left makes it plausible, as words do: a college takes
 * many decisions of a kind, and most are about something else. Pure and total.
 */
export function matchDecision(
  decision: ReportedDecision,
  mapping: SourceMapping,
  municipality: string,
  candidates: readonly Candidate[],
): Match {
  const mapped = whatMappingSays(decision, mapping);
  const places = placesFor(mapped, municipality, candidates).filter((place) => isAsSaid(decision, place));
  const draft = draftOf(decision, mapped, places.length === 1 ? places[0] : undefined);
  const unknown = (reason: string): Match => ({ kind: 'unknown', draft, reason });
  if (mapped.contradiction)
    return unknown(`${mapped.contradiction} Voer de uitkomst zelf in, en pas de map van de bron aan.`);
  const [place] = places;
  if (!place) return unknown(whyNowhere(mapped, municipality));
  if (places.length > 1) {
    const [asked, ...others] = places.filter(({ status }) => status === 'asked');
    if (!asked || others.length > 0) return unknown(whySeveral(places));
    const reason = `Van de ${places.length} plaatsen waar het past is ${asked.body} in ronde ${asked.round} de enige die nu gevraagd is.`;
    return { kind: 'proposed', draft: draftOf(decision, mapped, asked), reason };
  }
  const doubt = whyDoubtful(decision, mapped, place, candidates);
  if (doubt || !mapped.outcome) return { kind: 'proposed', draft, reason: doubt ?? '' };
  return { kind: 'certain', answer: answerAt(place, decision, mapped.outcome) };
}

/**
 * A decision that was matched before stays where it was: a later message about it is never the answer to something
 * else. Without an outcome of its kind, or with contradicting rules, a person must look.
 */
export function matchAtPlace(decision: ReportedDecision, mapping: SourceMapping, place: Place): Match {
  const mapped = whatMappingSays(decision, mapping);
  const outright = mapped.outcome !== 'deferred' || decision.said?.newDate;
  if (mapped.outcome && outright && !mapped.contradiction && isAsSaid(decision, place))
    return { kind: 'certain', answer: answerAt(place, decision, mapped.outcome) };
  return {
    kind: 'unknown',
    draft: draftOf(decision, mapped, place),
    reason: `Dit besluit hoort bij ${place.body} in ronde ${place.round}, maar de uitkomst volgt niet uit de map van de bron.`,
  };
}

/** Those that the rules leave; where a round is fixed also one that was decided, for the record to judge. */
function placesFor(
  mapped: MappedDecision,
  municipality: string,
  candidates: readonly Candidate[],
): Candidate[] {
  const ofBody = candidates.filter(
    ({ body }) => mapped.body === undefined || body === bodyOf(municipality, mapped.body),
  );
  const open = ofBody.filter(({ status }) => status !== 'decided');
  if (mapped.round !== undefined) {
    const here = open.filter(({ family }) => family === mapped.round);
    return here.length > 0 ? here : ofBody.filter(({ family }) => family === mapped.round);
  }
  const byWords = open.filter(({ family }) => mapped.roundsByWords.includes(family));
  return byWords.length > 0 ? byWords : open;
}

/** What is said outright must be so to the letter: another round's number, or another municipality's body, is nowhere. */
function isAsSaid({ said }: ReportedDecision, place: Place): boolean {
  return (
    (said?.trajectory === undefined || said.trajectory === place.trajectory) &&
    (said?.body === undefined || said.body === place.body) &&
    (said?.round === undefined ||
      said.round === place.round ||
      said.round === place.round.replace(/\.r[0-9]+$/, ''))
  );
}

/** Why the one place that is left is not certain; undefined when it is. */
function whyDoubtful(
  decision: ReportedDecision,
  mapped: MappedDecision,
  place: Candidate,
  candidates: readonly Candidate[],
): string | undefined {
  if (!mapped.known)
    return `De map van de bron kent deze soort besluit niet; ronde ${place.round} is de enige die past.`;
  if (mapped.round === undefined)
    return `Uit soort en zaak van het besluit volgt geen ronde; ${place.body} in ronde ${place.round} is de enige plaats die past. Gaat het hierover?`;
  // Who of a municipality decided must be said, unless the round asks only one of its bodies: also of one that has
  // answered, or the second message about the college's decision would be the council's answer.
  const alone = candidates.filter(({ family }) => family === place.family).length === 1;
  if (mapped.body === undefined && !alone)
    return `Uit de map van de bron volgt niet welk orgaan dit besloot; ${place.body} in ronde ${place.round} is de enige mogelijkheid.`;
  if (!mapped.outcome) return 'De uitkomst volgt niet uit de map van de bron.';
  if (mapped.outcome === 'deferred' && !decision.said?.newDate)
    return 'Er is aangehouden; de nieuwe datum staat niet in het bericht.';
  // On the day that a revised proposal came, an answer may still be to the one before it.
  const isFirst = place.round.endsWith('.r1');
  if (decision.on < place.openedOn || (!isFirst && decision.on === place.openedOn))
    return `De besluitdatum ${decision.on} ligt ${isFirst ? 'vóór de opening' : 'niet na de opening'} van ronde ${place.round} (${place.openedOn}); gaat dit wel over dit voorstel?`;
  return undefined;
}

function whyNowhere({ round }: MappedDecision, municipality: string): string {
  return round
    ? `Ronde ${round} loopt niet, of vraagt dit orgaan van ${municipality} niet. Loopt zij later, neem het bericht dan alsnog over; anders kan het weg.`
    : `Er is geen open verzoek van ${municipality} waar dit besluit bij past. Gaat het over een lopend traject, neem het dan over met ronde en orgaan; anders kan het weg.`;
}

function whySeveral(places: readonly Candidate[]): string {
  const named = places.slice(0, 5).map(({ trajectory, round, body }) => `${trajectory} ${round} ${body}`);
  return `Het past bij ${places.length} verzoeken: ${named.join('; ')}. Neem het over met de juiste ronde en het juiste orgaan.`;
}

function answerAt(
  { trajectory, round, body }: Place,
  decision: ReportedDecision,
  outcome: Answer['outcome'],
): Answer {
  const { on, reference, note, said } = decision;
  const deferral = outcome === 'deferred' && said?.newDate ? { newDate: said.newDate } : {};
  return {
    trajectory,
    round,
    body,
    outcome,
    on,
    ...deferral,
    ...(reference && { reference }),
    ...(note && { note }),
  };
}

function draftOf(decision: ReportedDecision, mapped: MappedDecision, place: Place | undefined): DraftAnswer {
  const { on, reference, note } = decision;
  const outcome = mapped.contradiction ? undefined : mapped.outcome;
  return {
    ...(place && { trajectory: place.trajectory, round: place.round, body: place.body }),
    ...(outcome && { outcome }),
    on,
    ...(reference && { reference }),
    ...(note && { note }),
  };
}
