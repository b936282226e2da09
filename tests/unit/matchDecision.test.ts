import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../functions/domain/intake/candidate.ts';
import { matchDecision } from '../../functions/domain/intake/matchDecision.ts';
import type { ReportedDecision } from '../../functions/domain/intake/reportedDecision.ts';
import { sourceMappingSchema } from '../../functions/domain/intake/sourceMapping.ts';

const COLLEGE: Candidate = {
  trajectory: 'visie',
  round: 'start.r1',
  family: 'visie/start',
  title: 'Start',
  body: 'GM0072/college',
  role: 'decide',
  status: 'asked',
  openedOn: '2026-01-20',
};
const COUNCIL: Candidate = { ...COLLEGE, body: 'GM0072/council', status: 'expected' };
const OTHER_ROUND: Candidate = { ...COLLEGE, round: 'einde.r1', family: 'visie/einde' };
const DECISION: ReportedDecision = {
  about: 'https://x.example/1',
  types: ['https://x.example/type/1', 'Vaststelling regiovisie'],
  cases: ['https://x.example/zaak/7'],
  on: '2026-02-03',
  reference: 'O26.1',
  note: 'Het college stemt in met de start van de regiovisie.',
  title: 'O26.1',
};

const match = (mapping: unknown, candidates: readonly Candidate[], changes: Partial<ReportedDecision> = {}) =>
  matchDecision({ ...DECISION, ...changes }, sourceMappingSchema.parse(mapping), 'GM0072', candidates);
const kind = (...given: Parameters<typeof match>) => match(...given).kind;
const rule = (changes: object) => ({ decisions: [{ type: 'Vaststelling regiovisie', ...changes }] });

describe('certain', () => {
  test('round, body and outcome by the kind of decision', () => {
    expect(
      match(rule({ outcome: 'adopted', body: 'college', round: 'visie/start' }), [
        COLLEGE,
        COUNCIL,
        OTHER_ROUND,
      ]),
    ).toEqual({
      kind: 'certain',
      answer: {
        trajectory: 'visie',
        round: 'start.r1',
        body: 'GM0072/college',
        outcome: 'adopted',
        on: '2026-02-03',
        reference: 'O26.1',
        note: DECISION.note,
      },
    });
  });

  test.each([
    [
      'the case says the round, the kind the outcome and the body',
      {
        ...rule({ outcome: 'adopted', body: 'college' }),
        cases: [{ case: 'https://x.example/zaak/7', round: 'visie/start' }],
      },
      [COLLEGE, COUNCIL, OTHER_ROUND],
      {},
    ],
    [
      'bestuursorgaan says the body',
      rule({ outcome: 'adopted', round: 'visie/start' }),
      [COLLEGE, COUNCIL],
      { body: 'council' as const },
    ],
    [
      'the round asks only one body of this municipality',
      rule({ outcome: 'adopted', round: 'visie/start' }),
      [COLLEGE],
      {},
    ],
    [
      'an early answer of a body that is expected',
      rule({ outcome: 'adopted', body: 'council', round: 'visie/start' }),
      [COLLEGE, COUNCIL],
      {},
    ],
    [
      'a kind by its omschrijving, whatever its capitals',
      {
        decisions: [
          { type: 'vaststelling REGIOVISIE', outcome: 'adopted', body: 'college', round: 'visie/start' },
        ],
      },
      [COLLEGE],
      {},
    ],
    [
      'on the day that the first round was opened',
      rule({ outcome: 'adopted', body: 'college', round: 'visie/start' }),
      [COLLEGE],
      { on: '2026-01-20' },
    ],
  ])('%s', (_rule, mapping, candidates, changes) => {
    expect(kind(mapping, candidates, changes)).toBe('certain');
  });

  test('a sender that says trajectory, round, body and outcome outright', () => {
    const said = {
      trajectory: 'visie',
      round: 'start.r1',
      body: 'GM0072/college',
      outcome: 'rejected' as const,
    };
    expect(match({}, [COLLEGE, COUNCIL], { said })).toMatchObject({
      kind: 'certain',
      answer: { outcome: 'rejected' },
    });
    const deferred = { ...said, outcome: 'deferred' as const, newDate: '2026-05-01' };
    expect(match({}, [COLLEGE, COUNCIL], { said: deferred })).toMatchObject({
      answer: { newDate: '2026-05-01' },
    });
  });
});

describe('plausible: its secretary is asked', () => {
  test.each([
    ['without a mapping, the one place there is', {}, [COLLEGE], {}],
    ['without a mapping, the one that was asked', {}, [COLLEGE, COUNCIL], {}],
    [
      'words of the mapping, whatever their capitals',
      { keywords: [{ words: ['REGIOVISIE', 'start'], round: 'visie/start' }] },
      [COLLEGE, OTHER_ROUND],
      {},
    ],
    ['no outcome by its kind', rule({ body: 'college', round: 'visie/start' }), [COLLEGE], {}],
    [
      'a deferral without its new date',
      rule({ outcome: 'deferred', body: 'college', round: 'visie/start' }),
      [COLLEGE],
      {},
    ],
    [
      'a decision from before the round was opened',
      rule({ outcome: 'adopted', body: 'college', round: 'visie/start' }),
      [COLLEGE],
      { on: '2025-12-01' },
    ],
    ['a kind that says neither round nor body', rule({ outcome: 'adopted' }), [COLLEGE], {}],
    // Guards: functions/domain/intake/matchDecision.ts: const alone = …
    [
      'whose body is not said, where the other has answered: a second message about it is not the council’s answer',
      rule({ outcome: 'adopted', round: 'visie/start' }),
      [{ ...COLLEGE, status: 'decided' as const }, COUNCIL],
      {},
    ],
    // Guards: functions/domain/intake/matchDecision.ts: if (mapped.round === undefined)
    [
      'a kind that says outcome and body, where one place is left: a college takes many decisions of a kind',
      rule({ outcome: 'adopted', body: 'college' }),
      [COLLEGE, COUNCIL],
      {},
    ],
    [
      'a kind that says outcome and body, where words say the round',
      {
        ...rule({ outcome: 'adopted', body: 'college' }),
        keywords: [{ words: ['regiovisie'], round: 'visie/start' }],
      },
      [COLLEGE, COUNCIL, OTHER_ROUND],
      {},
    ],
    // Guards: functions/domain/intake/matchDecision.ts: const isFirst = …
    [
      'a decision of the day that the revised proposal came: it may be about the one before',
      rule({ outcome: 'adopted', body: 'college', round: 'visie/start' }),
      [{ ...COLLEGE, round: 'start.r2' }],
      { on: '2026-01-20' },
    ],
  ])('%s', (_rule, mapping, candidates, changes) => {
    const matched = match(mapping, candidates, changes);
    expect(matched).toMatchObject({
      kind: 'proposed',
      draft: { trajectory: 'visie', body: expect.any(String) },
    });
    expect(matched).toHaveProperty('reason', expect.stringMatching(/.{20}/));
  });
});

describe('unknown: triage', () => {
  test.each([
    ['nothing open', {}, [], {}],
    ['several places', {}, [COLLEGE, OTHER_ROUND], {}],
    [
      'a round that does not run',
      rule({ outcome: 'adopted', body: 'college', round: 'visie/later' }),
      [COLLEGE],
      {},
    ],
    [
      'message and mapping contradict each other on the body',
      rule({ outcome: 'adopted', body: 'college', round: 'visie/start' }),
      [COLLEGE, COUNCIL],
      { body: 'council' as const },
    ],
    [
      'two rules contradict each other on the outcome',
      {
        decisions: [
          { type: 'Vaststelling regiovisie', outcome: 'adopted' },
          { type: 'https://x.example/type/1', outcome: 'rejected' },
        ],
      },
      [COLLEGE],
      {},
    ],
    [
      'case and kind contradict each other on the round',
      {
        ...rule({ outcome: 'adopted', body: 'college', round: 'visie/einde' }),
        cases: [{ case: 'https://x.example/zaak/7', round: 'visie/start' }],
      },
      [COLLEGE, OTHER_ROUND],
      {},
    ],
    [
      'said outright of another round',
      {},
      [COLLEGE],
      {
        said: { trajectory: 'visie', round: 'start.r2', body: 'GM0072/college', outcome: 'adopted' as const },
      },
    ],
    [
      'said outright of another municipality',
      {},
      [COLLEGE],
      {
        said: { trajectory: 'visie', round: 'start.r1', body: 'GM1900/college', outcome: 'adopted' as const },
      },
    ],
    [
      'said outright of a joint body',
      {},
      [COLLEGE],
      { said: { trajectory: 'visie', round: 'start.r1', body: 'rac', outcome: 'noted' as const } },
    ],
  ])('%s', (_rule, mapping, candidates, changes) => {
    expect(kind(mapping, candidates, changes)).toBe('unknown');
  });
});

test('an answer that is there already is left to the record where the round is fixed', () => {
  const decided = { ...COLLEGE, status: 'decided' as const };
  expect(kind(rule({ outcome: 'adopted', body: 'college', round: 'visie/start' }), [decided, COUNCIL])).toBe(
    'certain',
  );
  expect(kind(rule({ outcome: 'adopted', body: 'college' }), [decided, COUNCIL])).toBe('unknown');
});
