import type { Day } from '../calendar/days.ts';
import type { Plan } from '../plan/schema.ts';
import { balanceOfAll } from './balances.ts';
import { expectedIncome } from './expectedIncome.ts';
import type { LedgerSummary } from './ledgerSummary.ts';
import { yearsOfBudget } from './planBudget.ts';

/**
 * Is there nothing more to say about the money? Everything that came in was paid, nothing is open and nothing expected;
 * or the years of the budget are over. Until then a trajectory is watched, also when all its milestones are completed.
 */
export function isMoneyAtRest(plan: Plan, { counters }: LedgerSummary, today: Day): boolean {
  if (Number(today.slice(0, 4)) > yearsOfBudget(plan).until) return true;
  const { received, spent, open } = balanceOfAll(counters);
  return received <= spent && open <= 0 && expectedIncome(plan, counters).every(({ came }) => came);
}
