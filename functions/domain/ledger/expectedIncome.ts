import type { Day } from '../calendar/days.ts';
import { compareDays } from '../calendar/days.ts';
import type { Plan } from '../plan/schema.ts';
import { balanceOfYear, type Counters } from './balances.ts';
import { estimateFromShare } from './nationalSeries.ts';
import { centsOf } from './planBudget.ts';

/** One contribution that the plan expects. */
export interface ExpectedIncome {
  readonly year: number;
  readonly by: Day;
  /** Absent: nothing says how much. */
  readonly amount?: number | undefined;
  /** An estimate is shown and never counted as received, nor relied on. */
  readonly certain: boolean;
  /** What of it is still to come: nothing once it came in. */
  readonly missing?: number | undefined;
  readonly came: boolean;
}

/**
 * What the plan expects, the earliest first, against what came in of that year's money. A certain amount has come when
 * all of it has; an estimate when anything has: nobody owes the participants an estimate.
 */
export function expectedIncome(plan: Pick<Plan, 'budget'>, counters: Counters): ExpectedIncome[] {
  const left = new Map<number, number>();
  return [...(plan.budget?.expects ?? [])]
    .sort((a, b) => compareDays(a.by, b.by))
    .map(({ year, by, amount: euro, estimate }) => {
      // An amount that nobody gave cannot be certain.
      const certain = euro !== undefined && !estimate;
      const amount = euro === undefined ? estimateFromShare(plan, year, counters) : centsOf(euro);
      const received = left.get(year) ?? balanceOfYear(counters, year).received;
      const got = Math.min(received, amount ?? received);
      left.set(year, received - got);
      const came = certain ? got >= (amount ?? 0) : got > 0;
      const missing = came ? 0 : amount === undefined ? undefined : amount - got;
      return { year, by, amount, certain, missing, came };
    });
}
