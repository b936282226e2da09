import type { Day } from '../calendar/days.ts';
import type { Contact, Person } from '../contacts/contact.ts';
import { contactsOf } from '../contacts/resolveContacts.ts';
import { whoAnswersFor } from '../contacts/whoAnswersFor.ts';
import { isClaimable } from '../mails/owedMails.ts';
import { ladderOf } from '../plan/planningRules.ts';
import type { Plan } from '../plan/schema.ts';
import { shortHash } from '../shortHash.ts';
import type { OpenWork } from './openWork.ts';
import { type Rung, rungOn } from './rungs.ts';

export interface OwedReminder {
  readonly work: OpenWork;
  readonly rung: Rung;
  /** The name of its state on the row: this rung, this address. */
  readonly key: string;
}

/** All that one person is to be reminded of today; several things are one mail. */
export interface PersonalReminders {
  readonly person: Person;
  readonly reminders: readonly OwedReminder[];
}

/**
 * Who is to be reminded of what on a day, by the rungs that stand and were not sent to that person yet. Contacts are
 * those of that day. Working days and hours are the caller's: a rung that is not sent today stays owed.
 */
export function owedReminders(
  plan: Plan,
  contacts: readonly Contact[],
  work: readonly OpenWork[],
  today: Day,
  now: string,
): PersonalReminders[] {
  const byAddress = new Map<string, { person: Person; reminders: OwedReminder[] }>();
  for (const each of work) {
    const rung = rungOn(ladderOf(plan, each.kind), each.due, each.since, today);
    if (!rung) continue;
    for (const person of recipients(plan, contacts, each, rung, today)) {
      const key = `${rung.key}-${shortHash(person.mail)}`;
      if (!isClaimable(each.mails[key], now)) continue;
      const known = byAddress.get(person.mail) ?? { person, reminders: [] };
      known.reminders.push({ work: each, rung, key });
      byAddress.set(person.mail, known);
    }
  }
  return [...byAddress.values()];
}

function recipients(
  plan: Plan,
  contacts: readonly Contact[],
  { body }: OpenWork,
  rung: Rung,
  today: Day,
): Person[] {
  if (!body) return [plan.lead];
  const people = [
    ...whoAnswersFor(plan, contacts, body, today),
    ...(rung.escalates ? [...contactsOf(contacts, body, 'portfolio-holder', today), plan.lead] : []),
  ];
  return people.filter(({ mail }, index) => people.findIndex((other) => other.mail === mail) === index);
}
