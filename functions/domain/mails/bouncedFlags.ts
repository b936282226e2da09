import type { Day } from '../calendar/days.ts';
import type { Contact } from '../contacts/contact.ts';
import { contactsOf } from '../contacts/resolveContacts.ts';
import { whoAnswersFor } from '../contacts/whoAnswersFor.ts';
import { bodiesOf } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { Flag } from '../trajectory.ts';
import { isStopped, type MarkedAddress, plainAddress } from './markedAddress.ts';

/** Subjects of the flag, beside the ids of bodies and partners. */
export const LEAD = 'lead';

type BouncedFlag = Pick<Flag, 'flag' | 'subject' | 'body' | 'reason' | 'todo'>;

/**
 * Whom mails of this trajectory do not reach, by the marks that stand and the contacts of the day: one flag a body,
 * partner or the lead. Without an address: pages show flags.
 */
export function bouncedFlags(
  plan: Plan,
  contacts: readonly Contact[],
  marks: readonly MarkedAddress[],
  day: Day,
): BouncedFlag[] {
  const readers = [
    { subject: LEAD, name: plan.lead.name, people: [plan.lead] },
    ...bodiesOf(plan).map(({ id, name }) => ({
      subject: id,
      body: id,
      name,
      people: [
        ...whoAnswersFor(plan, contacts, id, day),
        ...contactsOf(contacts, id, 'portfolio-holder', day),
      ],
    })),
    ...plan.partners.map((partner) => ({ subject: partner.id, name: partner.name, people: [partner] })),
  ];
  return readers.flatMap(({ people, name, ...about }): BouncedFlag[] => {
    const theirs = marks.filter(({ address }) => people.some(({ mail }) => plainAddress(mail) === address));
    const [worst] = [...theirs.filter(isStopped), ...theirs];
    if (!worst) return [];
    return [{ flag: 'mail-bounced', ...about, reason: SENTENCE[worst.why](name), todo: TODO[worst.why] }];
  });
}

const SENTENCE: Readonly<Record<MarkedAddress['why'], (name: string) => string>> = {
  bounced: (name) =>
    `Een bericht aan ${name} is niet aangekomen: het adres bestaat niet of weigert berichten. Er gaat niets meer heen.`,
  complained: (name) =>
    `Een bericht aan ${name} is als ongewenst gemeld. Er gaat niets meer heen, om het adres niet kwijt te raken.`,
  delayed: (name) =>
    `Een bericht aan ${name} kon deze keer niet worden bezorgd, bijvoorbeeld omdat de postbus vol was. Volgende berichten gaan gewoon.`,
};

const STOPPED_TODO =
  'Vraag na of het adres klopt. Lees een ander adres in met: besluitketen contacts import BESTAND.csv; of laat er weer berichten heen gaan met: besluitketen mail release ADRES. Welk adres het is, staat in: besluitketen mail addresses.';

const TODO: Readonly<Record<MarkedAddress['why'], string>> = {
  bounced: STOPPED_TODO,
  complained: STOPPED_TODO,
  delayed: 'Bel na of het bericht gemist wordt. Welk adres het is, staat in: besluitketen mail addresses.',
};
