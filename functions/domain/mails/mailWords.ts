import type { Mark } from './markedAddress.ts';

/** What became of a mail, in the words of people. */
export const MAIL_STATUS_WORD = {
  planned: 'gepland',
  'to-send': 'te verzenden',
  paused: 'tegengehouden',
  failed: 'geweigerd, wordt opnieuw geprobeerd',
  stopped: 'gaat niet: adres krijgt geen berichten',
  sent: 'verzonden',
} as const;
export type MailStatus = keyof typeof MAIL_STATUS_WORD;

const KIND_WORD: Readonly<Record<string, string>> = {
  asked: 'besluitverzoek',
  decided: 'een orgaan heeft geantwoord',
  divided: 'de ronde is verdeeld',
  concluded: 'de ronde is afgerond',
  withdrawn: 'de ronde is ingetrokken',
  'partner-informed': 'een partner wordt geïnformeerd',
  replanned: 'de planning is vervangen',
  reminder: 'herinnering',
  statement: 'kwartaaloverzicht',
  memo: 'raadsinformatiebrief',
};

/** Why a mail leaves; of a kind that came later, its own name. */
export function mailKindWord(kind: string): string {
  return Object.hasOwn(KIND_WORD, kind) ? (KIND_WORD[kind] ?? kind) : kind;
}

/** Why an address stands among those that mails do not reach. */
export const MARK_WORD: Readonly<Record<Mark, string>> = {
  bounced: 'komt niet aan',
  complained: 'als ongewenst gemeld',
  delayed: 'deze keer niet bezorgd',
};
