import type { Day } from '../calendar/days.ts';
import type { Contact, ContactRole, Person } from './contact.ts';

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
    .map(({ name, mail, replacements }) => {
      const standIn = replacements.find(({ from, until }) => from <= day && day <= until);
      return standIn ? { name: standIn.name, mail: standIn.mail } : { name, mail };
    });
  return people.filter(({ mail }, index) => people.findIndex((other) => other.mail === mail) === index);
}
