import { type Day, dayOf } from '../../calendar/days.ts';
import type { Body } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { DueDate } from '../../planning/planning.ts';
import type { DecisionRequest, Round } from '../../round/round.ts';
import { silenceTerm } from '../../round/silenceTerm.ts';
import { formatRoundId } from '../../roundId.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';
import { dueFacts, whyMoved } from './dueFacts.ts';

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
  words: MailCatalogue,
  plan: Plan,
  round: Round,
  body: Body,
  request: DecisionRequest,
  { leavesOn, due, agenda, link }: AskedWhen,
): Told {
  const { labels, field } = words;
  const texts = words.round.asked;
  const term = silenceTerm(request, round, leavesOn);
  const title = `${round.title}${round.number > 1 ? texts.again(round.number) : ''}`;
  const what = field.request[request.role];
  const last = [term, due?.day].filter((day) => day !== undefined).sort()[0];
  const by = last && field.day(last);
  return {
    subject: texts.subject({ body: body.name, what, title, by }),
    preheader: texts.preheader({ what, title, by }),
    heading: texts.heading(body.name),
    paragraphs: [
      texts.intro({ trajectory: plan.title, what, title }),
      ...(round.proposal ? [round.proposal] : []),
      ...(round.revisionNote ? [texts.revised(round.revisionNote)] : []),
      term ? texts.silenceUntil(field.day(term)) : texts.noSilence,
      ...(due ? whyMoved(words, due) : []),
      link ? texts.answerByLink : texts.answerToLead,
    ],
    action: link === undefined ? undefined : { label: texts.action, url: link },
    facts: [
      [labels.askedOn, field.day(dayOf(request.askedAt ?? round.askAt))],
      ...(due ? dueFacts(words, due) : []),
      [labels.round, formatRoundId(round)],
      ...(agenda ? [[labels.agenda, agenda] as const] : []),
    ],
  };
}
