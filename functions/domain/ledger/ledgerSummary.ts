import { type Day, laterDay } from '../calendar/days.ts';
import { quarterOf } from '../calendar/periods.ts';
import { addTo } from './addTo.ts';
import { type Counters, movesOf } from './balances.ts';
import { effectsOf } from './effects.ts';
import { effectOf, type LedgerEntry } from './entry.ts';

/** What is promised to one supplier and neither paid nor released. */
export interface OpenCommitment {
  readonly reference: string;
  readonly open: number;
  /** By when it is expected to be paid; absent: any day. */
  readonly until?: Day | undefined;
}

/** The ledger as the flags and the forecast need it, up to and including a day; cents. */
export interface LedgerSummary {
  readonly counters: Counters;
  readonly milestones: Counters;
  /** By the year of the money, then by day: what came in, corrections on the day they were made. */
  readonly received: ReadonlyMap<number, ReadonlyMap<Day, number>>;
  /** By the quarter in which it was paid. */
  readonly spent: ReadonlyMap<string, number>;
  readonly commitments: readonly OpenCommitment[];
  /** Of the latest entry; absent: there is none. */
  readonly lastDay?: Day | undefined;
}

export interface Summing {
  add(entry: LedgerEntry): void;
  summary(): LedgerSummary;
}

/**
 * Adds entries up one by one, in any order, and keeps none: it grows with years, days and commitments, not with
 * payments. What is dated after `until` is left out, so that a morning that is made up for sees what it would have seen.
 */
export function createSumming(until: Day): Summing {
  const counters: Record<string, number> = {};
  const milestones: Record<string, number> = {};
  const received = new Map<number, Map<Day, number>>();
  const spent = new Map<string, number>();
  const open = new Map<string, number>();
  const terms = new Map<string, { readonly until: Day; readonly bookedAt: string }>();
  let lastDay: Day | undefined;
  return {
    add(entry) {
      const { date, amount, year } = entry;
      if (date > until) return;
      lastDay = lastDay === undefined ? date : laterDay(lastDay, date);
      const moves = movesOf(entry);
      addAll(counters, moves.counters);
      addAll(milestones, moves.milestones);
      const promised = effectsOf(entry).open;
      if (promised) addTo(open, promised.reference, promised.move);
      const effect = effectOf(entry);
      if (effect === 'allocation') {
        const days = received.get(year) ?? new Map<Day, number>();
        received.set(year, days);
        addTo(days, date, amount);
      }
      if (effect === 'expenditure') addTo(spent, quarterOf(date), amount);
      if (effect === 'commitment' && promised && entry.until) {
        // A correction may move the term: what was booked last counts.
        const known = terms.get(promised.reference);
        if (!known || known.bookedAt <= entry.bookedAt)
          terms.set(promised.reference, { until: entry.until, bookedAt: entry.bookedAt });
      }
    },
    summary: () => ({
      counters,
      milestones,
      received,
      spent,
      commitments: [...open]
        .filter(([, cents]) => cents > 0)
        .map(([reference, cents]) => ({ reference, open: cents, until: terms.get(reference)?.until }))
        .sort((a, b) => (a.reference < b.reference ? -1 : 1)),
      lastDay,
    }),
  };
}

function addAll(to: Record<string, number>, moves: Counters): void {
  for (const [name, by] of Object.entries(moves)) to[name] = (to[name] ?? 0) + by;
}
