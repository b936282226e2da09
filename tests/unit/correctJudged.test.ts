import { describe, expect, test } from 'vitest';
import type { Answer } from '../../functions/domain/decision/answer.ts';
import { decisionId } from '../../functions/domain/decision/answer.ts';
import {
  type Correction,
  judgeCorrection,
  lateCorrectionReason,
} from '../../functions/domain/decision/correct.ts';
import { judge } from '../../functions/domain/decision/judge.ts';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import {
  CLERK,
  COLLEGES,
  COUNCILS,
  decidedRow,
  LATER,
  ROUND,
  requestRow,
  roundRow,
} from './exampleRecord.ts';

const CORRECTION: Correction = {
  trajectory: 'voorbeeld',
  round: ROUND,
  body: COLLEGES[0],
  outcome: 'rejected',
  on: '2026-02-03',
  reason: 'Verkeerd overgenomen',
};
const AT = '2026-02-04T09:00:00.000Z';
const ADOPTED = decidedRow(COLLEGES[0]);

function judged(
  changes: Partial<Correction> = {},
  request: DecisionRequest | undefined = ADOPTED,
  round: Round = roundRow(),
  at = AT,
) {
  return judgeCorrection({ ...CORRECTION, ...changes }, round, request, at, CLERK);
}

/** The request as the correction makes it. */
function corrected(changes: Partial<Correction> = {}, request = ADOPTED): DecisionRequest {
  const judgement = judged(changes, request);
  if (judgement.kind !== 'write') throw new Error(`${judgement.kind}: nothing is written`);
  return judgement.request;
}

const refusal = (judgement: ReturnType<typeof judged>) =>
  judgement.kind === 'refused' ? judgement.refusal.code : judgement.kind;

describe('a correction', () => {
  test('replaces the entry, and keeps it with who recorded it and why it was wrong', () => {
    expect(corrected({ reference: 'O26.002' })).toMatchObject({
      status: 'decided',
      outcome: 'rejected',
      decidedOn: '2026-02-03',
      recordedAt: AT,
      reference: 'O26.002',
      lastWrite: 'corrected',
      corrections: [
        {
          decisionId: ADOPTED.decisionId,
          outcome: 'adopted',
          decidedOn: '2026-02-02',
          recordedAt: LATER,
          by: 'griffier',
          via: 'command-line',
          reason: 'Verkeerd overgenomen',
          correctedAt: AT,
        },
      ],
    });
  });

  test('of a correction keeps both earlier entries, oldest first', () => {
    const twice = corrected({ outcome: 'amended', reason: 'Toch niet' }, corrected());
    expect(twice.corrections?.map(({ outcome }) => outcome)).toEqual(['adopted', 'rejected']);
    expect(twice.outcome).toBe('amended');
  });

  // The guards are the two destructured names `reference` and `note` in judgeCorrection.
  test('without a reference or a note takes those of the wrong entry away', () => {
    const request = decidedRow(COLLEGES[0], { reference: 'O26.001', note: 'Met een kanttekening' });
    const after = corrected({}, request);
    expect(after).not.toHaveProperty('reference');
    expect(after).not.toHaveProperty('note');
    expect(after.corrections).toMatchObject([{ reference: 'O26.001', note: 'Met een kanttekening' }]);
  });

  test('keeps what is not the answer: token, epoch, deferrals and mails', () => {
    const deferral = {
      decisionId: 'e'.repeat(32),
      decidedOn: '2026-01-30',
      newDate: '2026-02-02',
      recordedAt: LATER,
    };
    const request = decidedRow(COLLEGES[0], { epoch: 3, deferrals: [deferral], wokenAt: LATER });
    const { token, epoch, deferrals, wokenAt } = corrected({}, request);
    expect({ token, epoch, deferrals, wokenAt }).toEqual({
      token: request.token,
      epoch: 3,
      deferrals: [deferral],
      wokenAt: LATER,
    });
  });

  // Time travels with the data: what is asked next is asked at the latest of the answers.
  test('recorded by an earlier clock does not move the answer back in time', () => {
    const judgement = judged({ on: '2026-01-30' }, ADOPTED, roundRow(), '2026-02-01T09:00:00.000Z');
    expect(judgement).toMatchObject({ request: { recordedAt: LATER } });
  });

  // The guard is the first line of judgeCorrection.
  test('that was made already is the same', () => {
    expect(judged({}, corrected())).toEqual({ kind: 'same' });
    expect(judged({}, corrected(), roundRow({ status: 'concluded' }))).toEqual({ kind: 'same' });
  });

  test.each<Partial<Correction>>([
    { outcome: 'amended' },
    { on: '2026-02-04' },
    { reason: 'Anders' },
    { note: 'x' },
    { reference: 'y' },
  ])('with other content is another: %o', (changes) => {
    expect(judged(changes, corrected())).toMatchObject({ kind: 'write' });
  });

  // The guard is `replaced` in correctionId.
  test('back to what it was is an entry of its own, with an id of its own', () => {
    const there = corrected();
    const back = corrected({ outcome: 'adopted', on: '2026-02-02' }, there);
    const again = corrected({}, back);
    const ids = [...(again.corrections ?? []), again].map((entry) => entry.decisionId);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('a correction is too late', () => {
  // The guard is `round.stage > request.stage` in judgeCorrection.
  test('when its stage has been weighed', () => {
    expect(judged({}, ADOPTED, roundRow({ stage: 1 }))).toEqual({ kind: 'late' });
  });

  test.each(['concluded', 'handed-over', 'withdrawn'] as const)('when the round is %s', (status) => {
    expect(judged({}, ADOPTED, roundRow({ status }))).toEqual({ kind: 'late' });
  });

  test('not when the body answered before its stage came: that stage is weighed later', () => {
    const early = decidedRow(COUNCILS[0]);
    expect(judged({ body: COUNCILS[0] }, early)).toMatchObject({ kind: 'write' });
  });

  test('the flag says what it should have been, what it is, why, and what a person can do', () => {
    expect(lateCorrectionReason(CORRECTION, ADOPTED)).toBe(
      'GM0001/college in ronde main.r1 moet zijn: verworpen op 2026-02-03, en staat als aangenomen op 2026-02-02 (Verkeerd overgenomen). De stap is daarop al gewogen. Trek de ronde in als zij nog loopt, en open een nieuwe met: besluitketen revise voorbeeld main.r1.',
    );
  });
});

describe('a correction is refused', () => {
  test('when there is no answer, or only a deferral', () => {
    expect(refusal(judgeCorrection(CORRECTION, roundRow(), undefined, AT, CLERK))).toBe('NOTHING_TO_CORRECT');
    const deferral = {
      decisionId: 'e'.repeat(32),
      decidedOn: '2026-02-02',
      newDate: '2026-03-03',
      recordedAt: LATER,
    };
    expect(refusal(judged({}, requestRow(COLLEGES[0], { deferrals: [deferral] })))).toBe(
      'NOTHING_TO_CORRECT',
    );
  });

  test.each(['noted', 'advised'] as const)('when a body that decides would have %s', (outcome) => {
    expect(refusal(judged({ outcome }))).toBe('OUTCOME_NOT_POSSIBLE');
  });

  test('when a body that takes note would have decided; the sentence names what is possible', () => {
    const noted = decidedRow('rac', { outcome: 'noted' });
    const judgement = judged({ body: 'rac', outcome: 'adopted' }, noted, roundRow({ stage: 1 }));
    expect(judgement).toMatchObject({ refusal: { message: expect.stringContaining('met: noted.') } });
  });

  test('when its date lies in the future, by the day in the Netherlands', () => {
    expect(refusal(judged({ on: '2026-02-05' }))).toBe('DATE_IN_FUTURE');
    expect(refusal(judged({ on: '2026-02-05' }, ADOPTED, roundRow(), '2026-02-04T23:30:00.000Z'))).toBe(
      'write',
    );
  });

  test('also when it would be too late anyway', () => {
    expect(refusal(judged({ outcome: 'noted' }, ADOPTED, roundRow({ stage: 1 })))).toBe(
      'OUTCOME_NOT_POSSIBLE',
    );
  });
});

// The guard is `request.corrections` in isRecorded: a repeated message has no second effect (invariant 2).
test('the wrong answer itself, sent once more after it was corrected, is the same and changes nothing', () => {
  const answer: Answer = {
    trajectory: 'voorbeeld',
    round: ROUND,
    body: COLLEGES[0],
    outcome: 'adopted',
    on: '2026-02-02',
  };
  const request = corrected({}, decidedRow(COLLEGES[0], { decisionId: decisionId(answer) }));
  expect(judge(answer, roundRow(), request, AT, CLERK)).toMatchObject({ kind: 'same' });
  expect(judge({ ...answer, outcome: 'amended' }, roundRow(), request, AT, CLERK)).toMatchObject({
    refusal: { code: 'CONFLICT', message: expect.stringContaining('verworpen op 2026-02-03') },
  });
});
