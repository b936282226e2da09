import type { Day } from '../calendar/days.ts';
import type { Contact, Person } from '../contacts/contact.ts';
import { whoAnswersFor } from '../contacts/whoAnswersFor.ts';
import type { Plan } from '../plan/schema.ts';

/** The project lead, then those who answer for these bodies on a day, each address once, in the language it is known with. */
export function leadAnd(
  plan: Plan,
  contacts: readonly Contact[],
  bodies: readonly string[],
  day: Day,
): Person[] {
  const people: Person[] = [plan.lead, ...bodies.flatMap((body) => whoAnswersFor(plan, contacts, body, day))];
  return people
    .filter(({ mail }, index) => people.findIndex((other) => other.mail === mail) === index)
    .map((person) => people.find(({ mail, language }) => mail === person.mail && language) ?? person);
}
