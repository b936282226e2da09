import type { ChangeWords } from '../changeWords.ts';

export const changes: ChangeWords = {
  moves: ({ what, days }) => `${what} moves ${days}.`,
  answerMoves: ({ body, title, days }) => `${body}: the last day for your answer on ${title} moves ${days}.`,
  answersMove: ({ title, bodies, days }) => `${title}: the answer of ${bodies} moves ${days}.`,
  days: ({ from, to, papersBy, because }) => {
    const extra = [papersBy && `papers by ${papersBy}`, because].filter(Boolean).join('; ');
    return `from ${from} to ${to}${extra && ` (${extra})`}`;
  },
  roundWithdrawn: ({ body, title }) =>
    `${body}: the round on ${title} is withdrawn. You need not answer any more; what was answered stays in the log.`,
  notAsked: ({ body, title }) => `${body}: ${title} is dropped; you will not be asked for an answer.`,
  dropped: ({ body, title }) => `${body}: ${title} is dropped.`,
  informed: ({ partner, title }) => `${partner} will from now on be told the planning after ${title}.`,
  notInformed: ({ partner, title }) => `${partner} will no longer be told the planning after ${title}.`,
  added: (title) => `New in the plan: ${title}.`,
  removed: (title) => `Dropped: ${title}.`,
  roundGone: ({ title, round }) =>
    round ? `The round on ${title} (${round}) is withdrawn.` : `The round on ${title} is dropped.`,
};
