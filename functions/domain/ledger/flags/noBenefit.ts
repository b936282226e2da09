import { addDays, earlierDay } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import { balanceOfAll, benefitOf, yearsOf } from '../balances.ts';
import { euros } from '../euros.ts';
import { flagRules } from '../flagRules.ts';
import { usualWeights } from '../planBudget.ts';
import type { BudgetInputs, WantedBudgetFlag } from './wantedBudgetFlag.ts';

/**
 * A municipality for whose benefit nothing was promised or paid, some time after the first money came in. The amount is
 * its part of what came in, which a plan whose key gives it nothing does not promise it.
 */
export function noBenefitFlags({ plan, summary, today }: BudgetInputs): WantedBudgetFlag[] {
  const days = [...summary.received.values()].flatMap((each) => [...each.keys()]);
  if (days.length === 0 || balanceOfAll(summary.counters).received <= 0) return [];
  const first = days.reduce(earlierDay);
  const date = addDays(first, flagRules(plan).noBenefitAfterDays);
  if (today < date) return [];
  const weights = usualWeights(plan);
  return plan.participants.flatMap(({ code, name }): WantedBudgetFlag[] => {
    const years = yearsOf(summary.counters).map((year) => benefitOf(summary.counters, year, code));
    const total = (of: 'received' | 'committed' | 'spent') => years.reduce((sum, each) => sum + each[of], 0);
    if (total('committed') > 0 || total('spent') > 0) return [];
    const amount = total('received');
    if (amount === 0 && !weights[code]) return [];
    return [
      {
        flag: 'no-benefit',
        subject: code,
        amount,
        date,
        reason: `Voor ${name} is sinds de eerste ontvangst (${dutchDay(first)}) niets verplicht of uitgegeven; haar deel van wat is ontvangen is ${euros(amount)}.`,
        todo: `Bestem een verplichting mede voor ${name}, of corrigeer de verdeling van een boeking die haar ook ten goede komt.`,
      },
    ];
  });
}
