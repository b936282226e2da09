/** Bytes: more than any form of ours that asks answers and notes; a note has at most 4,000 characters. */
const LARGEST_FORM = 64 * 1024;

/** Bytes of a file that is imported, or of a plan (functions/domain/plan/readPlan.ts takes less). */
export const LARGEST_TEXT = 500_000;

/** A form writes a sign as three bytes at most (`%0A`); a request of a function may be 6 MB (Lambda quotas). */
const LARGEST_TEXT_FORM = 3 * LARGEST_TEXT + LARGEST_FORM;

const TAKES_A_TEXT = /^\/beheer\/(?:contacten|kalenders|traject\/[^/]+\/plan)$/;

/** How much may be sent to an address. */
export function largestForm(path: string): number {
  return TAKES_A_TEXT.test(path) ? LARGEST_TEXT_FORM : LARGEST_FORM;
}
