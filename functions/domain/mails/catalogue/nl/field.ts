import { dutchDay, periodWords } from '../../../calendar/dutchDay.ts';
import { OUTCOME_WORD, ROLE_REQUEST } from '../../../dutch.ts';
import type { FactLabels, FieldWords } from '../fieldWords.ts';

/** The same words as on the pages. */
export const field: FieldWords = {
  day: dutchDay,
  period: periodWords,
  outcome: OUTCOME_WORD,
  request: ROLE_REQUEST,
};

export const labels: FactLabels = {
  askedOn: 'Gevraagd op',
  papersBy: 'Stukken uiterlijk',
  meeting: 'Vergadering',
  dueBy: 'Uiterlijk',
  round: 'Ronde',
  agenda: 'In uw agenda',
  date: 'Datum',
  newDate: 'Nieuwe datum',
  reference: 'Kenmerk',
  note: 'Opmerking',
  recordedBefore: 'Eerder vastgelegd',
  correctionReason: 'Reden van de correctie',
  about: 'Betreft',
  decision: 'Besluit',
  accordingToSystem: 'Volgens het systeem',
  changedOn: 'Gewijzigd op',
  planVersion: 'Planversie',
  publicOn: 'Openbaar op',
  notPublicUntil: 'Niet openbaar tot',
  approvedBy: 'Vastgesteld door',
};
