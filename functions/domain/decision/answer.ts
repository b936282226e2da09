import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Day, dayOf } from '../calendar/days.ts';
import { OUTCOMES, type Outcome } from './outcomes.ts';

/** Who says so, and along which way it came in. */
export const recordedBySchema = z.strictObject({
  by: z.string().min(1).max(200),
  via: z.enum(['command-line', 'mail-link', 'portal', 'webhook', 'watch', 'simulation', 'history']),
});
export type RecordedBy = z.infer<typeof recordedBySchema>;

/** Characters of what a body says of its decision; systems that say more are cut short (domain/intake). */
export const LONGEST_REFERENCE = 100;
export const LONGEST_NOTE = 4000;

/** What a body answered, as it comes in from anywhere. `on` is the day of the decision itself. */
export const answerSchema = z.strictObject({
  trajectory: z.string(),
  round: z.string(),
  body: z.string(),
  outcome: z.enum(OUTCOMES),
  on: z.iso.date(),
  newDate: z.iso.date().optional(),
  reference: z.string().trim().min(1).max(LONGEST_REFERENCE).optional(),
  note: z.string().trim().min(1).max(LONGEST_NOTE).optional(),
  /** Of a college: until this day others see only that it answered (embargo.ts). */
  embargo: z.iso.date().optional(),
  /** Nobody said anything and the plan counts that as taking note. */
  silence: z.boolean().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/**
 * The id of a decision follows from all its content: the same content is the same decision, whoever sends it
 * and however often. The moment of recording and the sender are not content.
 */
export function decisionId(answer: Answer): string {
  const content = [
    answer.trajectory,
    answer.round,
    answer.body,
    answer.outcome,
    answer.on,
    answer.newDate ?? null,
    answer.reference ?? null,
    answer.note ?? null,
    answer.silence ?? false,
    // Not there when there is none: the ids of before there were embargoes stay what they were.
    ...(answer.embargo ? [answer.embargo] : []),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}

/** Is the day after the day of `at`? A decision is never recorded before it was taken. */
export function isAfter(day: Day, at: string): boolean {
  return day > dayOf(at);
}

export function isOutcome(text: string): text is Outcome {
  return (OUTCOMES as readonly string[]).includes(text);
}
