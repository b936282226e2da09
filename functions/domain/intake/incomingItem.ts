import * as z from 'zod';
import { OUTCOMES } from '../decision/outcomes.ts';
import { mailStateSchema, SCHEMA_VERSION } from '../round/round.ts';

const instant = z.iso.datetime();

/** What could be read of a decision; whatever is missing a person must say. */
export const draftAnswerSchema = z.strictObject({
  trajectory: z.string().optional(),
  round: z.string().optional(),
  body: z.string().optional(),
  outcome: z.enum(OUTCOMES).optional(),
  on: z.iso.date().optional(),
  reference: z.string().optional(),
  note: z.string().optional(),
});
export type DraftAnswer = z.infer<typeof draftAnswerSchema>;

export const ITEM_ID = /^[0-9a-f]{16}$/;

/**
 * Something that came in and that a person must decide about: a plausible decision that waits for the body's secretary
 * (`proposed`), or a message of which nobody knows where it belongs (`unknown`). Never dropped (invariant 10).
 */
export const incomingItemSchema = z.strictObject({
  kind: z.literal('incoming'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** 16 hexadecimal characters, from source and what it is about: the same said again is one item (itemId.ts). */
  id: z.string().regex(ITEM_ID),
  source: z.string(),
  /** The municipality of the source: whose secretary may decide about it. */
  municipality: z.string(),
  receivedAt: instant,
  status: z.enum(['proposed', 'unknown', 'accepted', 'dismissed']),
  draft: draftAnswerSchema,
  /** Why it was not recorded at once, and what can be done: a Dutch sentence. */
  reason: z.string(),
  /** What it is about in a few words, as the source calls it. */
  title: z.string(),
  /** The message as it came, as text; shown escaped. At most 64 KiB. */
  content: z.string(),
  /** What the source calls the decision, hashed (report.ts): what a person records from it is bound to it. */
  about: z.string().optional(),
  /** The mails that ask the secretary to confirm it, by person: as the mails on other rows. */
  mails: z.record(z.string(), mailStateSchema).optional(),
  closedAt: instant.optional(),
  closedBy: z.string().optional(),
  closedBecause: z.string().optional(),
  /** Of the sparse index, while it is open. */
  openIn: z.string().optional(),
  lastWrite: z.string(),
});
export type IncomingItem = z.infer<typeof incomingItemSchema>;

/** Does it still wait for a person? */
export function isOpenItem({ status }: Pick<IncomingItem, 'status'>): boolean {
  return status === 'proposed' || status === 'unknown';
}
