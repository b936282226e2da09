import { addDays, compareDays, type Day } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import { euros } from '../euros.ts';
import { flagRules, isWorthSaying } from '../flagRules.ts';
import { oldestFirst } from '../oldestFirst.ts';
import type { BudgetInputs, WantedBudgetFlag } from './wantedBudgetFlag.ts';

/** Money that came in some time ago and is not promised to anybody; the oldest money is promised first. */
export function uncommittedFlags({ plan, summary, today }: BudgetInputs): WantedBudgetFlag[] {
  const rules = flagRules(plan);
  const limit = addDays(today, -rules.uncommittedAfterDays);
  return oldestFirst(summary.counters).flatMap(({ year, received, free }): WantedBudgetFlag[] => {
    const days = [...(summary.received.get(year) ?? [])].sort(([a], [b]) => compareDays(a, b));
    const old = days.reduce((sum, [day, cents]) => (day <= limit ? sum + cents : sum), 0);
    // A correction downwards takes from what came in first, whenever it was made.
    const amount = Math.min(old, received) - (received - free);
    if (!isWorthSaying(amount, received, rules)) return [];
    const since = firstDayAbove(days, received - free);
    return [
      {
        flag: 'uncommitted',
        subject: String(year),
        amount,
        date: addDays(since, rules.uncommittedAfterDays),
        reason: `Van het geld van ${year} is ${euros(amount)} meer dan ${rules.uncommittedAfterDays} dagen na ontvangst (${dutchDay(since)}) nog niet verplicht.`,
        todo: 'Verplicht het aan een mijlpaal, boek een verplichting die al is aangegaan, of leg vast waarvoor het is bestemd.',
      },
    ];
  });
}

/** The day on which more had come in than what was promised since: that money has been lying from then on. */
function firstDayAbove(days: readonly (readonly [Day, number])[], promised: number): Day {
  let sum = 0;
  for (const [day, cents] of days) {
    sum += cents;
    if (sum > promised) return day;
  }
  return days.at(-1)?.[0] ?? '';
}
