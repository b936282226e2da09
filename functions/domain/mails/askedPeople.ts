import type { Day } from '../calendar/days.ts';
import type { Contact, Person } from '../contacts/contact.ts';
import { whoAnswersFor } from '../contacts/whoAnswersFor.ts';
import type { Plan } from '../plan/schema.ts';
import type { DecisionRequest, MailState } from '../round/round.ts';
import { shortHash } from '../shortHash.ts';
import type { AskedPerson } from './owedMails.ts';

const ONE_OF_SEVERAL = 'asked-to-';

/** Is it the request to a body, or to one of those who answer for it, whose state is kept under this key? */
export function isAskedKey(key: string): boolean {
  return key === 'asked' || key.startsWith(ONE_OF_SEVERAL);
}

/**
 * The request of a body as the messages it leaves in: one a person, each with a state of its own on the row. A single
 * person's is the reason's own state. Beside several, `asked` says that everybody has been told, and is owed until then;
 * once it was begun so, it stays so.
 */
export function askedPeople(
  plan: Plan,
  contacts: readonly Contact[],
  request: DecisionRequest,
  day: Day,
): AskedPerson[] {
  const known = whoAnswersFor(plan, contacts, request.body, day);
  // Nobody left who answers for it, since the plan has changed: then the project lead must see that it was asked.
  const people: readonly Person[] = known.length > 0 ? known : [plan.lead];
  const several =
    people.length > 1 || Object.keys(request.mails).some((key) => key.startsWith(ONE_OF_SEVERAL));
  return people.map((person) => ({
    kind: 'asked',
    key: several ? keyOf(person) : 'asked',
    request,
    person: { name: person.name, mail: person.mail, ...(person.language && { language: person.language }) },
    answers: known.length > 0,
  }));
}

/** Have all of them been told, by what the row says now? Then the reason itself is done. */
export function isEverybodyTold(
  messages: readonly AskedPerson[],
  mails: Readonly<Record<string, MailState>>,
): boolean {
  return messages.every(({ key }) => mails[key]?.sentAt);
}

function keyOf({ mail }: Person): string {
  return `${ONE_OF_SEVERAL}${shortHash(mail)}`;
}
