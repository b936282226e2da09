import type { StatementWords } from '../statementWords.ts';

export const statement: StatementWords = {
  subject: ({ title, trajectory, forApproval }) =>
    `${forApproval ? 'For approval: ' : ''}${title}: ${trajectory}`,
  preheader: (forApproval) =>
    forApproval
      ? 'Check this statement and approve it; then it goes to the colleges.'
      : 'What came in, was committed and was spent in the quarter.',
  title: (quarter) => `Statement of the budget, ${quarter}`,
  intro: ({ trajectory, from, until }) =>
    `This statement is about the money of ${trajectory}, from ${from} up to and including ${until}, by the dates of the bookings. Amounts include VAT; behind each amount are the references of the bookings it is made of.`,
  provisional: 'The quarter is not over yet: the figures are provisional.',
  attached:
    'Attached is every booking of the quarter, with the share of each municipality and the balance at the beginning.',
  notAttached:
    'The quarter has too many bookings for an attachment; they are in the files of: besluitketen ledger export.',
  approve: (command) => `Approve this statement before it goes to the colleges, with: ${command}`,
  newVersion:
    'This is a new version: something was booked since the last one was made. That one can no longer be approved.',
  approvedBy: (name) => `Approved on behalf of the project lead by ${name}.`,
  before: 'Balance at the beginning',
  sumsBefore: ({ received, committed, spent }) =>
    `received ${received}, committed ${committed}, spent ${spent}`,
  received: 'Received',
  committed: 'Committed',
  spent: 'Spent',
  open: 'Committed and not paid yet',
  free: 'Free (received and not committed)',
  forecast: (quarter) => `Expected expenditure, ${quarter}`,
  perMunicipality: 'Per municipality',
  line: ({ received, committed, spent, open, free, forecast, next }) =>
    `received ${received}; committed ${committed}; spent ${spent}; still to pay ${open}; free ${free}; expected in ${next} ${forecast}`,
  andOthers: (count) => ` and ${count} others`,
};
