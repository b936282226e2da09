import type { RoundWords } from '../roundWords.ts';

export const round: RoundWords = {
  asked: {
    subject: ({ body, what, title, by }) =>
      `${body}: fersyk om ${what} – ${title}${by ? `, foar of op ${by}` : ''}`,
    preheader: ({ what, title, by }) =>
      `Jo wurdt frege ${what} oer ${title}${by ? `, foar of op ${by}` : ''}.`,
    heading: (body) => `Fersyk oan ${body}`,
    intro: ({ trajectory, what, title }) =>
      `Foar it trajekt "${trajectory}" wurdt jo frege ${what} oer: ${title}.`,
    again: (number) => `, werskôge foarstel (ronde ${number})`,
    revised: (note) => `Wat der werskôge is: ${note}`,
    silenceUntil: (day) =>
      `Hearre wy op syn lêst op ${day} neat, dan lizze wy fêst dat jo kennis naam hawwe.`,
    noSilence: 'Sûnder jo antwurd giet it trajekt net fierder; stilte jildt net as ynstimming.',
    movedBecause: (reasons) => `Oer dizze datum (yn it Nederlânsk): ${reasons}.`,
    answerByLink:
      'Lis de útkomst, de datum en it kenmerk fan jo beslút fêst mei jo persoanlike keppeling hjirûnder. Stjoer dy keppeling net troch: wa’t him hat, kin út jo namme antwurdzje.',
    answerToLead: 'Jou de útkomst, de datum en it kenmerk fan jo beslút troch oan de projektlieder.',
    action: 'Lis it beslút fêst',
  },
  decided: {
    subject: ({ body, outcome, title, corrected, on }) =>
      `${body}: ${corrected ? 'korrizjearre, ' : ''}${outcome} op ${on} – ${title}`,
    heading: ({ body, outcome }) => `${body}: ${outcome}`,
    answered: ({ body, outcome, title }) => `${body} hat oer "${title}" antwurde: ${outcome}.`,
    silent: ({ body, title }) =>
      `${body} hat binnen de termyn net antwurde op "${title}"; neffens it plan is fêstlein dat der kennis fan naam is.`,
    outcomeOn: ({ outcome, on }) => `${outcome} op ${on}`,
    stillOpen: 'Noch net antwurde yn dizze stap',
  },
  given: {
    subject: ({ body, title, until }) => `${body}: antwurd jûn, iepenbier op ${until} – ${title}`,
    heading: (body) => `${body}: antwurd jûn`,
    intro: ({ body, title, until }) =>
      `${body}, oer "${title}": antwurd jûn, noch net iepenbier oant ${until}.`,
    later: 'Op dy dei hearre jo wat der besletten is.',
  },
  closed: {
    dividedSubject: ({ title, on }) => `${title}: ferdield op ${on}, werom foar in werskôge foarstel`,
    dividedHeading: 'De organen binne ferdield',
    divided: (title) =>
      `Oer "${title}" is gjin oerienstimming. De organisaasje wurket oan in werskôge foarstel; dêrnei begjint in nije ronde by de earste stap.`,
    concludedSubject: ({ title, on }) => `${title}: ronde ôfrûne op ${on}`,
    concludedHeading: 'De ronde is ôfrûne',
    concluded: (title) =>
      `Alle organen hawwe antwurde op "${title}". It trajekt giet fierder mei wat hjirop wachte.`,
    answers: 'De antwurden',
  },
  withdrawn: {
    subject: ({ title, on }) => `${title}: ronde ynlutsen op ${on}`,
    heading: 'De ronde is ynlutsen',
    intro: (title) =>
      `De ronde oer "${title}" is ynlutsen. Jo hoege net mear te antwurdzjen; wat al antwurde is, bliuwt yn it lochboek stean.`,
    reason: (reason) => `Reden: ${reason}`,
  },
  partner: {
    subject: ({ trajectory, title, on }) => `${trajectory}: planning nei "${title}", ${on}`,
    heading: (trajectory) => `Planning en tiidpaad – ${trajectory}`,
    intro: ({ partner, title }) =>
      `Oan ${partner}. Oer "${title}" is in beslút nommen. Hjirûnder stiet wat der folget en wannear; de planning is foarriedich.`,
    follows: 'Wat folget',
  },
  lookAtRound: 'Besjoch de ronde',
};
