import { describe, expect, test } from 'vitest';
import { newRequest } from '../../functions/domain/round/ask.ts';
import { newRound } from '../../functions/domain/round/openRound.ts';
import { requestSchema, roundSchema } from '../../functions/domain/round/round.ts';
import { COLLEGES, COUNCILS, examplePlan, OPENED, roundRow } from './exampleRecord.ts';

describe('a new round', () => {
  test('freezes stages, bodies and rules as the plan has them', () => {
    const round = roundRow();
    expect(roundSchema.parse(round)).toEqual(round);
    expect(round).toMatchObject({
      status: 'open',
      stage: 0,
      epoch: 1,
      startedEpoch: 0,
      faults: 0,
      askAt: OPENED,
    });
    expect(round.stages).toEqual([
      {
        group: 'colleges',
        role: 'decide',
        rule: 'unanimous',
        amendedCounts: false,
        milestone: 'proposal',
        bodies: COLLEGES,
      },
      {
        group: 'rac',
        role: 'note',
        rule: 'unanimous',
        amendedCounts: false,
        silenceAfter: 30,
        milestone: 'noted',
        bodies: ['rac'],
      },
      {
        group: 'councils',
        role: 'decide',
        rule: 'unanimous',
        amendedCounts: false,
        milestone: 'adopted',
        bodies: COUNCILS,
      },
    ]);
  });

  test('a later plan does not reach it', () => {
    const round = roundRow();
    const later = examplePlan([
      '{ask: councils, role: decide,',
      '{ask: councils, role: decide, rule: majority,',
    ]);
    expect(newRound(later, later.rounds[0]!, 2, OPENED, later.id).stages[2]!.rule).toBe('majority');
    expect(round.stages[2]!.rule).toBe('unanimous');
  });

  test('carries what was revised only when something was', () => {
    const plan = examplePlan();
    const note = 'Bijlage 2 is aangepast';
    expect(newRound(plan, plan.rounds[0]!, 2, OPENED, plan.id, note)).toMatchObject({
      number: 2,
      revisionNote: note,
    });
    expect(roundRow()).not.toHaveProperty('revisionNote');
  });
});

describe('a new request', () => {
  test('is asked at the moment of the round, under its epoch, without a token', () => {
    const request = newRequest(roundRow({ epoch: 3 }), COLLEGES[0]);
    expect(requestSchema.parse(request)).toEqual(request);
    expect(request).toMatchObject({
      round: 'main.r1',
      body: COLLEGES[0],
      stage: 0,
      role: 'decide',
      status: 'open',
      epoch: 3,
      askedAt: OPENED,
      lastWrite: 'asked',
    });
    expect(request).not.toHaveProperty('token');
  });

  // The guard is `stage.silenceAfter !== undefined` in newRequest.
  test('a body that decides has no day on which its silence is recorded', () => {
    expect(newRequest(roundRow(), COLLEGES[0])).not.toHaveProperty('silenceOn');
  });

  // 2026-04-01 + 4 working days: Good Friday 3 April and Easter Monday 6 April do not count.
  test('the silence of a body that takes note is counted in working days, holidays left out', () => {
    const plan = examplePlan(['after: 30', 'after: 4']);
    const round = roundRow({ stage: 1, askAt: '2026-04-01T09:00:00.000Z' }, plan);
    expect(newRequest(round, 'rac').silenceOn).toBe('2026-04-09');
  });

  test('the term begins on the Dutch day on which the body was asked', () => {
    const plan = examplePlan(['after: 30', 'after: 1']);
    // Half past midnight on Wednesday in Amsterdam, still Tuesday in UTC.
    const round = roundRow({ stage: 1, askAt: '2026-02-03T23:30:00.000Z' }, plan);
    expect(newRequest(round, 'rac').silenceOn).toBe('2026-02-05');
  });

  test('a stage that the round does not have cannot be asked', () => {
    expect(() => newRequest(roundRow({ stage: 3 }), COLLEGES[0])).toThrow(RangeError);
  });
});
