import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';

const instant = z.iso.datetime();

/** `bounced`: it will not do, whoever tries again. `complained`: its reader took a mail for spam. `delayed`: not this time. */
export const MARKS = ['bounced', 'complained', 'delayed'] as const;
export type Mark = (typeof MARKS)[number];

/** An address of which the mail service says that a message did not arrive, or was not wanted. */
export const markedAddressSchema = z.strictObject({
  kind: z.literal('marked-address'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** In small letters: the same mailbox however it is written. */
  address: z.string(),
  why: z.enum(MARKS),
  /** The service's own words for it, `General`, `MailboxFull`; never its diagnosis, which quotes people. */
  detail: z.string().optional(),
  /** When the service saw it. */
  markedAt: instant,
  messageId: z.string(),
  /** An administrator lets mails go to it again. */
  releasedAt: instant.optional(),
  releasedBy: z.string().optional(),
  /** Forgotten then, by DynamoDB: what was released, and what only happened once. */
  expiresAt: z.int().optional(),
  lastWrite: z.string(),
});
export type MarkedAddress = z.infer<typeof markedAddressSchema>;

/** So long it is shown that a mail was not delivered this time, and a released address remembered. */
const TOLD_DAYS = 14;

export function forgottenAt(at: string): number {
  return Math.floor(Date.parse(at) / 1000) + TOLD_DAYS * 86_400;
}

/** Written alike, for comparing. */
export function plainAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** May nothing more go to it? Not for what was only once in the way. */
export function isStopped({ why, releasedAt }: MarkedAddress): boolean {
  return why !== 'delayed' && releasedAt === undefined;
}

/** Must a person look at it? DynamoDB may take days to forget what has expired. */
export function isToldOf(mark: MarkedAddress, now: string): boolean {
  const over = mark.expiresAt !== undefined && mark.expiresAt * 1000 <= Date.parse(now);
  return mark.releasedAt === undefined && !over;
}

/** Says of an address whether mail to it is stopped. */
export function stoppedBy(marks: readonly MarkedAddress[]): (address: string) => boolean {
  const stopped = new Set(marks.filter(isStopped).map(({ address }) => address));
  return (address) => stopped.has(plainAddress(address));
}
