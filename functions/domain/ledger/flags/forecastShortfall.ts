import { type Day, laterDay } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import { balanceOfAll } from '../balances.ts';
import { euros } from '../euros.ts';
import { expectedIncome } from '../expectedIncome.ts';
import type { OpenCommitment } from '../ledgerSummary.ts';
import type { BudgetInputs, WantedBudgetFlag } from './wantedBudgetFlag.ts';

/**
 * For each later year in which commitments fall due: are they covered, with all before them, by what came in and what
 * will certainly come by the end of that year? Estimates cover nothing, nor does what is late.
 */
export function forecastShortfallFlags({ plan, summary, today }: BudgetInputs): WantedBudgetFlag[] {
  const { received, spent } = balanceOfAll(summary.counters);
  const certain = expectedIncome(plan, summary.counters).filter((each) => each.certain && each.by >= today);
  const dueOf = ({ until }: OpenCommitment) => laterDay(until ?? today, today);
  const byDay = [...summary.commitments].sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
  const coveredBy = (day: Day) =>
    certain.reduce((sum, { by, missing = 0 }) => (by <= day ? sum + missing : sum), received);
  const found = new Map<string, { readonly date: Day; readonly amount: number; readonly covered: number }>();
  let out = spent;
  for (const commitment of byDay) {
    out += commitment.open;
    const due = dueOf(commitment);
    const year = due.slice(0, 4);
    if (year === today.slice(0, 4)) continue;
    const covered = coveredBy(`${year}-12-31`);
    if (out > covered)
      found.set(year, { date: found.get(year)?.date ?? due, amount: out - covered, covered });
  }
  return [...found].map(([year, { date, amount, covered }]) => ({
    flag: 'forecast-shortfall',
    subject: year,
    amount,
    date,
    reason: `Wat tot en met ${year} is uitgegeven en verplicht gaat ${euros(amount)} boven wat dan zeker is ontvangen (${euros(covered)}); de eerste verplichting zonder dekking is van ${dutchDay(date)}.`,
    todo: 'Vraag een toezegging en zet die als bedrag in het plan (budget.expects), of spreid, verlaag of verzeker de verplichting. Een raming dekt niets.',
  }));
}
