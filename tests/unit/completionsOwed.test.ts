import { expect, test } from 'vitest';
import { completionsOwed } from '../../functions/domain/milestones/completions.ts';
import type { FrozenStage } from '../../functions/domain/round/round.ts';
import { milestoneRowSchema } from '../../functions/domain/trajectory.ts';
import { LATER, roundRow } from './exampleRecord.ts';

const PASSED = { verdict: 'agreed', passedOn: '2026-02-02', passedAt: LATER } as const;

function roundWith(...changes: Partial<FrozenStage>[]) {
  return roundRow({ stages: roundRow().stages.map((stage, index) => ({ ...stage, ...changes[index] })) });
}

test('a round in which nothing passed completes nothing', () => {
  expect(completionsOwed(roundRow())).toEqual([]);
});

test('a passed stage completes its milestone on the day of its last decision', () => {
  const owed = completionsOwed(roundWith(PASSED));
  expect(owed).toMatchObject([
    { id: 'proposal', status: 'completed', completedOn: '2026-02-02', completedAt: LATER, round: 'main.r1' },
  ]);
  expect(milestoneRowSchema.parse(owed[0])).toEqual(owed[0]);
});

// The guard is `stage.verdict === 'divided'` in completionsOwed.
test('a divided stage completes nothing, and does not undo the stages before it', () => {
  const divided = { ...PASSED, verdict: 'divided' } as const;
  expect(completionsOwed(roundWith(divided))).toEqual([]);
  expect(completionsOwed(roundWith(PASSED, PASSED, divided)).map(({ id }) => id)).toEqual([
    'proposal',
    'noted',
  ]);
});

test('a stage without a milestone completes nothing', () => {
  const stages = roundRow().stages.map(({ milestone: _none, ...stage }) => ({ ...stage, ...PASSED }));
  expect(completionsOwed(roundRow({ stages }))).toEqual([]);
});

// The guard is `namedLater` in completionsOwed.
test('a milestone that a later stage names too is done when that one has passed', () => {
  expect(completionsOwed(roundWith(PASSED, { milestone: 'proposal' }))).toEqual([]);
  expect(
    completionsOwed(roundWith(PASSED, { milestone: 'proposal', ...PASSED })).map(({ id }) => id),
  ).toEqual(['proposal']);
});
