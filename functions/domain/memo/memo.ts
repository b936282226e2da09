import { createHash } from 'node:crypto';
import * as z from 'zod';

const line = z.strictObject({ name: z.string(), words: z.string() });
export type MemoLine = z.infer<typeof line>;

/** What an information memo tells the councils of a round: words only, as they are read. */
export const memoSchema = z.strictObject({
  subject: z.string(),
  trajectory: z.string(),
  /** The day of the data. */
  day: z.iso.date(),
  /** The councils it is addressed to. */
  councils: z.array(z.string()),
  proposal: z.string().nullable(),
  revision: z.string().nullable(),
  standing: z.string(),
  colleges: z.array(line),
  /** Bodies that advise or take note. */
  others: z.array(line),
  /** What was asked of the councils, or what they answered. */
  ofCouncils: z.array(line),
  next: z.array(line),
  money: z.array(line),
  contact: z.strictObject({ name: z.string(), mail: z.string() }),
});
export type Memo = z.infer<typeof memoSchema>;

/** Under what a version is approved: follows from all it says but the day, which alone makes no new one. */
export function memoDigest({ day: _day, ...memo }: Memo): string {
  return createHash('sha256').update(JSON.stringify(memo)).digest('hex').slice(0, 32);
}
