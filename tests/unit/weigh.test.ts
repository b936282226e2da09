import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecisionRequest, FrozenStage } from '../../functions/domain/round/round.ts';
import { verdictOfRound, weighStage } from '../../functions/domain/round/weigh.ts';
import { LATER, stageOf } from './exampleRecord.ts';

type Answer = Pick<DecisionRequest, 'body' | 'status' | 'outcome' | 'decidedOn' | 'recordedAt'>;

const BODIES = ['a', 'b', 'c', 'd', 'e'];
const DECIDED: readonly string[] = ['adopted', 'amended', 'rejected'];

/** What a body may have said: nothing at all, asked and silent, closed, or a final outcome. */
const said = fc.constantFrom('missing', 'silent', 'closed', 'adopted', 'amended', 'rejected');
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-02-${String(date).padStart(2, '0')}`);
const answers = fc
  .array(fc.record({ said, on: day }), { minLength: 1, maxLength: BODIES.length })
  .map((all) => all.map((each, index) => ({ ...each, body: BODIES[index]! })));
const rules = fc.record({
  rule: fc.constantFrom('unanimous' as const, 'majority' as const),
  amendedCounts: fc.boolean(),
});

type Said = { readonly body: string; readonly said: string; readonly on: string };

function rowOf({ body, said: outcome, on }: Said): Answer[] {
  if (outcome === 'missing') return [];
  if (outcome === 'silent') return [{ body, status: 'open' }];
  if (outcome === 'closed') return [{ body, status: 'closed' }];
  return [
    {
      body,
      status: 'decided',
      outcome: outcome as NonNullable<Answer['outcome']>,
      decidedOn: on,
      recordedAt: `${on}T12:00:00.000Z`,
    },
  ];
}

const weigh = (stage: FrozenStage, all: readonly Said[]) => weighStage(stage, all.flatMap(rowOf));

describe('weighing a stage that decides', () => {
  // The guard is the `waiting` filter of weighStage.
  test('waits exactly while somebody has not answered finally, and names who', () => {
    fc.assert(
      fc.property(answers, rules, (all, rule) => {
        const stage = stageOf({ ...rule, bodies: all.map(({ body }) => body) });
        const silent = all.filter(({ said }) => !DECIDED.includes(said)).map(({ body }) => body);
        const weighing = weigh(stage, all);
        expect(weighing.kind === 'waiting').toBe(silent.length > 0);
        if (weighing.kind === 'waiting') expect(weighing.bodies).toEqual(silent);
      }),
    );
  });

  // The guard is `met` in weighStage: each rule its own count.
  test('passes by unanimity when all agree, by majority when more than half do, and is divided otherwise', () => {
    fc.assert(
      fc.property(answers, rules, (all, rule) => {
        const final = all.filter(({ said }) => DECIDED.includes(said));
        fc.pre(final.length > 0);
        const agree = final.filter(
          ({ said }) => said === 'adopted' || (said === 'amended' && rule.amendedCounts),
        ).length;
        const against = final.length - agree;
        const passes = rule.rule === 'unanimous' ? against === 0 : agree > against;
        const stage = stageOf({ ...rule, bodies: final.map(({ body }) => body) });
        expect(weigh(stage, final)).toMatchObject(
          passes ? { kind: 'passed', verdict: 'agreed' } : { kind: 'divided', verdict: 'divided' },
        );
      }),
    );
  });

  test('the order in which answers came in does not matter', () => {
    fc.assert(
      fc.property(
        answers.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        rules,
        ([all, shuffled], rule) => {
          const stage = stageOf({ ...rule, bodies: all.map(({ body }) => body) });
          expect(weigh(stage, shuffled)).toEqual(weigh(stage, all));
        },
      ),
    );
  });

  test('half of the bodies is no majority', () => {
    const two = [
      { body: 'a', said: 'adopted', on: '2026-02-02' },
      { body: 'b', said: 'rejected', on: '2026-02-03' },
    ];
    expect(weigh(stageOf({ rule: 'majority', bodies: ['a', 'b'] }), two).kind).toBe('divided');
  });

  test('an amended decision divides the round unless the plan counts it as agreement', () => {
    const amended = [{ body: 'a', said: 'amended', on: '2026-02-02' }];
    expect(weigh(stageOf({ bodies: ['a'] }), amended).kind).toBe('divided');
    expect(weigh(stageOf({ bodies: ['a'], amendedCounts: true }), amended).kind).toBe('passed');
  });

  test('the day is the last day of decision, the moment the last of recording', () => {
    const rows: Answer[] = [
      {
        body: 'a',
        status: 'decided',
        outcome: 'adopted',
        decidedOn: '2026-02-09',
        recordedAt: START_OF_MARCH,
      },
      { body: 'b', status: 'decided', outcome: 'adopted', decidedOn: '2026-02-12', recordedAt: LATER },
    ];
    expect(weighStage(stageOf({ bodies: ['a', 'b'] }), rows)).toMatchObject({
      on: '2026-02-12',
      at: START_OF_MARCH,
    });
  });

  test('the answer of a body that is not part of the stage changes nothing', () => {
    const stage = stageOf({ bodies: ['a'] });
    const ours = { body: 'a', said: 'adopted', on: '2026-02-02' };
    const theirs = { body: 'b', said: 'rejected', on: '2026-02-03' };
    expect(weigh(stage, [theirs, ours])).toEqual(weigh(stage, [ours]));
    expect(weigh(stage, [theirs])).toEqual({ kind: 'waiting', bodies: ['a'] });
  });

  const START_OF_MARCH = '2026-03-01T09:00:00.000Z';
});

describe('silence', () => {
  // The guard is `answer?.status !== 'decided'` in weighStage.
  test('a council that stays silent is not counted as agreeing, whatever the others say', () => {
    fc.assert(
      fc.property(
        answers,
        rules,
        fc.constantFrom('missing', 'silent', 'closed'),
        fc.constantFrom('decide' as const, 'advise' as const, 'note' as const),
        (all, rule, silence, role) => {
          const council = { body: 'silent council', said: silence, on: '2026-02-02' };
          const bodies = [...all, council].map(({ body }) => body);
          expect(weigh(stageOf({ ...rule, role, bodies }), [...all, council]).kind).toBe('waiting');
        },
      ),
    );
  });

  test('a body that deferred is waited for', () => {
    const deferred: Answer = { body: 'a', status: 'open' };
    expect(weighStage(stageOf({ bodies: ['a'] }), [deferred])).toEqual({ kind: 'waiting', bodies: ['a'] });
  });

  test('a request that says decided without an outcome is no answer', () => {
    const broken: Answer = { body: 'a', status: 'decided', decidedOn: '2026-02-02', recordedAt: LATER };
    expect(weighStage(stageOf({ bodies: ['a'] }), [broken]).kind).toBe('waiting');
  });
});

describe('weighing a stage that advises or takes note', () => {
  // The guard is the return for `stage.role !== 'decide'`, before anything is counted.
  test('is never divided, and passes when all have answered', () => {
    const roles = fc.constantFrom(['note', 'noted'] as const, ['advise', 'advised'] as const);
    const anyFinal = fc.array(fc.constantFrom('adopted', 'amended', 'rejected', 'noted', 'advised'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(roles, anyFinal, rules, ([role, verdict], outcomes, rule) => {
        const all = outcomes.map((said, index) => ({ body: BODIES[index]!, said, on: '2026-02-02' }));
        const stage = stageOf({ ...rule, role, bodies: all.map(({ body }) => body) });
        expect(weigh(stage, all)).toMatchObject({ kind: 'passed', verdict });
      }),
    );
  });
});

describe('the verdict of a round', () => {
  test.each([
    ['agreed when anybody decided', ['note', 'decide', 'advise'], 'agreed'],
    ['advised when nobody decided but somebody advised', ['note', 'advise'], 'advised'],
    ['noted when all only took note', ['note', 'note'], 'noted'],
  ] as const)('%s', (_rule, roles, verdict) => {
    expect(verdictOfRound(roles.map((role) => ({ role })))).toBe(verdict);
  });
});
