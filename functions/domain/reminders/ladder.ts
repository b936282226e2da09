import * as z from 'zod';

/** When and how often is reminded of one kind of open work; a plan may set it per kind (docs/plan-format.md). */
export const ladderSchema = z.strictObject({
  /** Working days before the day that counts first (papers due, otherwise the due day). */
  before: z.array(z.int().min(0).max(60)).max(10),
  /** Overdue: the day after the due day, then every so many working days. */
  every: z.int().min(1).max(60),
  /** From this overdue reminder on (1 is the first) portfolio holder and project lead are told as well. */
  escalateFrom: z.int().min(1).max(20),
  /** After so many overdue reminders no more mails: a flag stands instead. */
  most: z.int().min(1).max(20),
});
export type Ladder = z.infer<typeof ladderSchema>;

export const LADDER_KINDS = ['decide', 'advise', 'note', 'task'] as const;
export type LadderKind = (typeof LADDER_KINDS)[number];

export const USUAL_LADDER: Ladder = { before: [10, 5, 1], every: 5, escalateFrom: 2, most: 4 };
