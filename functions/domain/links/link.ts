import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { draftAnswerSchema } from '../intake/incomingItem.ts';
import { SCHEMA_VERSION } from '../round/round.ts';

const instant = z.iso.datetime();

/** A person's way to answer one request from a mail. Only the hash of its id is kept: a copy of the table opens nothing. */
export const linkSchema = z.strictObject({
  kind: z.literal('link'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** SHA-256 of the id in the address, hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  trajectory: z.string(),
  round: z.string(),
  body: z.string(),
  person: z.strictObject({ name: z.string(), mail: z.string() }),
  createdAt: instant,
  /** What a document system said, to fill the form with; the outcome is never selected beforehand. */
  draft: draftAnswerSchema.optional(),
  /** The incoming item that is confirmed by using it. */
  item: z.string().optional(),
  usedAt: instant.optional(),
  /** Seconds since 1970, TTL: long after the request is closed, so that an old link can still explain itself. */
  expiresAt: z.int(),
});
export type Link = z.infer<typeof linkSchema>;

/** 32 random bytes: 256 bits (OWASP ASVS 7.2.3 asks 128), 43 characters in an address. */
export const LINK_ID = /^[A-Za-z0-9_-]{43}$/;

export function newLinkId(): string {
  return randomBytes(32).toString('base64url');
}

/** Where the pages of a link are, below the portal's address (contract.md, "Web"). */
export const LINK_PATH = '/besluit';

export function linkUrl(portalUrl: string, id: string): string {
  return `${portalUrl}${LINK_PATH}/${id}`;
}

export function hashOfLink(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
