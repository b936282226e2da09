import type { Person } from '../contacts/contact.ts';
import type { Plan } from '../plan/schema.ts';
import { catalogueOf, languagesOf } from './catalogue/catalogueOf.ts';
import type { MailCatalogue } from './catalogue/mailCatalogue.ts';
import type { ComposedMail } from './compose.ts';
import { drawMail, type MailParts } from './layout.ts';

/** What a text fills in of a mail; the rest is the same in each. */
export type Told = Omit<MailParts, 'words' | 'lead'>;

/**
 * A mail to these people. It is one message with one claim, whoever gets it: where they read different languages it says
 * the same in each, one below the other.
 */
export function drawFor(
  people: readonly Pick<Person, 'mail' | 'language'>[],
  { lead }: Pick<Plan, 'lead'>,
  reference: string,
  told: (words: MailCatalogue) => Told,
): ComposedMail {
  const [first, ...others] = languagesOf(people);
  const partsIn = (language: typeof first): MailParts => {
    const words = catalogueOf(language);
    return { ...told(words), words: words.layout, lead };
  };
  return {
    to: people.map(({ mail }) => mail),
    replyTo: lead.mail,
    ...drawMail(reference, partsIn(first), ...others.map(partsIn)),
  };
}
