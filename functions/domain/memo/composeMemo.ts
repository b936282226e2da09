import { dutchDay, periodWords } from '../calendar/dutchDay.ts';
import { givenWords } from '../decision/embargo.ts';
import type { Outcome } from '../decision/outcomes.ts';
import { OUTCOME_WORD, ROUND_STATUS_WORD, VERDICT_WORD } from '../dutch.ts';
import { bodiesOf } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { RoundStatus, Verdict } from '../round/round.ts';
import type { Memo, MemoLine } from './memo.ts';

/** An answer as the councils may see it. */
export interface MemoAnswer {
  readonly body: string;
  readonly name: string;
  readonly outcome: string | null;
  readonly decidedOn: string | null;
  readonly newDate: string | null;
  readonly reference: string | null;
  readonly embargo: string | null;
}

export interface MemoMatter {
  readonly plan: Plan;
  readonly day: string;
  readonly title: string;
  readonly number: number;
  readonly status: RoundStatus;
  readonly verdict: Verdict | null;
  readonly proposal: string | null;
  readonly revision: string | null;
  readonly answers: readonly MemoAnswer[];
  /** What waits for this round, in the plan's order. */
  readonly next: readonly { readonly title: string; readonly period: string; readonly expectedOn: string }[];
  readonly money: readonly MemoLine[];
}

/** The memo of a round from what everybody of the process may see of it. Notes are for the bodies among themselves. */
export function composeMemo(matter: MemoMatter): Memo {
  const { plan, title, number, status, verdict, answers } = matter;
  const bodies = bodiesOf(plan);
  const groupOf = (id: string) => bodies.find((body) => body.id === id)?.group;
  const linesOf = (group: string) =>
    answers
      .filter(({ body }) => groupOf(body) === group)
      .map((answer) => ({ name: answer.name, words: words(answer) }));
  return {
    subject: number > 1 ? `${title}, herzien voorstel (ronde ${number})` : title,
    trajectory: plan.title,
    day: matter.day,
    councils: bodies.filter(({ group }) => group === 'councils').map(({ name }) => name),
    proposal: matter.proposal,
    revision: matter.revision,
    standing: `De besluitronde: ${ROUND_STATUS_WORD[status]}${verdict ? `, ${VERDICT_WORD[verdict]}` : ''}.`,
    colleges: linesOf('colleges'),
    others: linesOf('rac'),
    ofCouncils: linesOf('councils'),
    next: matter.next.map(({ title: name, period, expectedOn }) => ({
      name,
      words: `${periodWords(period)}, verwacht op ${dutchDay(expectedOn)}`,
    })),
    money: [...matter.money],
    contact: { name: plan.lead.name, mail: plan.lead.mail },
  };
}

function words({ outcome, decidedOn, newDate, reference, embargo }: MemoAnswer): string {
  if (outcome) {
    const on = decidedOn ? ` op ${dutchDay(decidedOn)}` : '';
    return `${OUTCOME_WORD[outcome as Outcome]}${on}${reference ? `, kenmerk ${reference}` : ''}`;
  }
  if (embargo) return givenWords(embargo);
  return newDate ? `aangehouden tot ${dutchDay(newDate)}` : 'nog geen antwoord';
}
