import type { Person } from '../contacts/contact.ts';
import type { Body } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { ComposedMail } from './compose.ts';
import { drawMail } from './layout.ts';
import { ANSWER_BY_LINK, footer } from './texts/told.ts';

interface NewLinkMatter {
  readonly plan: Plan;
  readonly body: Body;
  /** Of the round that is to be answered. */
  readonly title: string;
  readonly roundId: string;
  readonly reference: string;
}

/** The message with which a person gets a new link for the one that was outdated or used. */
export function composeNewLink(
  { plan, body, title, roundId, reference }: NewLinkMatter,
  person: Person,
  link: string,
): ComposedMail {
  return {
    to: [person.mail],
    replyTo: plan.lead.mail,
    ...drawMail({
      subject: `Nieuwe link: ${body.name} – ${title}`,
      heading: 'Uw nieuwe link',
      paragraphs: [
        `Beste ${person.name},`,
        `Op de pagina van een eerdere link is om een nieuwe gevraagd, voor het besluit van ${body.name} in het traject "${plan.title}".`,
        ANSWER_BY_LINK,
        'Hebt u hier niet om gevraagd, dan hoeft u niets te doen; er is niets vastgelegd.',
      ],
      facts: [
        ['Betreft', title],
        ['Ronde', roundId],
        ['Leg het vast', link],
      ],
      footer: footer(plan),
      reference,
    }),
  };
}
