import type { ChangeWords } from '../changeWords.ts';

export const changes: ChangeWords = {
  moves: ({ what, days }) => `${what} verschuift ${days}.`,
  answerMoves: ({ body, title, days }) =>
    `${body}: de uiterste dag voor uw antwoord over ${title} verschuift ${days}.`,
  answersMove: ({ title, bodies, days }) => `${title}: het antwoord van ${bodies} verschuift ${days}.`,
  days: ({ from, to, papersBy, because }) => {
    const extra = [papersBy && `stukken uiterlijk ${papersBy}`, because].filter(Boolean).join('; ');
    return `van ${from} naar ${to}${extra && ` (${extra})`}`;
  },
  roundWithdrawn: ({ body, title }) =>
    `${body}: de ronde over ${title} is ingetrokken. U hoeft niet meer te antwoorden; wat al geantwoord is, blijft in het logboek staan.`,
  notAsked: ({ body, title }) => `${body}: ${title} vervalt; uw antwoord wordt niet gevraagd.`,
  dropped: ({ body, title }) => `${body}: ${title} vervalt.`,
  informed: ({ partner, title }) => `${partner} wordt voortaan geïnformeerd over de planning na ${title}.`,
  notInformed: ({ partner, title }) =>
    `${partner} wordt niet meer geïnformeerd over de planning na ${title}.`,
  added: (title) => `Nieuw in het plan: ${title}.`,
  removed: (title) => `Vervallen: ${title}.`,
  roundGone: ({ title, round }) =>
    round ? `De ronde over ${title} (${round}) is ingetrokken.` : `De ronde over ${title} vervalt.`,
};
