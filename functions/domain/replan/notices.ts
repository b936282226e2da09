import type { Day } from '../calendar/days.ts';
import type { Contact, Person } from '../contacts/contact.ts';
import type { Language } from '../contacts/language.ts';
import { whoAnswersFor } from '../contacts/whoAnswersFor.ts';
import { catalogueOf, languagesOf } from '../mails/catalogue/catalogueOf.ts';
import type { Plan } from '../plan/schema.ts';
import type { MailState } from '../round/round.ts';
import { shortHash } from '../shortHash.ts';
import { type Concerned, concernedBy } from './concerned.ts';
import type { Replanning } from './replanning.ts';

/** What one person is told of a re-planning, whatever parts they have in it. */
export interface ReplanNotice {
  readonly person: Person;
  /** The name of its state on the re-planning's row. */
  readonly key: string;
  readonly sentences: readonly string[];
  readonly state: MailState | undefined;
}

/** The plan whose addresses count, the one this re-planning made, and the one it replaced. */
export interface NoticePlans {
  readonly plan: Plan;
  readonly own: Plan;
  readonly previous: Plan;
}

/**
 * One notice a person, to whoever answers for the parties on that day. A body or a partner that the plan has no more
 * is told at its address in the plan before.
 */
export function noticesOf(
  replanning: Replanning,
  plans: NoticePlans,
  contacts: readonly Contact[],
  day: Day,
): ReplanNotice[] {
  const partiesIn = (language: Language) =>
    concernedBy(catalogueOf(language), replanning.changes, plans.own, plans.previous);
  const byAddress = new Map<string, { person: Person; parties: number[] }>();
  for (const [index, party] of partiesIn('nl').entries()) {
    for (const person of peopleOf(party, plans, contacts, day)) {
      const known = byAddress.get(person.mail) ?? { person, parties: [] };
      known.parties.push(index);
      // Known twice, as the lead and as a contact: in the language the contact has.
      byAddress.set(person.mail, person.language ? { ...known, person } : known);
    }
  }
  // The same parties in the same order, whatever the words.
  const told = new Map(
    languagesOf([...byAddress.values()].map(({ person }) => person)).map((each) => [each, partiesIn(each)]),
  );
  return [...byAddress.values()].map(({ person, parties }) => {
    const key = `replanned-${shortHash(person.mail)}`;
    const inWords = told.get(person.language ?? 'nl') ?? [];
    const sentences = [...new Set(parties.flatMap((index) => inWords[index]?.sentences ?? []))];
    return { person, key, sentences, state: replanning.mails[key] };
  });
}

function peopleOf(
  { role, id }: Concerned,
  { plan, own, previous }: NoticePlans,
  contacts: readonly Contact[],
  day: Day,
): readonly Person[] {
  if (role === 'lead') return [plan.lead];
  if (role === 'partner') {
    const partner = [plan, own, previous].flatMap(({ partners }) => partners).find((each) => each.id === id);
    return partner ? [partner] : [];
  }
  const found = [plan, own, previous].map((each) => whoAnswersFor(each, contacts, id, day));
  return found.find((people) => people.length > 0) ?? [];
}
