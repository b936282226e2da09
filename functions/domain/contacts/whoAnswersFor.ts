import type { Day } from '../calendar/days.ts';
import { bodiesOf } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { Contact, Person } from './contact.ts';
import { contactsOf } from './resolveContacts.ts';

/** The body's secretary or clerk on a day; without a known contact the address that the plan gives for the body. */
export function whoAnswersFor(
  plan: Plan,
  contacts: readonly Contact[],
  bodyId: string,
  day: Day,
): readonly Person[] {
  const known = contactsOf(contacts, bodyId, 'secretary', day);
  const body = bodiesOf(plan).find(({ id }) => id === bodyId);
  return known.length > 0 || !body ? known : [{ name: body.name, mail: body.mail }];
}
