import * as z from 'zod';
import { FINAL_OUTCOMES, ROLES } from '../decision/outcomes.ts';

/**
 * The round and its requests, as the record keeps them. A change of any of these shapes is a change of what
 * is stored: raise SCHEMA_VERSION and migrate (a test holds a hash of them).
 */
export const SCHEMA_VERSION = 1;

export const ROUND_STATUSES = ['open', 'concluded', 'handed-over', 'withdrawn'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

export const VERDICTS = ['agreed', 'divided', 'noted', 'advised'] as const;
export type Verdict = (typeof VERDICTS)[number];

const instant = z.iso.datetime();
const day = z.iso.date();

/** Why and whether a mail left: claimed before sending, marked after (design.md, "Mails"). */
export const mailStateSchema = z.strictObject({
  /** Wall clock of the function that is sending, not of the trajectory: after this the claim has lapsed. */
  claimedUntil: instant,
  sentAt: instant.optional(),
  messageId: z.string().optional(),
  attempts: z.int(),
  error: z.string().optional(),
});
export type MailState = z.infer<typeof mailStateSchema>;

/** A stage as it was when the round opened: later plans do not change it. */
export const frozenStageSchema = z.strictObject({
  group: z.enum(['colleges', 'councils', 'rac']),
  role: z.enum(ROLES),
  rule: z.enum(['unanimous', 'majority']),
  amendedCounts: z.boolean(),
  /** Working days after which the silence of a noting body is recorded as having taken note. */
  silenceAfter: z.int().optional(),
  milestone: z.string().optional(),
  bodies: z.array(z.string()),
  verdict: z.enum(VERDICTS).optional(),
  /** The last decision date among its answers. */
  passedOn: day.optional(),
  /** The latest moment at which one of its answers was recorded. */
  passedAt: instant.optional(),
});
export type FrozenStage = z.infer<typeof frozenStageSchema>;

export const roundSchema = z.strictObject({
  kind: z.literal('round'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  family: z.string(),
  number: z.int(),
  title: z.string(),
  status: z.enum(ROUND_STATUSES),
  verdict: z.enum(VERDICTS).optional(),
  /** Which execution may work on it: raised by every resume. */
  epoch: z.int(),
  /** The epoch whose execution was started; behind `epoch` means a start is owed. */
  startedEpoch: z.int(),
  /** When that was. */
  startedAt: instant.optional(),
  /** Resumes since the last stage passed, bounded. */
  faults: z.int(),
  /** Index of the stage that is being asked. */
  stage: z.int(),
  stages: z.array(frozenStageSchema),
  informs: z.array(z.string()),
  proposal: z.string().optional(),
  /** The moment at which the current stage's bodies are asked: the latest of the answers before. */
  askAt: instant,
  openedAt: instant,
  closedAt: instant.optional(),
  /** The note with which the organisation revised the proposal before this round. */
  revisionNote: z.string().optional(),
  /** Set when the organisation has revised a divided round: the next round exists. */
  revisedAt: instant.optional(),
  /** Why it was withdrawn. */
  withdrawnBecause: z.string().optional(),
  /** The version of the plan that no longer has it; the notices of that re-planning tell of it. */
  withdrawnByPlan: z.int().optional(),
  /** Raised by every correction of an answer, so that a stage is never weighed on an entry that was replaced. */
  corrections: z.int().optional(),
  mails: z.record(z.string(), mailStateSchema),
  /** Sparse index: present while somebody or something still owes this round anything. */
  openIn: z.string().optional(),
  /** What the last write did; stream filters read it, rules do not. */
  lastWrite: z.string(),
});
export type Round = z.infer<typeof roundSchema>;

const deferralSchema = z.strictObject({
  decisionId: z.string(),
  decidedOn: day,
  newDate: day,
  recordedAt: instant,
  reference: z.string().optional(),
  note: z.string().optional(),
});

/** An entry that was wrong, as it was; the request itself holds what it should have been. */
const correctionSchema = z.strictObject({
  decisionId: z.string(),
  outcome: z.enum(FINAL_OUTCOMES),
  decidedOn: day,
  recordedAt: instant,
  reference: z.string().optional(),
  note: z.string().optional(),
  by: z.string(),
  via: z.string(),
  reason: z.string(),
  correctedAt: instant,
});

/** The decision list that goes with an answer, as it was checked and kept (docs/decisions/0011). */
const attachmentSchema = z.strictObject({
  /** Of the object in the bucket of decision lists. */
  key: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Hexadecimal, of the whole file. */
  sha256: z.string(),
  addedAt: instant,
  by: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const requestSchema = z.strictObject({
  kind: z.literal('request'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  /** `process-proposal.r1` */
  round: z.string(),
  body: z.string(),
  stage: z.int(),
  role: z.enum(ROLES),
  status: z.enum(['open', 'decided', 'closed']),
  /** Absent when the body decided before it was asked. */
  askedAt: instant.optional(),
  /** Last day for a noting body before its silence is recorded. */
  silenceOn: day.optional(),
  /** Wakes the execution that waits; never leaves the backend. */
  token: z.string().optional(),
  /** The epoch whose execution put the token. */
  epoch: z.int(),
  deferrals: z.array(deferralSchema),
  outcome: z.enum(FINAL_OUTCOMES).optional(),
  decidedOn: day.optional(),
  recordedAt: instant.optional(),
  reference: z.string().optional(),
  note: z.string().optional(),
  /** Until this day others see only that it answered. */
  embargo: day.optional(),
  decisionId: z.string().optional(),
  by: z.string().optional(),
  via: z.string().optional(),
  /** Earlier entries that were replaced, oldest first. */
  corrections: z.array(correctionSchema).optional(),
  attachment: attachmentSchema.optional(),
  wokenAt: instant.optional(),
  mails: z.record(z.string(), mailStateSchema),
  lastWrite: z.string(),
});
export type DecisionRequest = z.infer<typeof requestSchema>;
