import type { MemoWords } from '../memoWords.ts';

export const memo: MemoWords = {
  subject: ({ councils, about, on }) => `${councils}: riedsynformaasjebrief fan ${on} – ${about}`,
  heading: 'Riedsynformaasjebrief',
  intro: (about) =>
    `Yn de taheakke stiet in riedsynformaasjebrief (yn it Nederlânsk) oer "${about}", om oan de ried foar te lizzen.`,
  replaces: 'Hy ferfangt wat jo hjiroer earder krigen.',
};
