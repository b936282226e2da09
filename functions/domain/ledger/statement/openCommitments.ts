import { quarterOf } from '../../calendar/periods.ts';
import { effectsOf } from '../effects.ts';
import type { LedgerEntry } from '../entry.ts';
import { quarterAfter, quartersFrom } from './quarters.ts';

interface Commitment {
  until?: string | undefined;
  /** What is open of it, for whom. */
  readonly open: Map<string, number>;
}

/** What of which commitment is open, counted from entries in any order: memory grows with commitments alone. */
export function openCommitments() {
  const commitments = new Map<string, Commitment>();
  return {
    add: (entry: LedgerEntry): void => {
      const open = effectsOf(entry).open;
      if (!open) return;
      const commitment = commitments.get(open.reference) ?? { open: new Map<string, number>() };
      commitments.set(open.reference, commitment);
      if (entry.type === 'commitment') commitment.until = entry.until;
      const sign = open.move === entry.amount ? 1 : -1;
      for (const { municipality, cents } of entry.shares)
        commitment.open.set(municipality, (commitment.open.get(municipality) ?? 0) + sign * cents);
    },
    /**
     * What is expected to be paid in the quarter after this one: of each commitment an equal part for each quarter up to
     * its end, rounded down to the cent; all of it when it has no end, or one that has passed.
     */
    expectedAfter: function* (quarter: string) {
      const next = quarterAfter(quarter);
      for (const [reference, { until, open }] of commitments) {
        const quarters = until === undefined ? 1 : Math.max(1, quartersFrom(next, quarterOf(until)));
        for (const [municipality, cents] of open) {
          const part = Math.trunc(cents / quarters);
          if (part !== 0) yield { reference, municipality, cents: part };
        }
      }
    },
  };
}
