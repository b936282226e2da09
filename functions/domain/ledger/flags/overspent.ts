import { dutchDay } from '../../calendar/dutchDay.ts';
import { balanceOfAll } from '../balances.ts';
import { euros } from '../euros.ts';
import { balanceOfMilestone } from '../milestoneBalance.ts';
import { centsOf } from '../planBudget.ts';
import type { BudgetInputs, WantedBudgetFlag } from './wantedBudgetFlag.ts';

/** Paid or promised above what came in, all years together; and milestones above their own budget. */
export function overspentFlags(inputs: BudgetInputs): WantedBudgetFlag[] {
  return [...aboveReceived(inputs), ...milestonesAbove(inputs)];
}

/**
 * A plan that allows promises before the money is in is told only of what is to be paid this year; its later years are
 * `forecast-shortfall`.
 */
function aboveReceived({ plan, summary, today }: BudgetInputs): WantedBudgetFlag[] {
  const { received, spent, committed } = balanceOfAll(summary.counters);
  const yearEnd = `${today.slice(0, 4)}-12-31`;
  const dueThisYear = summary.commitments
    .filter(({ until }) => until === undefined || until <= yearEnd)
    .reduce((sum, { open }) => sum + open, 0);
  const promised = plan.budget?.commitBeyondReceived ? spent + dueThisYear : committed;
  const about = { flag: 'overspent' as const, date: summary.lastDay };
  return [
    ...(spent > received
      ? [
          {
            ...about,
            subject: 'spent',
            amount: spent - received,
            reason: `Er is ${euros(spent)} uitgegeven en ${euros(received)} ontvangen: ${euros(spent - received)} te veel.`,
            todo: 'Ga na of een bijdrage nog niet is geboekt; spreek anders af welke gemeente het voorschiet.',
          },
        ]
      : []),
    ...(promised > Math.max(received, spent)
      ? [
          {
            ...about,
            subject: 'committed',
            amount: promised - received,
            reason: `Er is ${euros(promised)} verplicht${plan.budget?.commitBeyondReceived ? ` tot en met ${dutchDay(yearEnd)}` : ''} en ${euros(received)} ontvangen: ${euros(promised - received)} is niet gedekt.`,
            todo: 'Ga na of een bijdrage nog niet is geboekt; laat anders een verplichting vrijvallen of stel haar uit.',
          },
        ]
      : []),
  ];
}

function milestonesAbove({ plan, summary }: BudgetInputs): WantedBudgetFlag[] {
  return plan.milestones.flatMap(({ id, title, budget }): WantedBudgetFlag[] => {
    if (budget === undefined) return [];
    const { committed, spent } = balanceOfMilestone(summary.milestones, id);
    const used = Math.max(committed, spent);
    const amount = used - centsOf(budget);
    if (amount <= 0) return [];
    return [
      {
        flag: 'overspent',
        subject: id,
        amount,
        date: summary.lastDay,
        reason: `Voor ${title} is ${euros(used)} verplicht of uitgegeven en ${euros(centsOf(budget))} begroot: ${euros(amount)} te veel.`,
        todo: 'Laat vrijvallen wat niet nodig is, corrigeer een boeking bij de verkeerde mijlpaal, of verhoog de begroting in het plan met "besluitketen replan".',
      },
    ];
  });
}
