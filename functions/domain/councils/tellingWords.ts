/** Words that say nothing about which proposal it is. */
const EVERYDAY = new Set(
  'aan alle als bij binnen dan dat deze die door een het hun inzake met naar niet onder ons onze ook over per rond tot tussen uit van voor waar wordt zijn gemeente gemeentelijke raad raadsvoorstel raadsbesluit college voorstel besluit vaststellen vaststelling agendapunt'.split(
    ' ',
  ),
);

/** Lower case, without accents, words separated by one space: how texts are compared. */
export function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text that can tell one proposal from another: numbers, and words of four letters and more. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = comparable(text).split(' ');
  return new Set(words.filter((word) => !EVERYDAY.has(word) && (word.length >= 4 || /^[0-9]+$/.test(word))));
}
