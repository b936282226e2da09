import type { LayoutWords } from '../layoutWords.ts';

export const layout: LayoutWords = {
  lang: 'fy',
  reference: 'Berjochtkenmerk',
  plainAddress: 'Docht de knop it net, iepenje dan dit adres:',
  questions: ({ name, mail, phone }) =>
    phone ? `Fragen? Skilje ${name}, ${phone}, of mail ${mail}` : `Fragen? Mail ${name}, ${mail}`,
  footer: ({ name, mail }) =>
    `Besluitketen, út namme fan ${name}. Jo kinne op dit berjocht antwurdzje; it komt by ${mail} út.`,
};
