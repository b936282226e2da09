import { expect, test } from 'vitest';
import {
  dueDayOf,
  firstMilestoneOf,
  opensNotBefore,
  roundOfMilestone,
  stageIndexOfMilestone,
} from '../../functions/domain/plan/derived.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import { EXAMPLE } from './planExample.ts';

const result = readPlan(EXAMPLE);
if ('mistakes' in result) throw new Error('the example is not valid');
const { plan } = result;

test('a milestone belongs to the round whose stage completes it', () => {
  expect(roundOfMilestone(plan, 'noted')?.id).toBe('main');
  expect(roundOfMilestone(plan, 'prepare')).toBeUndefined();
  expect(stageIndexOfMilestone(plan.rounds[0]!, 'proposal')).toBe(0);
  expect(stageIndexOfMilestone(plan.rounds[0]!, 'adopted')).toBe(2);
  expect(stageIndexOfMilestone(plan.rounds[0]!, 'consult')).toBeUndefined();
});

test('the first stage has the milestone that opens the round', () => {
  expect(firstMilestoneOf(plan.rounds[0]!)).toBe('proposal');
});

test('a milestone is due on the last day of its period', () => {
  expect(dueDayOf({ period: '2026-Q2..2027-Q3' })).toBe('2027-09-30');
});

test('a milestone opens no sooner than its period, or its lead in working days before that', () => {
  expect(opensNotBefore({ period: '2026-01', lead: 0 })).toBe('2026-01-01');
  expect(opensNotBefore({ period: '2026-01', lead: 1 })).toBe('2025-12-31');
  expect(opensNotBefore({ period: '2026-01', lead: 5 })).toBe('2025-12-23');
});
