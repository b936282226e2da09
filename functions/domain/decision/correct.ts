import type { Day } from '../calendar/days.ts';
import { OUTCOME_WORD } from '../dutch.ts';
import { Refusal } from '../refusal.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { type Answer, decisionId, isAfter, type RecordedBy } from './answer.ts';
import { mistakeInEmbargo } from './embargo.ts';
import { type FinalOutcome, OUTCOMES_OF_ROLE } from './outcomes.ts';

/** A wrong entry and what it should have been; `reason` says why, and is content like the rest. */
export interface Correction extends Omit<Answer, 'newDate' | 'silence' | 'outcome' | 'embargo'> {
  readonly outcome: FinalOutcome;
  readonly reason: string;
  /** A new day, or `lifted`: public at once. Absent: as it was, so that nobody lifts it by putting a date right. */
  readonly embargo?: Day | 'lifted' | undefined;
}

/**
 * What a correction means for the record as it is now. `late`: the stage has been weighed on the wrong entry,
 * so replacing it would change what was decided on; a person must look and take a new round. Never throws.
 */
export type CorrectionJudgement =
  | { readonly kind: 'same' }
  | { readonly kind: 'late' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'write'; readonly request: DecisionRequest; readonly before: DecisionRequest };

export function judgeCorrection(
  correction: Correction,
  round: Round,
  request: DecisionRequest | undefined,
  at: string,
  recordedBy: RecordedBy,
): CorrectionJudgement {
  if (request?.decisionId === correctionId(correction, request?.corrections?.at(-1)?.decisionId)) {
    return { kind: 'same' };
  }
  if (!request?.outcome || !request.decidedOn || !request.decisionId || !request.recordedAt) {
    return refuse(
      'NOTHING_TO_CORRECT',
      `${correction.body} heeft in ronde ${correction.round} nog niet geantwoord; leg het antwoord vast met "decide".`,
    );
  }
  if (!OUTCOMES_OF_ROLE[request.role].includes(correction.outcome)) {
    const possible = OUTCOMES_OF_ROLE[request.role].filter((outcome) => outcome !== 'deferred').join(', ');
    return refuse('OUTCOME_NOT_POSSIBLE', `${correction.body} kan hier alleen antwoorden met: ${possible}.`);
  }
  if (isAfter(correction.on, at)) {
    return refuse('DATE_IN_FUTURE', `De besluitdatum ${correction.on} ligt in de toekomst.`);
  }
  const embargo = embargoAfter(correction, request);
  const mistake = mistakeInEmbargo({ ...correction, embargo });
  if (mistake) return refuse('EMBARGO_INVALID', mistake);
  // A body of a later stage may have answered already; that stage has not been weighed.
  if (isWeighed(round, request) && !onlyMovesEmbargo(correction, request)) return { kind: 'late' };
  // Nothing looks at a settled round any more: who is told "not yet" would never be told what.
  if (embargo && round.status !== 'open' && round.openIn === undefined) {
    return refuse(
      'EMBARGO_INVALID',
      `Ronde ${correction.round} is afgehandeld en iedereen weet wat ${correction.body} heeft geantwoord; laat de datum van openbaarheid weg.`,
    );
  }

  const { outcome, decidedOn, recordedAt, reference, note, by, via } = request;
  const { reference: _was, note: _said, embargo: _until, ...kept } = request;
  return {
    kind: 'write',
    before: request,
    request: {
      ...kept,
      outcome: correction.outcome,
      decidedOn: correction.on,
      // What was weighed was weighed on the moment that is recorded.
      recordedAt: at > recordedAt && !isWeighed(round, request) ? at : recordedAt,
      decisionId: correctionId(correction, request.decisionId),
      by: recordedBy.by,
      via: recordedBy.via,
      ...(correction.reference && { reference: correction.reference }),
      ...(correction.note && { note: correction.note }),
      ...(embargo && { embargo }),
      corrections: [
        ...(request.corrections ?? []),
        {
          decisionId: request.decisionId,
          outcome,
          decidedOn,
          recordedAt,
          ...(reference && { reference }),
          ...(note && { note }),
          by: by ?? '',
          via: via ?? '',
          reason: correction.reason,
          correctedAt: at,
        },
      ],
      lastWrite: 'corrected',
    },
  };
}

/** Why a late correction is a matter for a person, and what that person can do. */
export function lateCorrectionReason(correction: Correction, request: DecisionRequest): string {
  const was = `${OUTCOME_WORD[request.outcome ?? 'noted']} op ${request.decidedOn}`;
  return `${correction.body} in ronde ${correction.round} moet zijn: ${OUTCOME_WORD[correction.outcome]} op ${correction.on}, en staat als ${was} (${correction.reason}). De stap is daarop al gewogen. Trek de ronde in als zij nog loopt, en open een nieuwe met: besluitketen revise ${correction.trajectory} ${correction.round}.`;
}

/** What it replaces is content too: correcting back and forth makes an entry, and a mail, each time. */
function correctionId(correction: Correction, replaced: string | undefined): string {
  const { reason, embargo, ...answer } = correction;
  const said = ['correction', replaced ?? null, answer.note ?? null, reason, ...(embargo ? [embargo] : [])];
  return decisionId({ ...answer, note: JSON.stringify(said) });
}

/** The stage has been weighed on this answer, so what was answered can no longer be replaced. */
export function isWeighed(round: Round, request: Pick<DecisionRequest, 'stage'>): boolean {
  return round.status !== 'open' || round.stage > request.stage;
}

/** Outcome and day stay: no weighing would come out otherwise, so this can be put right at any time. */
function onlyMovesEmbargo({ outcome, on, embargo }: Correction, request: DecisionRequest): boolean {
  return embargo !== undefined && outcome === request.outcome && on === request.decidedOn;
}

function embargoAfter({ embargo }: Correction, request: DecisionRequest): Day | undefined {
  if (embargo === 'lifted') return undefined;
  return embargo ?? request.embargo;
}

function refuse(code: Refusal['code'], sentence: string): CorrectionJudgement {
  return { kind: 'refused', refusal: new Refusal(code, sentence) };
}
