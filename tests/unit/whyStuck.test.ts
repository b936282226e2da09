import { describe, expect, test } from 'vitest';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { whyStuck } from '../../functions/domain/round/stuck.ts';
import { COLLEGES, COUNCILS, decidedRow, LATER, OPENED, requestRow, roundRow } from './exampleRecord.ts';

/** The watch of the morning after `LATER`: 22 hours on. */
const MORNING = '2026-02-03T07:00:00.000Z';
const MINUTES_AGO = '2026-02-03T06:55:00.000Z';
const RUNNING: Partial<Round> = { startedEpoch: 1, startedAt: OPENED };
const ANSWERED = COLLEGES.map((body) => decidedRow(body, { wokenAt: LATER }));
const ASKED = COLLEGES.map((body) => requestRow(body));

const stuck = (round: Partial<Round>, requests: readonly DecisionRequest[], at = MORNING) =>
  whyStuck(roundRow({ ...RUNNING, ...round }), requests, at);

describe('a round stands still', () => {
  test('when all answers of its stage are there for the better part of a day, and it has not passed', () => {
    expect(stuck({}, ANSWERED)).toBe('answered-not-weighed');
  });

  test('when a body of its stage has not been asked', () => {
    expect(stuck({}, [requestRow(COLLEGES[0])])).toBe('not-asked');
    expect(stuck({}, [])).toBe('not-asked');
  });

  test('when a body that postponed before it was asked has not been asked since', () => {
    const { token: _none, askedAt: _never, ...early } = requestRow(COLLEGES[1]);
    expect(stuck({}, [requestRow(COLLEGES[0]), early])).toBe('not-asked');
  });

  // The guard is `request.epoch < round.epoch`: an execution that was superseded waits for nobody.
  test('when only an older execution waits for a body', () => {
    expect(stuck({ epoch: 2, startedEpoch: 2 }, ASKED)).toBe('not-asked');
  });

  test('at a later stage too', () => {
    expect(stuck({ stage: 1, askAt: LATER }, ANSWERED)).toBe('not-asked');
    const noted = decidedRow('rac', { outcome: 'noted', wokenAt: LATER });
    expect(stuck({ stage: 1, askAt: LATER }, [...ANSWERED, noted])).toBe('answered-not-weighed');
  });
});

describe('it is no alarm', () => {
  test('that bodies take months to answer', () => {
    expect(stuck({}, ASKED, '2026-06-01T07:00:00.000Z')).toBeUndefined();
    expect(stuck({}, [ANSWERED[0]!, ASKED[1]!], '2026-06-01T07:00:00.000Z')).toBeUndefined();
  });

  test.each(['concluded', 'handed-over', 'withdrawn'] as const)('that a %s round stands still', (status) => {
    expect(stuck({ status }, ANSWERED)).toBeUndefined();
    expect(stuck({ status }, [])).toBeUndefined();
  });

  // The guard is `isLongAgo(weighing.at, at)`.
  test('that the last answer came this morning', () => {
    const early = COLLEGES.map((body) => decidedRow(body));
    expect(stuck({}, early)).toBe('answered-not-weighed');
    expect(stuck({}, [early[0]!, { ...early[1]!, recordedAt: MINUTES_AGO }])).toBeUndefined();
  });

  test('that an answer of weeks ago was corrected this morning', () => {
    expect(stuck({}, [ANSWERED[0]!, { ...ANSWERED[1]!, recordedAt: MINUTES_AGO }])).toBeUndefined();
  });

  // Each guard is one of `touched`.
  test.each([
    ['its stage came up a moment ago', { askAt: MINUTES_AGO }, []],
    ['its execution was started a moment ago', { startedAt: MINUTES_AGO }, []],
    ['it was woken a moment ago', {}, COLLEGES.map((body) => decidedRow(body, { wokenAt: MINUTES_AGO }))],
    [
      'the stage before was woken a moment ago, and this one came up by that',
      { stage: 1, askAt: LATER },
      COLLEGES.map((body) => decidedRow(body, { wokenAt: MINUTES_AGO })),
    ],
  ] as const)('that %s', (_rule, round, requests) => {
    expect(stuck(round, requests)).toBeUndefined();
  });

  test('until twenty hours have passed', () => {
    expect(stuck({}, ANSWERED, '2026-02-03T05:00:00.000Z')).toBeUndefined();
    expect(stuck({}, ANSWERED, '2026-02-03T05:00:00.001Z')).toBe('answered-not-weighed');
  });

  test('that a body of a later stage answered early and was never asked', () => {
    const { token: _none, askedAt: _never, ...early } = decidedRow(COUNCILS[0]);
    expect(stuck({}, [...ASKED, early])).toBeUndefined();
  });
});
