import type { AuditEntry } from '../trajectory.ts';

export type AuditKind = AuditEntry['what'];

/** What kind of entry it is, in the words of people; in the order in which they are to choose from. */
export const AUDIT_WORD: Readonly<Record<AuditKind, string>> = {
  decided: 'besluit of antwoord',
  deferred: 'aanhouding',
  corrected: 'correctie',
  'late-correction': 'correctie na de weging',
  attached: 'besluitenlijst toegevoegd',
  'round-opened': 'ronde geopend',
  'stage-passed': 'stap afgerond',
  'round-concluded': 'ronde afgerond',
  'round-divided': 'ronde verdeeld',
  revised: 'herzien voorstel',
  withdrawn: 'ingetrokken',
  resumed: 'ronde hervat',
  started: 'traject gestart',
  'milestone-opened': 'mijlpaal begonnen',
  completed: 'mijlpaal afgerond',
  replanned: 'planning vervangen',
  'item-accepted': 'bericht overgenomen',
  'item-placed': 'bericht voorgelegd',
  'item-dismissed': 'bericht afgewezen',
  booked: 'boeking',
  'ledger-imported': 'boekingen ingelezen',
  'statement-made': 'kwartaaloverzicht gemaakt',
  'statement-approved': 'kwartaaloverzicht goedgekeurd',
  'mails-paused': 'mails gepauzeerd',
  'mails-resumed': 'mails hervat',
  'memo-made': 'raadsinformatiebrief gemaakt',
  'memo-approved': 'raadsinformatiebrief goedgekeurd',
  published: 'tijdlijn openbaar gemaakt',
  unpublished: 'tijdlijn niet meer openbaar',
  'role-granted': 'rol gegeven',
  'role-revoked': 'rol ingetrokken',
};

export function isAuditKind(text: string): text is AuditKind {
  return Object.hasOwn(AUDIT_WORD, text);
}

const VIA_WORD: Readonly<Record<string, string>> = {
  'command-line': 'opdrachtregel',
  'mail-link': 'link in een mail',
  portal: 'portaal',
  webhook: 'bericht van een systeem',
  watch: 'dagelijkse ronde',
  chain: 'besluitketen',
  plan: 'planning',
  simulation: 'simulatie',
  history: 'ingelezen geschiedenis',
};

/** Along which way something came in. */
export function viaWord(via: string): string {
  return VIA_WORD[via] ?? via;
}
