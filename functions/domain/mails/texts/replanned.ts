import { dayOf } from '../../calendar/days.ts';
import type { Plan } from '../../plan/schema.ts';
import type { ReplanNotice } from '../../replan/notices.ts';
import type { Replanning } from '../../replan/replanning.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';

/** To one person: what another planning changes for them, and why there is one. */
export function replanned(
  { labels, field, personal: { dear, replanned: texts } }: MailCatalogue,
  plan: Plan,
  replanning: Replanning,
  { person, sentences }: ReplanNotice,
): Told {
  const on = field.day(dayOf(replanning.at));
  const intro = texts.intro({ trajectory: plan.title, reason: replanning.reason });
  return {
    subject: texts.subject({ trajectory: plan.title, on }),
    preheader: intro,
    heading: texts.heading,
    paragraphs: [
      dear(person.name),
      intro,
      ...(sentences.length === 0 ? [texts.nothingMoves] : []),
      texts.stays,
    ],
    facts: [
      [labels.changedOn, on],
      [labels.planVersion, String(replanning.version)],
    ],
    list: sentences.length > 0 ? { title: texts.changes, items: sentences } : undefined,
  };
}
