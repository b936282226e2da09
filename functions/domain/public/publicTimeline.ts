import * as z from 'zod';
import { OUTCOMES } from '../decision/outcomes.ts';
import { ROUND_STATUSES, VERDICTS } from '../round/round.ts';

const day = z.iso.date();

const answerSchema = z.strictObject({
  body: z.string().describe('GM0072/college, GM0072/council, or a joint body.'),
  name: z.string(),
  outcome: z.enum(OUTCOMES).nullable().describe('Null: not answered, or not public yet.'),
  on: day.nullable().describe('The day of the decision.'),
  newDate: day.nullable().describe('Of a postponement: when it is on the agenda again.'),
  publicOn: day.nullable().describe('It has answered; from this day on it is public what.'),
});

const roundSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  status: z.enum(ROUND_STATUSES),
  verdict: z.enum(VERDICTS).nullable(),
  opened: day,
  closed: day.nullable(),
  answers: z.array(answerSchema),
});

const milestoneSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  period: z.string().describe('As in the plan: 2026-03, 2026-Q2, 2026-Q2..2026-Q3.'),
  quarter: z.string().describe('In which it is due: 2026-Q1.'),
  status: z.enum(['waiting', 'open', 'completed', 'withdrawn']),
  dueOn: day,
  startsOn: day.describe('When it began, or can begin.'),
  expectedOn: day,
  critical: z.boolean().describe('It determines when the last decision is expected.'),
  completedOn: day.nullable(),
});

/**
 * What everybody may read of a trajectory. Every field is named here, and none holds what a person typed in the course of
 * the process: titles are those of the plan, all else are words and days. No address, reference, note, flag or money.
 */
export const publicTimelineSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  asOf: day.describe('In Europe/Amsterdam.'),
  finish: day.describe('When the last decision of the plan is expected.'),
  milestones: z.array(milestoneSchema),
  rounds: z.array(roundSchema),
});
export type PublicTimeline = z.infer<typeof publicTimelineSchema>;
export type PublicRound = z.infer<typeof roundSchema>;
export type PublicMilestone = z.infer<typeof milestoneSchema>;
