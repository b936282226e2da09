import type { MemoWords } from '../memoWords.ts';

export const memo: MemoWords = {
  subject: ({ councils, about, on }) => `${councils}: raadsinformatiebrief van ${on} – ${about}`,
  heading: 'Raadsinformatiebrief',
  intro: (about) =>
    `In de bijlage staat een raadsinformatiebrief over "${about}", om aan de raad voor te leggen.`,
  replaces: 'Zij vervangt wat u hierover eerder kreeg.',
};
