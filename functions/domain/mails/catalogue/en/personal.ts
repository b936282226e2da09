import type { PersonalWords } from '../personalWords.ts';

export const personal: PersonalWords = {
  dear: (name) => `Dear ${name},`,
  reminder: {
    subject: ({ late, what, by }) => `${late ? 'Overdue' : 'Reminder'}: ${what}, by ${by}`,
    subjectOfSeveral: ({ late, count, trajectory, on }) =>
      `${late ? 'Overdue or nearly' : 'Reminder'}: ${count} open items – ${trajectory}, ${on}`,
    heading: (late) => (late ? 'Your answer is missing' : 'Reminder'),
    several: ({ trajectory, count }) => `In the joint process "${trajectory}" ${count} items wait for you:`,
    organisation: 'The organisation',
    over: ({ what, title }) => `${what} on ${title}`,
    overdue: ({ who, what, by }) => `${who}: ${what} should have been done by ${by}.`,
    withPapers: ({ who, what, papersBy, by }) => `${who}: ${what}. Papers by ${papersBy}, decision by ${by}.`,
    due: ({ who, what, by }) => `${who}: ${what}, by ${by}.`,
    done: 'If it has been done already, send the outcome, the date and the reference to the project lead.',
    open: 'Open',
    answerHere: 'Record it:',
  },
  newLink: {
    subject: ({ body, title, on }) => `${body}: new link – ${title}, ${on}`,
    heading: 'Your new link',
    intro: ({ body, trajectory }) =>
      `On the page of an earlier link a new one was asked for, for the decision of ${body} in the joint process "${trajectory}".`,
    notAsked: 'If you did not ask for it, you need not do anything; nothing was recorded.',
  },
  proposed: {
    subject: ({ body, title, on }) => `${body}: is this decision${on ? ` of ${on}` : ''} right? – ${title}`,
    heading: (body) => `To be confirmed for ${body}`,
    intro: ({ trajectory, source, reason }) =>
      `For the joint process "${trajectory}" a decision came in from your own system (${source}). It is not recorded yet (in Dutch): ${reason}`,
    byLink:
      'Check it and record the outcome on the page below. You choose the outcome yourself; nothing happens without your confirmation.',
    toLead: 'Send the outcome to the project lead; nothing happens without your confirmation.',
    action: 'Look and confirm',
  },
  replanned: {
    subject: ({ trajectory, on }) => `Planning changed on ${on} – ${trajectory}`,
    heading: 'The planning has changed',
    intro: ({ trajectory, reason }) =>
      `The planning of the joint process "${trajectory}" has changed. Reason: ${reason}`,
    nothingMoves: 'No date moves and nothing is dropped.',
    stays: 'What has been decided and recorded stays as it is.',
    changes: 'What changes for you',
  },
};
