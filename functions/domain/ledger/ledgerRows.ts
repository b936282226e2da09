import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';

const counters = z.record(z.string(), z.int());

/** The balances of a trajectory; beside these fields a counter each under its name (balances.ts, `counterOf`). */
export const ledgerHeadRowSchema = z.looseObject({
  kind: z.literal('ledger-head'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  version: z.int(),
  imports: z.int().default(0),
  /** Received minus promised, all years together. */
  free: z.int().default(0),
});
export const ledgerHeadSchema = ledgerHeadRowSchema.transform(
  ({ kind: _kind, schemaVersion: _schema, version, imports, free, ...rest }) => ({
    version,
    imports,
    free,
    counters: counters.parse(rest),
  }),
);

export const ledgerMilestonesRowSchema = z.looseObject({
  kind: z.literal('ledger-milestones'),
  schemaVersion: z.literal(SCHEMA_VERSION),
});
export const ledgerMilestonesSchema = ledgerMilestonesRowSchema.transform(
  ({ kind: _kind, schemaVersion: _schema, ...rest }) => counters.parse(rest),
);

export const tallySchema = z.strictObject({
  kind: z.literal('tally'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  of: z.enum(['open', 'standing']),
  reference: z.string(),
  cents: z.int(),
  import: z.string().optional(),
});

export const ledgerImportSchema = z.strictObject({
  kind: z.literal('ledger-import'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.string(),
  file: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  entries: z.int(),
});
