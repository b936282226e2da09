import Table from 'cli-table3';
import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import type { Outcome } from '../../domain/decision/outcomes.ts';
import { OUTCOME_WORD, ROUND_STATUS_WORD, VERDICT_WORD } from '../../domain/dutch.ts';
import type { YearBalance } from '../../domain/ledger/balances.ts';
import { euros } from '../../domain/ledger/euros.ts';
import type { RoundStatus, Verdict } from '../../domain/round/round.ts';
import type { Report } from '../simulate/report.ts';

const PLAIN = { head: [], border: [] };

/** A simulation's report for a person: how it ended, then the plan, the rounds, and what it took. */
export function reportLines(report: Report): string[] {
  return [
    report.finishedOn
      ? `Het traject is afgerond op ${dutchDay(report.finishedOn)}.`
      : 'Het traject was aan het eind van het scenario nog niet afgerond.',
    `Gespeeld als ${report.trajectory}: ${report.days} dagen in ${report.seconds} s.`,
    '',
    ...milestones(report),
    '',
    ...rounds(report),
    '',
    ...counts(report),
    ...(report.money ? ['', moneyLine(report.money)] : []),
  ];
}

function moneyLine({ received, committed, spent, free }: YearBalance): string {
  return `Ontvangen ${euros(received)}, toegezegd ${euros(committed)}, uitgegeven ${euros(spent)}, vrij ${euros(free)}.`;
}

function milestones(report: Report): string[] {
  const table = new Table({ head: ['mijlpaal', 'uiterlijk', 'afgerond'], style: PLAIN });
  for (const { title, dueOn, completedOn, status } of report.milestones) {
    const late = completedOn !== null && completedOn > dueOn ? ' (te laat)' : '';
    table.push([title, dueOn, completedOn ? `${completedOn}${late}` : status === 'open' ? 'open' : 'wacht']);
  }
  return table.toString().split('\n');
}

function rounds(report: Report): string[] {
  const table = new Table({ head: ['ronde', 'stand', 'antwoorden', 'gevraagd'], style: PLAIN });
  for (const round of report.rounds) {
    const answers = new Map<string, number>();
    for (const { outcome } of round.requests) {
      const word = outcome ? OUTCOME_WORD[outcome as Outcome] : 'geen antwoord';
      answers.set(word, (answers.get(word) ?? 0) + 1);
    }
    const verdict = round.verdict ? `, ${VERDICT_WORD[round.verdict as Verdict]}` : '';
    const asked = round.requests.reduce((sum, { askedTimes }) => sum + askedTimes, 0);
    table.push([
      round.id,
      `${ROUND_STATUS_WORD[round.status as RoundStatus]}${verdict}`,
      [...answers].map(([word, count]) => `${count} × ${word}`).join(', '),
      `${asked} keer, ${round.requests.length} organen`,
    ]);
  }
  return table.toString().split('\n');
}

function counts({ mails, executions, billable, flags, faults }: Report): string[] {
  return [
    `Berichten: ${mails.total} (${Object.entries(mails.byKind)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')}), ${mails.duplicates} dubbel, ${mails.onNonWorkingDays} op een vrije dag.`,
    `Uitvoeringen: ${executions.started} gestart, ${executions.succeeded} geslaagd, ${executions.failed} afgebroken, ${executions.resumed} hervat.`,
    `Signalen: ${flags.length === 0 ? 'geen' : flags.map(({ kind, subject, raisedOn }) => `${kind} ${subject} (${raisedOn})`).join('; ')}.`,
    `Afgerekend zou zijn: ${billable.stateTransitions} toestandsovergangen, ${billable.functionInvocations} functieaanroepen, ${billable.writeUnits} schrijf- en ${billable.readUnits} leeseenheden.`,
    ...faults.map(({ on, execution }) =>
      execution
        ? `Storing op ${on}: uitvoering ${execution} gestopt en hervat.`
        : `Storing op ${on}: er liep geen uitvoering om te stoppen.`,
    ),
  ];
}
