import * as z from 'zod';
import type { MovedDay } from '../planning/planning.ts';

const day = z.iso.date();

/** A due day that another plan puts elsewhere: of a milestone, or of the bodies that must decide in a round. */
const moveSchema = z.strictObject({
  /** `running`: of bodies in a round that is open; `expected`: of bodies in a round that has yet to open. */
  of: z.enum(['milestone', 'running', 'expected']),
  /** A milestone's id, `main.r1`, or `main` for a round that has yet to open. */
  subject: z.string(),
  title: z.string(),
  /** Whose day it is; for a milestone its owners, as far as they are bodies and no round decides it. */
  bodies: z.array(z.string()),
  from: day,
  to: day,
  /** Papers must be in by this day; absent when it is the same day. */
  papersBy: day.optional(),
  /** Why the new plan and the calendars give this very day, when there is more to say than the period's end. */
  because: z.string().optional(),
});

/** A round that the new plan does not have any more. */
const droppedRoundSchema = z.strictObject({
  family: z.string(),
  title: z.string(),
  /** The round that is withdrawn with it, `main.r1`; absent when none was open. */
  round: z.string().optional(),
  /** Who was asked in it, and who would have been. */
  asked: z.array(z.string()),
  expected: z.array(z.string()),
});

/** A partner that will, or will no longer, be told the planning when a round is concluded. */
const partnerChangeSchema = z.strictObject({ partner: z.string(), title: z.string(), informed: z.boolean() });

/** What another plan changes for those who take part; kept with the re-planning, and told from there. */
export const planChangesSchema = z.strictObject({
  moves: z.array(moveSchema),
  /** Ids of milestones. */
  added: z.array(z.string()),
  removed: z.array(z.string()),
  rounds: z.array(droppedRoundSchema),
  partners: z.array(partnerChangeSchema),
});
export type PlanChanges = z.infer<typeof planChangesSchema>;
export type DroppedRound = z.infer<typeof droppedRoundSchema>;
export type PartnerChange = z.infer<typeof partnerChangeSchema>;
/** As it is worked out: with the reason of the re-planning, which is kept once and not with each day. */
export type Move = z.infer<typeof moveSchema> & MovedDay;
