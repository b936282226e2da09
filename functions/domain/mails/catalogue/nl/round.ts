import type { RoundWords } from '../roundWords.ts';

export const round: RoundWords = {
  asked: {
    subject: ({ body, what, title, by }) =>
      `${body}: verzoek om ${what} – ${title}${by ? `, uiterlijk ${by}` : ''}`,
    preheader: ({ what, title, by }) =>
      `U wordt gevraagd ${what} over ${title}${by ? `, uiterlijk ${by}` : ''}.`,
    heading: (body) => `Verzoek aan ${body}`,
    intro: ({ trajectory, what, title }) =>
      `Voor het traject "${trajectory}" wordt u gevraagd ${what} over: ${title}.`,
    again: (number) => `, herzien voorstel (ronde ${number})`,
    revised: (note) => `Wat er herzien is: ${note}`,
    silenceUntil: (day) => `Horen wij uiterlijk ${day} niets, dan leggen wij vast dat u kennis hebt genomen.`,
    noSilence: 'Zonder uw antwoord gaat het traject niet verder; stilte geldt niet als instemming.',
    movedBecause: (reasons) => `Over deze datum: ${reasons}.`,
    answerByLink:
      'Leg de uitkomst, de datum en het kenmerk van uw besluit vast met uw persoonlijke link hieronder. Stuur die link niet door: wie hem heeft, kan namens u antwoorden.',
    answerToLead: 'Geef de uitkomst, de datum en het kenmerk van uw besluit door aan de projectleider.',
    action: 'Leg het besluit vast',
  },
  decided: {
    subject: ({ body, outcome, title, corrected, on }) =>
      `${body}: ${corrected ? 'gecorrigeerd, ' : ''}${outcome} op ${on} – ${title}`,
    heading: ({ body, outcome }) => `${body}: ${outcome}`,
    answered: ({ body, outcome, title }) => `${body} heeft over "${title}" geantwoord: ${outcome}.`,
    silent: ({ body, title }) =>
      `${body} heeft binnen de termijn niet geantwoord op "${title}"; volgens het plan is vastgelegd dat kennis is genomen.`,
    outcomeOn: ({ outcome, on }) => `${outcome} op ${on}`,
    stillOpen: 'Nog niet geantwoord in deze stap',
  },
  given: {
    subject: ({ body, title, until }) => `${body}: antwoord gegeven, openbaar op ${until} – ${title}`,
    heading: (body) => `${body}: antwoord gegeven`,
    intro: ({ body, title, until }) =>
      `${body}, over "${title}": antwoord gegeven, nog niet openbaar tot ${until}.`,
    later: 'Op die dag krijgt u bericht van wat er is besloten.',
  },
  closed: {
    dividedSubject: ({ title, on }) => `${title}: verdeeld op ${on}, terug voor een herzien voorstel`,
    dividedHeading: 'De organen zijn verdeeld',
    divided: (title) =>
      `Over "${title}" is geen overeenstemming. De organisatie werkt aan een herzien voorstel; daarna begint een nieuwe ronde bij de eerste stap.`,
    concludedSubject: ({ title, on }) => `${title}: ronde afgerond op ${on}`,
    concludedHeading: 'De ronde is afgerond',
    concluded: (title) =>
      `Alle organen hebben geantwoord op "${title}". Het traject gaat verder met wat hierop wachtte.`,
    answers: 'De antwoorden',
  },
  withdrawn: {
    subject: ({ title, on }) => `${title}: ronde ingetrokken op ${on}`,
    heading: 'De ronde is ingetrokken',
    intro: (title) =>
      `De ronde over "${title}" is ingetrokken. U hoeft niet meer te antwoorden; wat al geantwoord is, blijft in het logboek staan.`,
    reason: (reason) => `Reden: ${reason}`,
  },
  partner: {
    subject: ({ trajectory, title, on }) => `${trajectory}: planning na "${title}", ${on}`,
    heading: (trajectory) => `Planning en tijdpad – ${trajectory}`,
    intro: ({ partner, title }) =>
      `Aan ${partner}. Over "${title}" is besloten. Hieronder staat wat er volgt en wanneer; de planning is voorlopig.`,
    follows: 'Wat volgt',
  },
  lookAtRound: 'Bekijk de ronde',
};
