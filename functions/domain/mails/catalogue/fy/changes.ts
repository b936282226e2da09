import type { ChangeWords } from '../changeWords.ts';

export const changes: ChangeWords = {
  moves: ({ what, days }) => `${what} ferskoot ${days}.`,
  answerMoves: ({ body, title, days }) =>
    `${body}: de lêste dei foar jo antwurd oer ${title} ferskoot ${days}.`,
  answersMove: ({ title, bodies, days }) => `${title}: it antwurd fan ${bodies} ferskoot ${days}.`,
  days: ({ from, to, papersBy, because }) => {
    const extra = [papersBy && `stikken foar of op ${papersBy}`, because].filter(Boolean).join('; ');
    return `fan ${from} nei ${to}${extra && ` (${extra})`}`;
  },
  roundWithdrawn: ({ body, title }) =>
    `${body}: de ronde oer ${title} is ynlutsen. Jo hoege net mear te antwurdzjen; wat al antwurde is, bliuwt yn it lochboek stean.`,
  notAsked: ({ body, title }) => `${body}: ${title} ferfalt; jo antwurd wurdt net frege.`,
  dropped: ({ body, title }) => `${body}: ${title} ferfalt.`,
  informed: ({ partner, title }) => `${partner} wurdt fan no ôf ynformearre oer de planning nei ${title}.`,
  notInformed: ({ partner, title }) => `${partner} wurdt net mear ynformearre oer de planning nei ${title}.`,
  added: (title) => `Nij yn it plan: ${title}.`,
  removed: (title) => `Ferfallen: ${title}.`,
  roundGone: ({ title, round }) =>
    round ? `De ronde oer ${title} (${round}) is ynlutsen.` : `De ronde oer ${title} ferfalt.`,
};
