import { balanceOfAll, balanceOfYear, type Counters, yearsOf } from './balances.ts';

/** What became of the money that came in for one year; in cents. */
export interface YearOfMoney {
  readonly year: number;
  readonly received: number;
  /** Of it: promised (what was released taken off), and paid. */
  readonly committed: number;
  readonly spent: number;
  /** Received and not paid; of which `free` is not promised either. */
  readonly left: number;
  readonly free: number;
}

/**
 * Which year's money is left: the oldest goes first. All that was promised and all that was paid, in whichever year it
 * was booked, is taken from the first year's money until that is gone, then from the next. The state does not mark its
 * euros; this is the participants' own rule, and it never leaves old money lying beside new that was spent.
 */
export function oldestFirst(counters: Counters): YearOfMoney[] {
  const all = balanceOfAll(counters);
  let { committed, spent } = all;
  return yearsOf(counters).flatMap((year) => {
    const { received } = balanceOfYear(counters, year);
    if (received <= 0) return [];
    const paid = Math.min(received, Math.max(0, spent));
    const promised = Math.min(received, Math.max(0, committed));
    spent -= paid;
    committed -= promised;
    const free = received - Math.max(promised, paid);
    return [{ year, received, committed: promised, spent: paid, left: received - paid, free }];
  });
}
