import type { Day } from '../calendar/days.ts';
import type { Contact, Person } from '../contacts/contact.ts';
import { contactsOf } from '../contacts/resolveContacts.ts';
import { whoAnswersFor } from '../contacts/whoAnswersFor.ts';
import { isClaimable } from '../mails/owedMails.ts';
import { ladderOf } from '../plan/planningRules.ts';
import type { Plan } from '../plan/schema.ts';
import type { OpenWork } from './openWork.ts';
import { type Rung, rungOn } from './rungs.ts';

export interface OwedReminder {
  readonly work: OpenWork;
  readonly rung: Rung;
  /** The name of its state on the row: this rung, to who has this part in it; whoever that is when it is sent. */
  readonly key: string;
}

/** All that one person is to be reminded of today; several things are one mail. */
export interface PersonalReminders {
  readonly person: Person;
  readonly reminders: readonly OwedReminder[];
}

/** A rung that stands, for one person. */
export interface StandingReminder {
  readonly person: Person;
  readonly reminder: OwedReminder;
}

/** Everybody for whom a rung stands on a day, whether or not it was sent. Contacts are those of that day. */
export function standingReminders(
  plan: Plan,
  contacts: readonly Contact[],
  work: readonly OpenWork[],
  today: Day,
): StandingReminder[] {
  return work.flatMap((each) => {
    const rung = rungOn(ladderOf(plan, each.kind), each.due, each.since, today);
    if (!rung) return [];
    return recipients(plan, contacts, each, rung, today).map(({ part, person }) => ({
      person,
      reminder: { work: each, rung, key: `${rung.key}-${part}` },
    }));
  });
}

/**
 * Who is to be reminded of what on a day, by the rungs that stand and were not sent to that person yet. Working days
 * and hours are the caller's: a rung that is not sent today stays owed.
 */
export function owedReminders(
  plan: Plan,
  contacts: readonly Contact[],
  work: readonly OpenWork[],
  today: Day,
  now: string,
): PersonalReminders[] {
  const byAddress = new Map<string, { person: Person; reminders: OwedReminder[] }>();
  for (const { person, reminder } of standingReminders(plan, contacts, work, today)) {
    if (!isClaimable(reminder.work.mails[reminder.key], now)) continue;
    const known = byAddress.get(person.mail) ?? { person, reminders: [] };
    known.reminders.push(reminder);
    byAddress.set(person.mail, known);
  }
  return [...byAddress.values()];
}

interface Recipient {
  /** `secretary1`, `portfolio-holder1`, `lead`: a person that takes over a part is not reminded of the same rung. */
  readonly part: string;
  readonly person: Person;
}

function recipients(
  plan: Plan,
  contacts: readonly Contact[],
  { body }: OpenWork,
  rung: Rung,
  today: Day,
): Recipient[] {
  const lead = { part: 'lead', person: plan.lead };
  if (!body) return [lead];
  const numbered = (part: string, people: readonly Person[]) =>
    people.map((person, index): Recipient => ({ part: `${part}${index + 1}`, person }));
  const all = [
    ...numbered('secretary', whoAnswersFor(plan, contacts, body, today)),
    ...(rung.escalates
      ? [...numbered('portfolio-holder', contactsOf(contacts, body, 'portfolio-holder', today)), lead]
      : []),
  ];
  return all.filter(
    ({ person }, index) => all.findIndex((other) => other.person.mail === person.mail) === index,
  );
}
