import type { LayoutWords } from '../layoutWords.ts';

export const layout: LayoutWords = {
  lang: 'en',
  reference: 'Message reference',
  plainAddress: 'If the button does not work, open this address:',
  questions: ({ name, mail, phone }) =>
    phone ? `Questions? Call ${name}, ${phone}, or write to ${mail}` : `Questions? Write to ${name}, ${mail}`,
  footer: ({ name, mail }) =>
    `Besluitketen, on behalf of ${name}. You can reply to this message; your reply goes to ${mail}.`,
};
