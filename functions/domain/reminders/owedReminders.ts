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
  /** The name of its state on the row: this rung, the part in it, and who has that part when it is sent. */
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
  for (const { person, ...reminder } of standingReminders(plan, contacts, work, today)) {
    const { mails } = reminder.work;
    if (!toldOf(reminder).every((told) => isClaimable(mails[told], now))) continue;
    const known = byAddress.get(person.mail) ?? { person, reminders: [] };
    known.reminders.push(reminder);
    byAddress.set(person.mail, known);
  }
  return [...byAddress.values()];
}

/**
 * The reminders of the rungs that stand on a day and could not be sent. Those of an earlier rung, or to somebody who is
 * not to be reminded any more, nobody tries again.
 */
export function failedReminders(
  plan: Plan,
  contacts: readonly Contact[],
  work: readonly OpenWork[],
  today: Day,
): OwedReminder[] {
  return standingReminders(plan, contacts, work, today).filter((reminder) => {
    const { mails } = reminder.work;
    return mails[reminder.key]?.error && !toldOf(reminder).some((told) => mails[told]?.sentAt);
  });
}

/** Every reminder of the rungs that stand on a day, sent or not, and to whom. */
function standingReminders(
  plan: Plan,
  contacts: readonly Contact[],
  work: readonly OpenWork[],
  today: Day,
): (OwedReminder & { readonly person: Person })[] {
  return work.flatMap((each) => {
    const rung = rungOn(ladderOf(plan, each.kind), each.due, each.since, today);
    if (!rung) return [];
    return recipients(plan, contacts, each, rung, today).map(({ part, person }) => {
      const key = `${rung.key}-${part}-${shortHash(person.mail)}`;
      return { work: each, rung, key, person };
    });
  });
}

/** Does it ask its reader for an answer that only they can give? Not a portfolio holder or the project lead. */
export function asksForAnswer({ work, key }: OwedReminder): boolean {
  return work.request !== undefined && TO_SECRETARY.test(key);
}

const TO_SECRETARY = /-secretary[0-9]+-[0-9a-f]{8}$/;

/** The states of this rung under the same part, whoever had it, or of the same person, in whatever part. */
function toldOf({ work: { mails }, rung, key }: OwedReminder): string[] {
  const part = key.slice(0, key.lastIndexOf('-') + 1);
  const person = key.slice(part.length - 1);
  const ofRung = Object.keys(mails).filter((each) => each.startsWith(`${rung.key}-`));
  return ofRung.filter((each) => each.startsWith(part) || each.endsWith(person));
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
