import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';

const instant = z.iso.datetime();

export const MESSAGE_STATUSES = [
  'working',
  'recorded',
  'unchanged',
  'proposed',
  'triage',
  'ignored',
  'held',
  'failed',
] as const;

/** What became of a message: kept 30 days (`expiresAt`, TTL), shown on its source's page, newest first. */
export const seenMessageSchema = z.strictObject({
  kind: z.literal('message'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  source: z.string(),
  messageKey: z.string(),
  receivedAt: instant,
  status: z.enum(MESSAGE_STATUSES),
  /** A sentence for a person; never content of a message or a secret. */
  said: z.string(),
  /** The item it led to, if any. */
  item: z.string().optional(),
  /** How often the same message came again. */
  repeats: z.int(),
  workedUntil: instant.optional(),
  /** The queued message itself, while the source is paused. */
  held: z.string().optional(),
  /** Seconds since 1970: DynamoDB's TTL attribute. */
  expiresAt: z.int(),
  /** Of the sparse index, while it is held. */
  openIn: z.string().optional(),
});
export type SeenMessage = z.infer<typeof seenMessageSchema>;

export const KEPT_DAYS = 30;
const DAY_SECONDS = 24 * 3600;

/** When what became of a message is forgotten, in seconds since 1970. */
export function forgottenAt(now: string): number {
  return Math.floor(Date.parse(now) / 1000) + KEPT_DAYS * DAY_SECONDS;
}

/** The year 2100: a message that is held is kept however long its source is paused. */
export const NEVER_FORGOTTEN = 4_102_444_800;
