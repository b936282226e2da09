import type { IncomingItem } from '../../intake/incomingItem.ts';
import type { Body } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';

/** To the secretary of a body: what a document system says it decided, to be confirmed. `link` leads to the form. */
export function proposed(
  { labels, field, personal: { proposed: texts } }: MailCatalogue,
  plan: Plan,
  item: IncomingItem,
  body: Body,
  link: string | undefined,
): Told {
  const { round = '', outcome, on, reference, note } = item.draft;
  const next = link ? texts.byLink : texts.toLead;
  return {
    subject: texts.subject({ body: body.name, title: item.title, on: on && field.day(on) }),
    preheader: next,
    heading: texts.heading(body.name),
    paragraphs: [texts.intro({ trajectory: plan.title, source: item.source, reason: item.reason }), next],
    action: link === undefined ? undefined : { label: texts.action, url: link },
    facts: [
      [labels.decision, item.title],
      ...(outcome ? [[labels.accordingToSystem, field.outcome[outcome]] as const] : []),
      ...(on ? [[labels.date, field.day(on)] as const] : []),
      ...(reference ? [[labels.reference, reference] as const] : []),
      ...(note ? [[labels.note, note] as const] : []),
      [labels.round, round],
    ],
  };
}
