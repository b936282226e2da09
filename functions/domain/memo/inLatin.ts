/** What the embedded font has: Latin-1, Œ and œ, dashes, quotes, ellipsis and the euro sign. */
const DRAWN =
  /[\n -~\u00a0-\u00ac\u00ae-\u00ff\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/u;
const MARKS = /\p{M}/gu;

/**
 * Words as the PDF can draw them: a letter that its font lacks loses its mark (ő becomes o), a ligature its form (ĳ becomes
 * ij), and of what remains the place stays visible as a question mark. The HTML has every letter.
 */
export function inLatin(words: string): string {
  return [...words.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')].map(drawn).join('');
}

function drawn(letter: string): string {
  if (DRAWN.test(letter)) return letter;
  const plain = [...letter.normalize('NFKD').replace(MARKS, '')];
  return plain.length > 0 && plain.every((each) => DRAWN.test(each)) ? plain.join('') : '?';
}
