import { dutchDay } from '../../calendar/dutchDay.ts';
import { euros } from '../euros.ts';
import { expectedIncome } from '../expectedIncome.ts';
import type { BudgetInputs, WantedBudgetFlag } from './wantedBudgetFlag.ts';

/** A contribution of the plan whose day has passed and that did not come in, or not all of it. */
export function lateAllocationFlags({ plan, summary, today }: BudgetInputs): WantedBudgetFlag[] {
  return expectedIncome(plan, summary.counters)
    .filter(({ came, by }) => !came && by < today)
    .map(({ year, by, amount, missing, certain }) => ({
      flag: 'late-allocation',
      subject: `${year} ${by}`,
      amount: missing ?? 0,
      date: by,
      reason: `De bijdrage over ${year} werd uiterlijk ${dutchDay(by)} verwacht; ${stillToCome(amount, missing, certain)}.`,
      todo: 'Vraag de ontvangende gemeente of zij er is en boek haar; is een andere dag afgesproken, zet die dan in het plan met "besluitketen replan".',
    }));
}

function stillToCome(amount: number | undefined, missing: number | undefined, certain: boolean): string {
  if (amount === undefined || missing === undefined)
    return 'er is niets ontvangen, en hoeveel het is staat nergens';
  if (!certain) return `er is niets ontvangen (raming: ${euros(amount)}, geen toezegging)`;
  return `van ${euros(amount)} moet nog ${euros(missing)} komen`;
}
