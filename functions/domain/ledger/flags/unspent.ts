import { addDays, type Day } from '../../calendar/days.ts';
import { dutchDay, periodWords } from '../../calendar/dutchDay.ts';
import { periodOf, quarterOf } from '../../calendar/periods.ts';
import { euros } from '../euros.ts';
import { flagRules, isWorthSaying } from '../flagRules.ts';
import { oldestFirst } from '../oldestFirst.ts';
import type { BudgetInputs, WantedBudgetFlag } from './wantedBudgetFlag.ts';

/**
 * Money of a year that will be left at the end of this quarter, or of this year, if nothing more is booked. Said from
 * some days before that end up to and including it, for each end anew: a flag that nobody acted on comes back.
 */
export function unspentFlags({ plan, summary, today }: BudgetInputs): WantedBudgetFlag[] {
  const rules = flagRules(plan);
  const year = Number(today.slice(0, 4));
  const money = oldestFirst(summary.counters).filter((each) => each.year <= year);
  return endsNear(today, rules.unspentDaysAhead).flatMap(({ period, words, end }) =>
    money
      .filter(({ left, received }) => isWorthSaying(left, received, rules))
      .map((of) => ({
        flag: 'unspent' as const,
        subject: `${of.year} ${period}`,
        amount: of.left,
        date: end,
        reason: `Van het geld van ${of.year} (${euros(of.received)} ontvangen) is aan het einde van ${words}, op ${dutchDay(end)}, nog ${euros(of.left)} niet uitgegeven als er niets meer wordt geboekt; daarvan is ${euros(of.left - of.free)} verplicht en ${euros(of.free)} vrij.`,
        todo: 'Boek wat al betaald of afgesproken is, verplicht wat vrij is, of leg in de vier colleges vast dat het meegaat naar een volgend jaar. De drempel staat in het plan (budget.flags.unspentAbove).',
      })),
  );
}

/** The ends that are near: of the quarter, and of the year; the last quarter ends with the year and is said once. */
function endsNear(
  today: Day,
  daysAhead: number,
): { readonly period: string; readonly words: string; readonly end: Day }[] {
  const year = today.slice(0, 4);
  const quarter = quarterOf(today);
  const quarterEnd = periodOf(quarter).until;
  const yearEnd = `${year}-12-31`;
  const ends = [
    { period: year, words: year, end: yearEnd },
    { period: quarter, words: `het ${periodWords(quarter)}`, end: quarterEnd },
  ];
  return ends.filter(
    ({ period, end }) => today >= addDays(end, -daysAhead) && (period === year || end !== yearEnd),
  );
}
