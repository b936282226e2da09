import * as z from 'zod';
import { recordedBySchema } from '../decision/answer.ts';
import { mailStateSchema, SCHEMA_VERSION } from '../round/round.ts';
import { planChangesSchema } from './changes.ts';

const instant = z.iso.datetime();

/** One re-planning: written with the switch to its plan, and what its notices are told from. */
export const replanningSchema = z.strictObject({
  kind: z.literal('replanning'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  /** The version of the plan it made; the plan a trajectory was started with is 1. */
  version: z.int(),
  planHash: z.string(),
  previousPlanHash: z.string(),
  reason: z.string(),
  at: instant,
  ...recordedBySchema.shape,
  changes: planChangesSchema,
  /** Set when every notice has been sent: contacts that change later owe nobody another. */
  toldAt: instant.optional(),
  mails: z.record(z.string(), mailStateSchema),
  lastWrite: z.string(),
});
export type Replanning = z.infer<typeof replanningSchema>;
