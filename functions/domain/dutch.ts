import type { FinalOutcome, Outcome, Role } from './decision/outcomes.ts';
import type { RoundStatus, Verdict } from './round/round.ts';
import type { Flag } from './trajectory.ts';

/** The Dutch words of the field, for screens and mails (design.md, "Words"). */
export const OUTCOME_WORD: Readonly<Record<Outcome, string>> = {
  adopted: 'aangenomen',
  amended: 'gewijzigd vastgesteld',
  rejected: 'verworpen',
  deferred: 'aangehouden',
  noted: 'kennisgenomen',
  advised: 'geadviseerd',
} satisfies Record<FinalOutcome | 'deferred', string>;

export const ROLE_REQUEST: Readonly<Record<Role, string>> = {
  decide: 'een besluit te nemen',
  advise: 'advies uit te brengen',
  note: 'kennis te nemen',
};

/** What comes of asking so. */
export const ROLE_WORK: Readonly<Record<Role, string>> = {
  decide: 'besluit',
  advise: 'advies',
  note: 'kennisname',
};

export const ROUND_STATUS_WORD: Readonly<Record<RoundStatus, string>> = {
  open: 'loopt',
  concluded: 'afgerond',
  'handed-over': 'terug bij de organisatie voor een herzien voorstel',
  withdrawn: 'ingetrokken',
};

export const VERDICT_WORD: Readonly<Record<Verdict, string>> = {
  agreed: 'akkoord',
  divided: 'verdeeld',
  noted: 'kennisgenomen',
  advised: 'geadviseerd',
};

export const FLAG_WORD: Readonly<Record<Flag['flag'], string>> = {
  stuck: 'ronde staat stil',
  'mail-failed': 'bericht niet verzonden',
  'mail-bounced': 'adres krijgt geen berichten',
  'late-correction': 'correctie na de weging',
  'watch-failed': 'niet nagelopen',
  approaching: 'termijn nadert',
  overdue: 'te laat',
  'no-meeting-left': 'geen vergadering op tijd',
  'at-risk': 'planning in gevaar',
  'waiting-on-predecessor': 'wacht op eerdere mijlpaal',
  unspent: 'geld blijft over',
  uncommitted: 'geld niet verplicht',
  overspent: 'boven het budget',
  'no-benefit': 'gemeente zonder baat',
  'late-allocation': 'bijdrage blijft uit',
  'forecast-shortfall': 'tekort verwacht',
  'ledger-difference': 'saldo klopt niet',
};
