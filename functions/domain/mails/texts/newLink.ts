import type { Day } from '../../calendar/days.ts';
import type { Person } from '../../contacts/contact.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { NewLinkMatter } from '../composeNewLink.ts';
import type { Told } from '../drawFor.ts';

/** To a person: a new link for the one that was outdated or used. */
export function newLink(
  { labels, field, personal: { dear, newLink: texts }, round }: MailCatalogue,
  { plan, body, title, roundId }: NewLinkMatter,
  person: Person,
  link: string,
  on: Day,
): Told {
  const intro = texts.intro({ body: body.name, trajectory: plan.title });
  return {
    subject: texts.subject({ body: body.name, title, on: field.day(on) }),
    preheader: intro,
    heading: texts.heading,
    paragraphs: [dear(person.name), intro, round.asked.answerByLink, texts.notAsked],
    action: { label: round.asked.action, url: link },
    facts: [
      [labels.about, title],
      [labels.round, roundId],
    ],
  };
}
