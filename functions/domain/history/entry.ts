import * as z from 'zod';
import { OUTCOMES } from '../decision/outcomes.ts';

const day = z.iso.date('een bestaande datum als 2025-12-16');
const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `hoogstens ${longest} tekens`)
    .transform((text) => text || undefined);

/** One line of a history file: what happened before this system was there. */
export const historyEntrySchema = z.discriminatedUnion(
  'what',
  [
    z.object({
      what: z.literal('decide'),
      round: z.string().regex(/^[a-z0-9-]+\.r[1-9][0-9]{0,2}$/, 'een ronde als process-proposal.r1'),
      body: z.string().min(1, 'een orgaan als GM1900/college'),
      outcome: z.enum(OUTCOMES, `een uitkomst: ${OUTCOMES.join(', ')}`),
      on: day,
      newDate: z.union([z.literal('').transform(() => undefined), day]).optional(),
      reference: optionalText(100).optional(),
      note: optionalText(4000).optional(),
    }),
    z.object({
      what: z.literal('complete'),
      milestone: z.string().min(1, 'een mijlpaal van het plan'),
      on: day,
    }),
    z.object({
      what: z.literal('revise'),
      round: z.string().regex(/^[a-z0-9-]+\.r[1-9][0-9]{0,2}$/, 'de verdeelde ronde'),
      on: day,
      note: z.string().trim().min(1, 'wat er herzien is'),
    }),
  ],
  'what is decide, complete of revise',
);

export type HistoryEntry = z.infer<typeof historyEntrySchema> & { readonly line: number };

/** A line of the file that cannot have happened under this plan, and what to do about it. */
export interface HistoryMistake {
  readonly line: number;
  readonly problem: string;
}
