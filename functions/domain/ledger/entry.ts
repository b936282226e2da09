import * as z from 'zod';
import { recordedBySchema } from '../decision/answer.ts';
import { participantCode } from '../plan/schema.ts';
import { SCHEMA_VERSION } from '../round/round.ts';

/** Allocation: money received. Commitment: promised to a supplier. Release: what of a commitment will not be needed. */
export const ENTRY_TYPES = ['allocation', 'commitment', 'expenditure', 'release', 'correction'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** Whole euro cents; a sum of all that passes in ten years stays far below 2^53. */
const cents = z.int();

/** A reference is the sender's own number: a booking is known by it (idempotent). No `#`: it is part of a key. */
export const referenceSchema = z
  .string()
  .trim()
  .regex(/^[^#\s][^#]{0,79}$/);

/** For whose benefit, exactly: the cents add up to the amount of the entry. */
export const shareSchema = z.strictObject({ municipality: participantCode, cents });
export type Share = z.infer<typeof shareSchema>;

/**
 * One booking, never changed: what was wrong is corrected by another (invariant 9). Amounts are positive, those of a
 * correction say by how much what it corrects goes up or down.
 */
export const ledgerEntrySchema = z.strictObject({
  kind: z.literal('ledger-entry'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  trajectory: z.string(),
  reference: referenceSchema,
  type: z.enum(ENTRY_TYPES),
  /** VAT included. */
  amount: cents,
  /** The VAT in it. */
  vat: cents,
  /** Of the invoice, decision or payment. */
  date: z.iso.date(),
  /** Which year's money it is. */
  year: z.int().min(2000).max(2199),
  description: z.string().trim().min(1).max(200),
  /** Of an expenditure or a release: the reference of the commitment it is against. */
  commitment: referenceSchema.optional(),
  /** Of a correction: the reference of what it corrects, and the type of that. */
  corrects: z.strictObject({ reference: referenceSchema, type: z.enum(ENTRY_TYPES) }).optional(),
  milestone: z.string().optional(),
  /** Of a commitment: until when it is expected to be paid; for the forecast. */
  until: z.iso.date().optional(),
  shares: z.array(shareSchema).min(1),
  bookedAt: z.iso.datetime(),
  ...recordedBySchema.shape,
  /** The import it came with; absent: booked by itself. */
  import: z.string().optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** What a booking has an effect as: a correction has the effect of what it corrects. */
export function effectOf({
  type,
  corrects,
}: Pick<LedgerEntry, 'type' | 'corrects'>): Exclude<EntryType, 'correction'> {
  const effect = corrects?.type ?? type;
  if (effect === 'correction') throw new Error('a correction cannot be corrected');
  return effect;
}
