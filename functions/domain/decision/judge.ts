import { OUTCOME_WORD } from '../dutch.ts';
import { Refusal } from '../refusal.ts';
import { type DecisionRequest, type Round, SCHEMA_VERSION } from '../round/round.ts';
import { type Answer, decisionId, isAfter, type RecordedBy } from './answer.ts';
import { mistakeInEmbargo } from './embargo.ts';
import { OUTCOMES_OF_ROLE } from './outcomes.ts';

/**
 * What an answer means for the record as it is now. `same`: already recorded, nothing to do. `write`: the
 * request as it must become; `before` says on which earlier state the write depends. Never throws.
 */
export type Judgement =
  | { readonly kind: 'same'; readonly request: DecisionRequest }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'write';
      readonly request: DecisionRequest;
      readonly before: DecisionRequest | undefined;
    };

export function judge(
  answer: Answer,
  round: Round,
  request: DecisionRequest | undefined,
  at: string,
  recordedBy: RecordedBy,
): Judgement {
  const id = decisionId(answer);
  if (request && isRecorded(request, id)) return { kind: 'same', request };

  const stage = round.stages.findIndex(({ bodies }) => bodies.includes(answer.body));
  const frozen = round.stages[stage];
  if (!frozen) {
    const bodies = round.stages.flatMap((each) => each.bodies).join(', ');
    return refuse('UNKNOWN_BODY', `${answer.body} hoort niet bij ronde ${answer.round}; wel: ${bodies}.`);
  }
  if (request?.status === 'decided') {
    const was = `${OUTCOME_WORD[request.outcome ?? 'noted']} op ${request.decidedOn}`;
    return refuse(
      'CONFLICT',
      `${answer.body} heeft in ronde ${answer.round} al geantwoord (${was}); een ander antwoord vervangt dat niet. Laat de projectleider het corrigeren als het fout is.`,
    );
  }
  if (round.status !== 'open' || request?.status === 'closed') {
    return refuse(
      'ROUND_CLOSED',
      `Ronde ${answer.round} is gesloten; er wordt geen antwoord meer verwacht. Bekijk de stand met: status ${answer.trajectory}.`,
    );
  }
  if (!OUTCOMES_OF_ROLE[frozen.role].includes(answer.outcome)) {
    return refuse(
      'OUTCOME_NOT_POSSIBLE',
      `${answer.body} kan in ronde ${answer.round} niet met "${answer.outcome}" antwoorden; mogelijk is: ${OUTCOMES_OF_ROLE[frozen.role].join(', ')}.`,
    );
  }
  if (answer.silence && answer.outcome !== 'noted') {
    return refuse(
      'OUTCOME_NOT_POSSIBLE',
      `Stilte van ${answer.body} in ronde ${answer.round} geldt hoogstens als kennisnemen, niet als "${answer.outcome}".`,
    );
  }
  const postponedTo = request?.deferrals.at(-1)?.newDate;
  if (answer.silence && postponedTo && postponedTo > answer.on) {
    return refuse(
      'CONFLICT',
      `${answer.body} heeft ronde ${answer.round} aangehouden tot ${postponedTo}; stilte telt pas daarna.`,
    );
  }
  if (isAfter(answer.on, at)) {
    return refuse(
      'DATE_IN_FUTURE',
      `De besluitdatum ${answer.on} ligt in de toekomst; voer het besluit in zodra het genomen is.`,
    );
  }
  if ((answer.outcome === 'deferred') !== (answer.newDate !== undefined)) {
    return refuse(
      'INVALID_INPUT',
      answer.newDate
        ? 'Een nieuwe datum hoort alleen bij "deferred" (aangehouden); laat hem weg.'
        : 'Bij "deferred" (aangehouden) hoort de nieuwe datum; geef hem op met --new-date.',
    );
  }
  if (answer.newDate && answer.newDate < answer.on) {
    return refuse(
      'INVALID_INPUT',
      `De nieuwe datum ${answer.newDate} ligt vóór de besluitdatum ${answer.on}.`,
    );
  }
  const embargo = mistakeInEmbargo(answer);
  if (embargo) return refuse('EMBARGO_INVALID', embargo);

  const base = request ?? unasked(answer, round, stage, frozen.role);
  const details = {
    ...(answer.reference && { reference: answer.reference }),
    ...(answer.note && { note: answer.note }),
  };
  if (answer.outcome === 'deferred') {
    const deferral = {
      decisionId: id,
      decidedOn: answer.on,
      newDate: answer.newDate as string,
      recordedAt: at,
      ...details,
    };
    return {
      kind: 'write',
      before: request,
      request: { ...base, deferrals: [...base.deferrals, deferral], lastWrite: 'deferred' },
    };
  }
  return {
    kind: 'write',
    before: request,
    request: {
      ...base,
      status: 'decided',
      outcome: answer.outcome,
      decidedOn: answer.on,
      recordedAt: at,
      decisionId: id,
      by: recordedBy.by,
      via: recordedBy.via,
      ...details,
      ...(answer.embargo && { embargo: answer.embargo }),
      lastWrite: 'decided',
    },
  };
}

/** Whether this very decision or deferral is in the record already, also when it was corrected since. */
export function isRecorded(request: DecisionRequest, id: string): boolean {
  const earlier = [...request.deferrals, ...(request.corrections ?? [])];
  return request.decisionId === id || earlier.some(({ decisionId }) => decisionId === id);
}

/** A body that answers before the chain asked it: the chain will find the answer and not ask. */
function unasked(
  answer: Answer,
  round: Round,
  stage: number,
  role: DecisionRequest['role'],
): DecisionRequest {
  return {
    kind: 'request',
    schemaVersion: SCHEMA_VERSION,
    trajectory: answer.trajectory,
    round: answer.round,
    body: answer.body,
    stage,
    role,
    status: 'open',
    epoch: round.epoch,
    deferrals: [],
    mails: {},
    lastWrite: 'decided',
  };
}

function refuse(code: Refusal['code'], sentence: string): Judgement {
  return { kind: 'refused', refusal: new Refusal(code, sentence) };
}
