import type { PersonalWords } from '../personalWords.ts';

export const personal: PersonalWords = {
  dear: (name) => `Beste ${name},`,
  reminder: {
    subject: ({ late, what, by }) => `${late ? 'Te laat' : 'Herinnering'}: ${what}, uiterlijk ${by}`,
    subjectOfSeveral: ({ late, count, trajectory, on }) =>
      `${late ? 'Te laat of bijna' : 'Herinnering'}: ${count} openstaande punten – ${trajectory}, ${on}`,
    heading: (late) => (late ? 'Uw antwoord wordt gemist' : 'Herinnering'),
    several: ({ trajectory, count }) => `In het traject "${trajectory}" staan ${count} punten voor u open:`,
    organisation: 'De organisatie',
    over: ({ what, title }) => `${what} over ${title}`,
    overdue: ({ who, what, by }) => `${who}: ${what} had uiterlijk ${by} klaar moeten zijn.`,
    withPapers: ({ who, what, papersBy, by }) =>
      `${who}: ${what}. Stukken uiterlijk ${papersBy}, besluit uiterlijk ${by}.`,
    due: ({ who, what, by }) => `${who}: ${what}, uiterlijk ${by}.`,
    done: 'Is het al gebeurd, geef de uitkomst, de datum en het kenmerk dan door aan de projectleider.',
    open: 'Open',
    answerHere: 'Leg het vast:',
  },
  newLink: {
    subject: ({ body, title, on }) => `${body}: nieuwe link – ${title}, ${on}`,
    heading: 'Uw nieuwe link',
    intro: ({ body, trajectory }) =>
      `Op de pagina van een eerdere link is om een nieuwe gevraagd, voor het besluit van ${body} in het traject "${trajectory}".`,
    notAsked: 'Hebt u hier niet om gevraagd, dan hoeft u niets te doen; er is niets vastgelegd.',
  },
  proposed: {
    subject: ({ body, title, on }) => `${body}: klopt dit besluit${on ? ` van ${on}` : ''}? – ${title}`,
    heading: (body) => `Bevestigen voor ${body}`,
    intro: ({ trajectory, source, reason }) =>
      `Voor het traject "${trajectory}" kwam uit uw eigen systeem (${source}) een besluit binnen. Het is nog niet vastgelegd: ${reason}`,
    byLink:
      'Kijk het na en leg de uitkomst vast op de pagina hieronder. U kiest de uitkomst zelf; zonder uw bevestiging gebeurt er niets.',
    toLead: 'Geef de uitkomst door aan de projectleider; zonder uw bevestiging gebeurt er niets.',
    action: 'Bekijk en bevestig',
  },
  replanned: {
    subject: ({ trajectory, on }) => `Planning gewijzigd op ${on} – ${trajectory}`,
    heading: 'De planning is gewijzigd',
    intro: ({ trajectory, reason }) =>
      `De planning van het traject "${trajectory}" is gewijzigd. Reden: ${reason}`,
    nothingMoves: 'Er verschuift geen datum en er vervalt niets.',
    stays: 'Wat al besloten en vastgelegd is, blijft zoals het is.',
    changes: 'Wat er voor u verandert',
  },
};
