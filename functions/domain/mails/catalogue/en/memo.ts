import type { MemoWords } from '../memoWords.ts';

export const memo: MemoWords = {
  subject: ({ councils, about, on }) => `${councils}: information memo of ${on} – ${about}`,
  heading: 'Information memo for the council',
  intro: (about) => `Attached is an information memo (in Dutch) on "${about}", to be put before the council.`,
  replaces: 'It replaces what you received on this before.',
};
