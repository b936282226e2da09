import type { Day } from '../calendar/days.ts';
import type { Contact } from '../contacts/contact.ts';
import { whoAnswersFor } from '../contacts/whoAnswersFor.ts';
import type { Plan } from '../plan/schema.ts';

/** The addresses of those who answer for these bodies on a day, each once. */
export function addressesOf(
  plan: Plan,
  contacts: readonly Contact[],
  bodies: readonly string[],
  day: Day,
): string[] {
  return unique(bodies.flatMap((body) => whoAnswersFor(plan, contacts, body, day).map(({ mail }) => mail)));
}

/** The project lead, then those of these bodies. */
export function leadAnd(
  plan: Plan,
  contacts: readonly Contact[],
  bodies: readonly string[],
  day: Day,
): string[] {
  return unique([plan.lead.mail, ...addressesOf(plan, contacts, bodies, day)]);
}

function unique(addresses: readonly string[]): string[] {
  return [...new Set(addresses)];
}
