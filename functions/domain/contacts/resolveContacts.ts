import type { Day } from '../calendar/days.ts';
import type { Contact, ContactRole, Person } from './contact.ts';
import type { Language } from './language.ts';

/**
 * Who has a role of a body on a day, each replaced by who stands in while away. Resolved when a mail is sent, never
 * copied before: councils change. Nobody when no contact is known: the caller falls back to the plan's address.
 */
export function contactsOf(
  contacts: readonly Contact[],
  body: string,
  role: ContactRole,
  day: Day,
): Person[] {
  const people = contacts
    .filter((each) => each.body === body && each.role === role)
    .filter(({ from, until }) => (!from || from <= day) && (!until || day <= until))
    .map(({ name, mail, language, replacements }): Person => {
      const standIn = replacements.find(({ from, until }) => from <= day && day <= until);
      const person = standIn ?? { name, mail };
      // Who stands in reads what they read themselves, not what they stand in for.
      const reads = standIn ? languageOf(contacts, standIn.mail) : language;
      return { name: person.name, mail: person.mail, ...(reads && { language: reads }) };
    });
  return people.filter(({ mail }, index) => people.findIndex((other) => other.mail === mail) === index);
}

/** What whoever has this address reads, by what any contact says of it. */
export function languageOf(contacts: readonly Contact[], address: string): Language | undefined {
  return contacts.find(({ mail, language }) => mail === address && language)?.language;
}
