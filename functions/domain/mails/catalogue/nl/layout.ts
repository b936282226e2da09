import type { LayoutWords } from '../layoutWords.ts';

export const layout: LayoutWords = {
  lang: 'nl',
  reference: 'Berichtkenmerk',
  plainAddress: 'Werkt de knop niet, open dan dit adres:',
  questions: ({ name, mail, phone }) =>
    phone ? `Vragen? Bel ${name}, ${phone}, of mail ${mail}` : `Vragen? Mail ${name}, ${mail}`,
  footer: ({ name, mail }) =>
    `Besluitketen, namens ${name}. U kunt op dit bericht antwoorden; het komt bij ${mail} aan.`,
};
