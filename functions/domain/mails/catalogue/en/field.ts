import { dayWords } from '../dayWords.ts';
import type { FactLabels, FieldWords } from '../fieldWords.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const field: FieldWords = {
  ...dayWords(MONTHS, (number, year) => `quarter ${number} of ${year}`, 'up to and including'),
  outcome: {
    adopted: 'adopted',
    amended: 'adopted with amendments',
    rejected: 'rejected',
    deferred: 'deferred',
    noted: 'taken note',
    advised: 'advice given',
  },
  request: {
    decide: 'to take a decision',
    advise: 'to give advice',
    note: 'to take note',
  },
};

export const labels: FactLabels = {
  askedOn: 'Asked on',
  papersBy: 'Papers by',
  meeting: 'Meeting',
  dueBy: 'Due by',
  round: 'Round',
  agenda: 'For your calendar',
  date: 'Date',
  newDate: 'New date',
  reference: 'Reference',
  note: 'Note',
  recordedBefore: 'Recorded before',
  correctionReason: 'Reason for the correction',
  about: 'About',
  decision: 'Decision',
  accordingToSystem: 'According to the system',
  changedOn: 'Changed on',
  planVersion: 'Version of the plan',
  publicOn: 'Public on',
  notPublicUntil: 'Not public before',
  approvedBy: 'Approved by',
};
