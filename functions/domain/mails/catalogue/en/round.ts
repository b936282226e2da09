import type { RoundWords } from '../roundWords.ts';

export const round: RoundWords = {
  asked: {
    subject: ({ body, what, title, by }) => `${body}: request ${what} – ${title}${by ? `, by ${by}` : ''}`,
    preheader: ({ what, title, by }) => `You are asked ${what} on ${title}${by ? `, by ${by}` : ''}.`,
    heading: (body) => `Request to ${body}`,
    intro: ({ trajectory, what, title }) =>
      `For the joint process "${trajectory}" you are asked ${what} on: ${title}.`,
    again: (number) => `, revised proposal (round ${number})`,
    revised: (note) => `What was revised: ${note}`,
    silenceUntil: (day) => `If we hear nothing by ${day}, we record that you have taken note.`,
    noSilence: 'Without your answer the process cannot go on; silence does not count as consent.',
    movedBecause: (reasons) => `About this date (in Dutch): ${reasons}.`,
    answerByLink:
      'Record the outcome, the date and the reference of your decision with your personal link below. Do not pass the link on: whoever has it can answer on your behalf.',
    answerToLead: 'Send the outcome, the date and the reference of your decision to the project lead.',
    action: 'Record the decision',
  },
  decided: {
    subject: ({ body, outcome, title, corrected, on }) =>
      `${body}: ${corrected ? 'corrected, ' : ''}${outcome} on ${on} – ${title}`,
    heading: ({ body, outcome }) => `${body}: ${outcome}`,
    answered: ({ body, outcome, title }) => `${body} has answered on "${title}": ${outcome}.`,
    silent: ({ body, title }) =>
      `${body} has not answered on "${title}" within its term; as the plan says, it is recorded that note was taken.`,
    outcomeOn: ({ outcome, on }) => `${outcome} on ${on}`,
    stillOpen: 'Not answered yet in this stage',
  },
  given: {
    subject: ({ body, title, until }) => `${body}: answer given, public on ${until} – ${title}`,
    heading: (body) => `${body}: answer given`,
    intro: ({ body, title, until }) => `${body}, on "${title}": answer given, not public before ${until}.`,
    later: 'On that day you will hear what was decided.',
  },
  closed: {
    dividedSubject: ({ title, on }) => `${title}: divided on ${on}, back for a revised proposal`,
    dividedHeading: 'The bodies are divided',
    divided: (title) =>
      `There is no agreement on "${title}". The organisation is working on a revised proposal; then a new round begins at the first stage.`,
    concludedSubject: ({ title, on }) => `${title}: round concluded on ${on}`,
    concludedHeading: 'The round is concluded',
    concluded: (title) =>
      `All bodies have answered on "${title}". The process goes on with what was waiting for this.`,
    answers: 'The answers',
  },
  withdrawn: {
    subject: ({ title, on }) => `${title}: round withdrawn on ${on}`,
    heading: 'The round is withdrawn',
    intro: (title) =>
      `The round on "${title}" is withdrawn. You need not answer any more; what was answered stays in the log.`,
    reason: (reason) => `Reason: ${reason}`,
  },
  partner: {
    subject: ({ trajectory, title, on }) => `${trajectory}: planning after "${title}", ${on}`,
    heading: (trajectory) => `Planning and timetable – ${trajectory}`,
    intro: ({ partner, title }) =>
      `To ${partner}. A decision was taken on "${title}". Below is what follows and when; the planning is provisional.`,
    follows: 'What follows',
  },
  lookAtRound: 'Look at the round',
};
