import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';
import { shortHash } from '../shortHash.ts';
import type { Identity } from './identity.ts';

const instant = z.iso.datetime();

/** OWASP ASVS 5.0, 7.3.1 and 7.3.2 (4.0.3: 3.3.2): an end after inactivity, and one that comes whatever is done. */
const LONGEST_MS = 8 * 3_600_000;
const LONGEST_IDLE_MS = 3_600_000;
/** Being seen again is written down this often: a page with ten parts does not need ten new cookies. */
const SEEN_AGAIN_MS = 60_000;

/** Who is signed in; kept by the browser, encrypted (functions/adapters/sealedCookies.ts). */
export const sessionSchema = z.strictObject({
  /** 128 random bits; by this a session is ended before its time. */
  id: z.string(),
  /** What every form of this session carries. */
  formToken: z.string(),
  mail: z.email(),
  name: z.string(),
  startedAt: instant,
  seenAt: instant,
});
export type Session = z.infer<typeof sessionSchema>;

/** A session that was signed out: whoever kept a copy of its cookie gets no further. Gone when it would be over. */
export const endedSessionSchema = z.strictObject({
  kind: z.literal('ended-session'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.string(),
  endedAt: instant,
  /** Seconds since 1970: DynamoDB's TTL attribute. */
  expiresAt: z.int(),
});
export type EndedSession = z.infer<typeof endedSessionSchema>;

export function newSession({ mail, name }: Identity, now: string): Session {
  return { id: random(), formToken: random(), mail, name, startedAt: now, seenAt: now };
}

/** The moment after which it is over unless it is used before. */
export function endOf({ startedAt, seenAt }: Session): string {
  return new Date(
    Math.min(Date.parse(startedAt) + LONGEST_MS, Date.parse(seenAt) + LONGEST_IDLE_MS),
  ).toISOString();
}

export function isOver(session: Session, now: string): boolean {
  return now >= endOf(session);
}

/** The session as seen now, or undefined when there is nothing worth writing down. */
export function seenAgain(session: Session, now: string): Session | undefined {
  const since = Date.parse(now) - Date.parse(session.seenAt);
  return since < SEEN_AGAIN_MS ? undefined : { ...session, seenAt: now };
}

export function endedSession({ id, startedAt }: Session, now: string): EndedSession {
  return {
    kind: 'ended-session',
    schemaVersion: SCHEMA_VERSION,
    id,
    endedAt: now,
    expiresAt: Math.ceil((Date.parse(startedAt) + LONGEST_MS) / 1000),
  };
}

/** Stands for a session in the log: lines of one session are found together, and nobody's name is in them. */
export function sessionMark({ id }: Pick<Session, 'id'>): string {
  return shortHash(id);
}

function random(): string {
  return randomBytes(16).toString('base64url');
}
