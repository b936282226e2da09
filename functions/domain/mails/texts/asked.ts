import { type Day, dayOf } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import { ROLE_REQUEST } from '../../dutch.ts';
import type { Body } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { DueDate } from '../../planning/planning.ts';
import type { DecisionRequest, Round } from '../../round/round.ts';
import { silenceTerm } from '../../round/silenceTerm.ts';
import { formatRoundId } from '../../roundId.ts';
import { dueFacts, whyMoved } from './dueFacts.ts';
import { ANSWER_BY_LINK, footer, type Told } from './told.ts';

interface AskedWhen {
  /** The day on which it leaves, where that may be later than the day it was asked. */
  readonly leavesOn?: Day | undefined;
  readonly due?: DueDate | undefined;
  /** The address of the body's feed. */
  readonly agenda?: string | undefined;
  /** The personal address at which to answer. */
  readonly link?: string | undefined;
}

/** To one body: what it is asked, by when, and what its silence means, counted from the day on which this leaves. */
export function asked(
  plan: Plan,
  round: Round,
  body: Body,
  request: DecisionRequest,
  { leavesOn, due, agenda, link }: AskedWhen,
): Told {
  const term = silenceTerm(request, round, leavesOn);
  const what = ROLE_REQUEST[request.role];
  const again = round.number > 1 ? `, herzien voorstel (ronde ${round.number})` : '';
  return {
    subject: `${body.name}: verzoek om ${what} – ${round.title}${again}`,
    heading: `Verzoek aan ${body.name}`,
    paragraphs: [
      `Voor het traject "${plan.title}" wordt u gevraagd ${what} over: ${round.title}${again}.`,
      ...(round.proposal ? [round.proposal] : []),
      ...(round.revisionNote ? [`Wat er herzien is: ${round.revisionNote}`] : []),
      term
        ? `Horen wij uiterlijk ${dutchDay(term)} niets, dan leggen wij vast dat u kennis hebt genomen.`
        : 'Zonder uw antwoord gaat het traject niet verder; stilte geldt niet als instemming.',
      ...(due ? whyMoved(due) : []),
      link
        ? ANSWER_BY_LINK
        : 'Geef de uitkomst, de datum en het kenmerk van uw besluit door aan de projectleider.',
    ],
    facts: [
      ['Gevraagd op', dutchDay(dayOf(request.askedAt ?? round.askAt))],
      ...(due ? dueFacts(due) : []),
      ['Ronde', formatRoundId(round)],
      ...(link ? [['Leg het vast', link] as const] : []),
      ...(agenda ? [['In uw agenda', agenda] as const] : []),
    ],
    footer: footer(plan),
  };
}
