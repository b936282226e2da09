import * as z from 'zod';
import { BUDGET_FLAGS } from './ledger/flags/flagKinds.ts';
import { PLANNING_FLAGS } from './planning/flags/flagKinds.ts';
import { mailStateSchema, SCHEMA_VERSION } from './round/round.ts';

const instant = z.iso.datetime();

/** One joint process. Its plan is kept under its hash; `planHash` is the one switch that says which counts. */
export const trajectorySchema = z.strictObject({
  kind: z.literal('trajectory'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.string(),
  title: z.string(),
  planHash: z.string(),
  planVersion: z.int(),
  /** `virtual`: a simulation moves its time; the scheduled watch leaves it alone. */
  clock: z.enum(['real', 'virtual']),
  startedAt: instant,
  /** When its plan was last replaced. */
  replannedAt: instant.optional(),
  /** The last day the watch has done; days missed since are done first. */
  watchedUntil: z.iso.date().optional(),
  /** Set while no mail of this trajectory may leave. */
  mailsPausedAt: instant.optional(),
  /** Set while anybody may read its public timeline. */
  publishedAt: instant.optional(),
  /** Random, made with the row: the links of the agenda feeds follow from it. Absent: there are none. */
  agendaKey: z.string().optional(),
  openIn: z.string().optional(),
  lastWrite: z.string(),
});
export type Trajectory = z.infer<typeof trajectorySchema>;

export const planRowSchema = z.strictObject({
  kind: z.literal('plan'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  hash: z.string(),
  /** The parsed plan as JSON. */
  plan: z.string(),
});

/** Absent: the milestone still waits. Written when it opens, and when it is completed. */
export const milestoneRowSchema = z.strictObject({
  kind: z.literal('milestone'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  id: z.string(),
  status: z.enum(['open', 'completed', 'withdrawn']),
  openedAt: instant.optional(),
  completedOn: z.iso.date().optional(),
  completedAt: instant.optional(),
  /** The round whose stage completed it. */
  round: z.string().optional(),
  /** Reminders of an open task, by their rung and address. */
  mails: z.record(z.string(), mailStateSchema).optional(),
  lastWrite: z.string(),
});
export type MilestoneRow = z.infer<typeof milestoneRowSchema>;

export const FLAG_KINDS = [
  'stuck',
  'mail-failed',
  'mail-bounced',
  'late-correction',
  'watch-failed',
  ...PLANNING_FLAGS,
  ...BUDGET_FLAGS,
] as const;

/** Something a person must look at; raised once, resolved when its cause is gone. */
export const flagSchema = z.strictObject({
  kind: z.literal('flag'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  flag: z.enum(FLAG_KINDS),
  subject: z.string(),
  /** The body it concerns, and the day it is about; of the planning's flags. */
  body: z.string().optional(),
  date: z.iso.date().optional(),
  /** In cents; of a flag of the money. */
  amount: z.int().optional(),
  /** What is the matter and what can be done, in Dutch. */
  reason: z.string(),
  /** What can be done, when that is not in the reason itself. */
  todo: z.string().optional(),
  raisedAt: instant,
  resolvedAt: instant.optional(),
  openIn: z.string().optional(),
});
export type Flag = z.infer<typeof flagSchema>;

/** One line of the audit log: written in the same transaction as what it tells of, never changed. */
export const auditEntrySchema = z.strictObject({
  kind: z.literal('audit'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  /** Follows from the content: the same event is one entry. */
  id: z.string(),
  at: instant,
  what: z.enum([
    'started',
    'milestone-opened',
    'round-opened',
    'decided',
    'deferred',
    'corrected',
    'attached',
    'late-correction',
    'withdrawn',
    'mails-paused',
    'mails-resumed',
    'stage-passed',
    'round-concluded',
    'round-divided',
    'revised',
    'resumed',
    'completed',
    'replanned',
    'item-accepted',
    'item-placed',
    'item-dismissed',
    'role-granted',
    'role-revoked',
    'booked',
    'ledger-imported',
    'statement-made',
    'statement-approved',
    'memo-made',
    'memo-approved',
    'published',
    'unpublished',
  ]),
  subject: z.string(),
  by: z.string(),
  via: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
