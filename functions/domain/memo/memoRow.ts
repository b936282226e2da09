import * as z from 'zod';
import { mailStateSchema, SCHEMA_VERSION } from '../round/round.ts';
import { memoSchema } from './memo.ts';

const instant = z.iso.datetime();

/** A version of a round's memo, with all it says: what was approved is what is sent, whatever changes afterwards. */
export const memoRowSchema = z.strictObject({
  kind: z.literal('memo'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  /** `process-proposal.r1` */
  round: z.string(),
  version: z.int().min(1),
  digest: z.string(),
  memo: memoSchema,
  madeAt: instant,
  madeBy: z.string(),
  approvedAt: instant.optional(),
  approvedBy: z.string().optional(),
  /** Set when every council has it. */
  toldAt: instant.optional(),
  mails: z.record(z.string(), mailStateSchema),
  lastWrite: z.string(),
});
export type MemoRow = z.infer<typeof memoRowSchema>;
