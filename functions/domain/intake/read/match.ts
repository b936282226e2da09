import { type Answer, answerSchema } from '../../decision/answer.ts';
import type { DraftAnswer } from '../incomingItem.ts';
import type { Source } from '../source.ts';
import type { ReadDecision } from './readDecision.ts';

/** A body of the source's municipality in a round that runs, and where its question stands. */
export interface Candidate {
  readonly trajectory: string;
  /** `process-proposal.r1` */
  readonly round: string;
  readonly family: string;
  readonly body: string;
  /** `expected`: it has not been asked yet. */
  readonly status: 'open' | 'expected' | 'decided';
  /** The day a revised proposal was laid before the bodies; absent in a first round. */
  readonly revisedOn?: string | undefined;
  /** Titles of trajectory and round, for the words of a mapping. */
  readonly title: string;
}

export type Matched =
  | { readonly kind: 'certain'; readonly answer: Answer }
  | { readonly kind: 'plausible' | 'unknown'; readonly draft: DraftAnswer; readonly reason: string };

/**
 * Where a decision belongs. Certain: round and body follow from the mapping (kind of decision, case) or are said
 * outright, there is exactly one such request, and its outcome and day are known. Plausible: one request is left, but a
 * person must say that it is this one, or what the outcome was. Otherwise nobody knows. `candidates` are of the source's
 * own municipality only: it never speaks for another.
 */
export function matchDecision(
  decision: ReadDecision,
  { mapping, municipality }: Pick<Source, 'mapping' | 'municipality'>,
  candidates: readonly Candidate[],
): Matched {
  const own = candidates.filter(({ body }) => body.startsWith(`${municipality}/`));
  const kind = mapping.decisions.find(({ type }) => decision.types.includes(type));
  const organ = kind?.body ?? decision.organ;
  const ofOrgan = own.filter(({ body }) => organ === undefined || body === `${municipality}/${organ}`);
  const sure = sureOnes(decision, mapping, kind?.round, ofOrgan, own);
  const outcome = decision.said?.outcome ?? kind?.outcome;
  const left = sure ?? likelyOnes(decision, mapping, ofOrgan);
  const one = only(left);
  const draft: DraftAnswer = {
    ...(one && { trajectory: one.trajectory, round: one.round, body: one.body }),
    ...(outcome && { outcome }),
    ...(decision.day && { on: decision.day }),
    ...(decision.reference && { reference: decision.reference }),
    ...(decision.text && { note: decision.text }),
  };
  if (!one) {
    const reason =
      left.length === 0
        ? 'Er loopt geen ronde waarin dit besluit past.'
        : `Dit besluit past bij ${left.length} vragen die openstaan; kies bij welke het hoort.`;
    return { kind: 'unknown', draft, reason };
  }
  const doubt = doubtOf(decision, one, sure);
  if (doubt) return { kind: 'plausible', draft, reason: doubt };
  const answer = answerSchema.safeParse({
    ...draft,
    ...(outcome === 'deferred' && { newDate: decision.said?.newDate }),
  });
  if (!outcome)
    return { kind: 'plausible', draft, reason: 'De uitkomst staat niet in het bericht; vul haar in.' };
  if (!answer.success || (outcome === 'deferred' && !answer.data.newDate))
    return { kind: 'plausible', draft, reason: 'De datum of de nieuwe datum ontbreekt; vul haar in.' };
  return { kind: 'certain', answer: answer.data };
}

/** Why a person must look, although one request is left. */
function doubtOf(
  { day }: ReadDecision,
  { revisedOn }: Candidate,
  sure: readonly Candidate[] | undefined,
): string | undefined {
  if (!sure) return 'Waarschijnlijk hoort dit besluit hierbij; bevestig het.';
  if (new Set(sure.map(({ body }) => body)).size > 1)
    return 'Uit het bericht blijkt niet of het college of de raad besloot; bevestig het.';
  // An update of what was decided on the proposal before must not count for the revised one.
  if (revisedOn && day && day < revisedOn)
    return 'Dit besluit is van vóór het herziene voorstel; bevestig dat het daarover gaat.';
  return undefined;
}

/** The requests that follow from what is said or mapped; undefined when nothing says which round it is. */
function sureOnes(
  { said, cases }: ReadDecision,
  mapping: Source['mapping'],
  byKind: string | undefined,
  ofOrgan: readonly Candidate[],
  own: readonly Candidate[],
): readonly Candidate[] | undefined {
  if (said?.trajectory && said.round && said.body)
    return own.filter(
      ({ trajectory, round, body }) =>
        trajectory === said.trajectory && round === said.round && body === said.body,
    );
  const byCase = mapping.cases.find((each) => cases.includes(each.case))?.round;
  const families = [byKind, byCase].filter((each) => each !== undefined);
  if (families.length === 0) return undefined;
  return ofOrgan.filter((each) => families.every((family) => family === `${each.trajectory}/${each.family}`));
}

/** By words of the mapping, where any fit; otherwise whatever is open. What is decided needs no more answer. */
function likelyOnes(
  { text }: ReadDecision,
  mapping: Source['mapping'],
  ofOrgan: readonly Candidate[],
): readonly Candidate[] {
  const open = ofOrgan.filter(({ status }) => status !== 'decided');
  const said = text.toLowerCase();
  const families = mapping.keywords
    .filter(({ words }) => words.every((word) => said.includes(word.toLowerCase())))
    .map(({ round }) => round);
  const byWords = open.filter((each) => families.includes(`${each.trajectory}/${each.family}`));
  return families.length > 0 ? byWords : open;
}

/** One that is open goes before one that is expected; one that was decided counts when nothing else is left. */
function only(candidates: readonly Candidate[]): Candidate | undefined {
  for (const status of ['open', 'expected', 'decided'] as const) {
    const [first, ...others] = candidates.filter((each) => each.status === status);
    if (first) return others.length === 0 ? first : undefined;
  }
  return undefined;
}
