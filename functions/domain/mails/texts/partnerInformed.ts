import type { Plan } from '../../plan/schema.ts';
import type { Round } from '../../round/round.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';
import { planningLines } from '../planningLines.ts';
import { closedOn } from './closed.ts';

/** To a partner: what follows a concluded round, and when. Partners have no pages to look at. */
export function partnerInformed(
  { field, round: { partner: texts } }: MailCatalogue,
  plan: Plan,
  round: Round,
  partner: string,
): Told {
  const { title } = round;
  const intro = texts.intro({ partner, title });
  return {
    subject: texts.subject({ trajectory: plan.title, title, on: field.day(closedOn(round)) }),
    preheader: intro,
    heading: texts.heading(plan.title),
    paragraphs: [intro],
    facts: [],
    list: { title: texts.follows, items: planningLines(plan, round, field.period) },
  };
}
