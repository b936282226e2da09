import { dayWords } from '../dayWords.ts';
import type { FactLabels, FieldWords } from '../fieldWords.ts';

const MONTHS = [
  'jannewaris',
  'febrewaris',
  'maart',
  'april',
  'maaie',
  'juny',
  'july',
  'augustus',
  'septimber',
  'oktober',
  'novimber',
  'desimber',
];

export const field: FieldWords = {
  ...dayWords(MONTHS, (number, year) => `${number}e fearnsjier ${year}`, 'oant en mei'),
  outcome: {
    adopted: 'oannommen',
    amended: 'wizige fêststeld',
    rejected: 'ôfwiisd',
    deferred: 'oanholden',
    noted: 'kennis naam',
    advised: 'advys jûn',
  },
  request: {
    decide: 'in beslút te nimmen',
    advise: 'advys út te bringen',
    note: 'kennis te nimmen',
  },
};

export const labels: FactLabels = {
  askedOn: 'Frege op',
  papersBy: 'Stikken foar of op',
  meeting: 'Gearkomste',
  dueBy: 'Foar of op',
  round: 'Ronde',
  agenda: 'Yn jo aginda',
  date: 'Datum',
  newDate: 'Nije datum',
  reference: 'Kenmerk',
  note: 'Opmerking',
  recordedBefore: 'Earder fêstlein',
  correctionReason: 'Reden fan de korreksje',
  about: 'It giet oer',
  decision: 'Beslút',
  accordingToSystem: 'Neffens it systeem',
  changedOn: 'Feroare op',
  planVersion: 'Ferzje fan it plan',
  publicOn: 'Iepenbier op',
  notPublicUntil: 'Net iepenbier oant',
  approvedBy: 'Fêststeld troch',
};
