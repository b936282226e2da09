import * as z from 'zod';
import { mailStateSchema, SCHEMA_VERSION } from '../../round/round.ts';

const instant = z.iso.datetime();

/** That a quarter's statement was made, of which entries, and what became of it; its figures follow from the entries. */
export const statementRowSchema = z.strictObject({
  kind: z.literal('ledger-statement'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  quarter: z.string(),
  /** One more each time it was made anew, because entries had changed before it was approved. */
  version: z.int().min(1),
  digest: z.string(),
  /** 0: there is nothing to tell. */
  entries: z.int().min(0),
  madeAt: instant,
  approvedAt: instant.optional(),
  approvedBy: z.string().optional(),
  /** Set when every college has it: contacts that change later owe nobody another. */
  toldAt: instant.optional(),
  mails: z.record(z.string(), mailStateSchema),
  lastWrite: z.string(),
});
export type StatementRow = z.infer<typeof statementRowSchema>;
