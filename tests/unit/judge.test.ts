import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, answerSchema, decisionId } from '../../functions/domain/decision/answer.ts';
import { judge } from '../../functions/domain/decision/judge.ts';
import { OUTCOMES, OUTCOMES_OF_ROLE } from '../../functions/domain/decision/outcomes.ts';
import { type DecisionRequest, requestSchema } from '../../functions/domain/round/round.ts';
import { CLERK, COLLEGES, COUNCILS, LATER, ROUND, requestRow, roundRow } from './exampleRecord.ts';

const BODY = COLLEGES[0];
const ADOPTED: Answer = {
  trajectory: 'voorbeeld',
  round: ROUND,
  body: BODY,
  outcome: 'adopted',
  on: '2026-02-02',
  reference: 'O26.001',
};
const DEFERRED: Answer = { ...ADOPTED, outcome: 'deferred', newDate: '2026-03-03' };

const judged = (answer: Answer, request: DecisionRequest | undefined, round = roundRow(), at = LATER) =>
  judge(answer, round, request, at, CLERK);

function written(answer: Answer, request: DecisionRequest | undefined, at = LATER): DecisionRequest {
  const judgement = judged(answer, request, roundRow(), at);
  if (judgement.kind !== 'write') throw new Error(`${judgement.kind} instead of write`);
  return requestSchema.parse(judgement.request);
}

describe('an answer to an open request', () => {
  test('is written over the request, which keeps its token and when it was asked', () => {
    const request = requestRow(BODY);
    expect(written(ADOPTED, request)).toEqual({
      ...request,
      status: 'decided',
      outcome: 'adopted',
      decidedOn: '2026-02-02',
      recordedAt: LATER,
      reference: 'O26.001',
      decisionId: decisionId(ADOPTED),
      by: 'griffier',
      via: 'command-line',
      lastWrite: 'decided',
    });
    expect(judged(ADOPTED, request)).toMatchObject({ before: request });
  });

  test('a body that was not asked yet may answer already, under the stage that will ask it', () => {
    const early = { ...ADOPTED, body: COUNCILS[1] };
    expect(judged(early, undefined)).toMatchObject({
      kind: 'write',
      before: undefined,
      request: { body: COUNCILS[1], stage: 2, role: 'decide', status: 'decided' },
    });
    expect(written(early, undefined)).not.toHaveProperty('askedAt');
  });

  test.each(Object.entries(OUTCOMES_OF_ROLE))(
    'a body that has to %s gives one of its outcomes',
    (role, possible) => {
      const stages = roundRow().stages.map((stage) => ({ ...stage, role: role as DecisionRequest['role'] }));
      for (const outcome of OUTCOMES) {
        const answer = { ...ADOPTED, outcome, ...(outcome === 'deferred' && { newDate: '2026-03-03' }) };
        const judgement = judge(answer, roundRow({ stages }), requestRow(BODY), LATER, CLERK);
        if (possible.includes(outcome)) expect(judgement.kind).toBe('write');
        else expect(judgement).toMatchObject({ refusal: { code: 'OUTCOME_NOT_POSSIBLE' } });
      }
    },
  );
});

describe('the same decision again', () => {
  // The guard is `isRecorded`, first in judge.
  test('is a success without effect, whoever sends it and whenever', () => {
    const request = written(ADOPTED, requestRow(BODY));
    const again = judge(ADOPTED, roundRow(), request, '2027-01-01T09:00:00.000Z', {
      by: 'iemand anders',
      via: 'webhook',
    });
    expect(again).toEqual({ kind: 'same', request });
  });

  test('also when the round has been concluded since', () => {
    const request = written(ADOPTED, requestRow(BODY));
    expect(judged(ADOPTED, request, roundRow({ status: 'concluded' })).kind).toBe('same');
  });

  test('a deferral that came again after its answer changes nothing', () => {
    const request = written(ADOPTED, written(DEFERRED, requestRow(BODY)));
    expect(judged(DEFERRED, request).kind).toBe('same');
  });

  test('its id does not follow from the moment of recording or the sender', () => {
    const first = written(ADOPTED, requestRow(BODY), LATER);
    const judgement = judge(ADOPTED, roundRow(), requestRow(BODY), '2026-02-09T09:00:00.000Z', {
      by: 'iemand anders',
      via: 'mail-link',
    });
    expect(judgement).toMatchObject({ request: { decisionId: first.decisionId } });
  });

  // The guard is the list `content` in decisionId: take one field out and the id no longer depends on it.
  test('its id follows from every field of the answer', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 });
    const dayOf2026 = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    });
    const iso = dayOf2026.map((date) => date.toISOString().slice(0, 10));
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const fields: Record<keyof Answer, fc.Arbitrary<unknown>> = {
      trajectory: text,
      round: text,
      body: text,
      outcome: fc.constantFrom(...OUTCOMES),
      on: iso,
      newDate: maybe(iso),
      reference: maybe(text),
      note: maybe(text),
      embargo: maybe(iso),
      silence: fc.constantFrom(undefined, true),
    };
    // A field that is added to an answer must be content too, or be left out here on purpose.
    expect(Object.keys(fields)).toEqual(Object.keys(answerSchema.shape));
    const answer = fc.record(fields) as fc.Arbitrary<Answer>;
    fc.assert(
      fc.property(answer, answer, fc.constantFrom(...Object.keys(fields)), (one, other, field) => {
        const key = field as keyof Answer;
        const changed = { ...one, [key]: other[key] };
        expect(decisionId(changed) === decisionId(one)).toBe(other[key] === one[key]);
      }),
      { numRuns: 300 },
    );
  });

  test('two fields cannot be mistaken for one another', () => {
    const { reference: _none, ...bare } = ADOPTED;
    expect(decisionId({ ...bare, reference: 'x' })).not.toBe(decisionId({ ...bare, note: 'x' }));
  });
});

describe('a deferral', () => {
  test('keeps the request open and is kept with its new date', () => {
    const request = written(DEFERRED, requestRow(BODY));
    expect(request).toMatchObject({ status: 'open', lastWrite: 'deferred' });
    expect(request).not.toHaveProperty('outcome');
    expect(request.deferrals).toEqual([
      {
        decisionId: decisionId(DEFERRED),
        decidedOn: '2026-02-02',
        newDate: '2026-03-03',
        recordedAt: LATER,
        reference: 'O26.001',
      },
    ]);
  });

  test('may be followed by another deferral, and then by the answer; all are kept', () => {
    const second: Answer = { ...DEFERRED, on: '2026-03-03', newDate: '2026-04-07' };
    const answer: Answer = { ...ADOPTED, on: '2026-04-07' };
    const at = '2026-04-07T12:00:00.000Z';
    const request = written(answer, written(second, written(DEFERRED, requestRow(BODY)), at), at);
    expect(request).toMatchObject({ status: 'decided', outcome: 'adopted', decidedOn: '2026-04-07' });
    expect(request.deferrals.map(({ newDate }) => newDate)).toEqual(['2026-03-03', '2026-04-07']);
  });

  test('may come from a body that was not asked yet, and leaves the asking to the chain', () => {
    const request = written({ ...DEFERRED, body: COUNCILS[0] }, undefined);
    expect(request).toMatchObject({ status: 'open', stage: 2 });
    expect(request).not.toHaveProperty('askedAt');
  });
});

describe('an answer is refused', () => {
  const decided = written(ADOPTED, requestRow(BODY));

  test.each<
    [rule: string, code: string, answer: Answer, request: DecisionRequest | undefined, round?: object]
  >([
    [
      'of a body that is not part of the round',
      'UNKNOWN_BODY',
      { ...ADOPTED, body: 'GM0009/college' },
      undefined,
    ],
    ['with another outcome than the one recorded', 'CONFLICT', { ...ADOPTED, outcome: 'rejected' }, decided],
    ['on another day than the one recorded', 'CONFLICT', { ...ADOPTED, on: '2026-02-01' }, decided],
    [
      'with another reference than the one recorded',
      'CONFLICT',
      { ...ADOPTED, reference: 'O26.002' },
      decided,
    ],
    ['as a deferral after the final answer', 'CONFLICT', DEFERRED, decided],
    [
      'that conflicts, also when the round is closed',
      'CONFLICT',
      { ...ADOPTED, outcome: 'rejected' },
      decided,
      { status: 'concluded' },
    ],
    ['in a round that is concluded', 'ROUND_CLOSED', ADOPTED, undefined, { status: 'concluded' }],
    [
      'in a round that is back for revision',
      'ROUND_CLOSED',
      ADOPTED,
      requestRow(BODY),
      { status: 'handed-over' },
    ],
    ['in a round that was withdrawn', 'ROUND_CLOSED', ADOPTED, requestRow(BODY), { status: 'withdrawn' }],
    ['to a request that was closed', 'ROUND_CLOSED', ADOPTED, requestRow(BODY, { status: 'closed' })],
    [
      'with an outcome of another role',
      'OUTCOME_NOT_POSSIBLE',
      { ...ADOPTED, outcome: 'noted' },
      requestRow(BODY),
    ],
    ['before it was taken', 'DATE_IN_FUTURE', { ...ADOPTED, on: '2026-02-03' }, requestRow(BODY)],
    [
      'as a deferral without a new date',
      'INVALID_INPUT',
      { ...ADOPTED, outcome: 'deferred' },
      requestRow(BODY),
    ],
    [
      'with a new date that is no deferral',
      'INVALID_INPUT',
      { ...ADOPTED, newDate: '2026-03-03' },
      requestRow(BODY),
    ],
    [
      'deferred to a day before it',
      'INVALID_INPUT',
      { ...DEFERRED, newDate: '2026-02-01' },
      requestRow(BODY),
    ],
  ])('%s', (_rule, code, answer, request, round) => {
    const judgement = judged(answer, request, roundRow(round ?? {}));
    expect(judgement).toMatchObject({ kind: 'refused', refusal: { code } });
    if (judgement.kind === 'refused') expect(judgement.refusal.message).toMatch(/^\S.*\.$/s);
  });

  // The guard is `answer.silence && answer.outcome !== 'noted'` in judge.
  test.each(OUTCOMES.filter((outcome) => outcome !== 'noted'))('as silence that means %s', (outcome) => {
    for (const [role, possible] of Object.entries(OUTCOMES_OF_ROLE)) {
      if (!possible.includes(outcome)) continue;
      const stages = roundRow().stages.map((stage) => ({ ...stage, role: role as DecisionRequest['role'] }));
      const answer = {
        ...ADOPTED,
        outcome,
        silence: true,
        ...(outcome === 'deferred' && { newDate: '2026-03-03' }),
      };
      expect(judge(answer, roundRow({ stages }), requestRow(BODY), LATER, CLERK)).toMatchObject({
        refusal: { code: 'OUTCOME_NOT_POSSIBLE' },
      });
    }
  });

  // The guard is `postponedTo > answer.on` in judge.
  test('as silence before the day to which the body deferred', () => {
    const note = { trajectory: 'voorbeeld', round: ROUND, body: 'rac', on: '2026-02-02' };
    const deferred = written({ ...note, outcome: 'deferred', newDate: '2026-03-03' }, requestRow('rac'));
    const silence = { ...note, outcome: 'noted' as const, silence: true };
    const at = '2026-03-04T09:00:00.000Z';
    expect(judged(silence, deferred, roundRow(), at)).toMatchObject({ refusal: { code: 'CONFLICT' } });
    expect(judged({ ...silence, on: '2026-03-03' }, deferred, roundRow(), at).kind).toBe('write');
  });

  test('the day counts in Amsterdam: just after midnight there the new day is not in the future', () => {
    const answer = { ...ADOPTED, on: '2026-02-03' };
    expect(judged(answer, requestRow(BODY), roundRow(), '2026-02-02T23:30:00.000Z').kind).toBe('write');
    expect(judged(answer, requestRow(BODY), roundRow(), '2026-02-02T22:30:00.000Z').kind).toBe('refused');
  });

  test('a conflict says what was answered before, so that a person can see which is right', () => {
    const judgement = judged({ ...ADOPTED, outcome: 'rejected' }, decided);
    expect(judgement).toMatchObject({
      refusal: { message: expect.stringContaining('aangenomen op 2026-02-02') },
    });
  });
});
