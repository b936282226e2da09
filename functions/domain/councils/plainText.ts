/** Longer texts than this say nothing more about which decision it is, nor how it ended. */
const MOST_CHARACTERS = 20_000;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euml: 'ë',
  eacute: 'é',
  egrave: 'è',
  ouml: 'ö',
  uuml: 'ü',
  iuml: 'ï',
  acirc: 'â',
  ecirc: 'ê',
  ucirc: 'û',
  uacute: 'ú',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/**
 * Text that may hold HTML, as lines without markup. Only for reading and comparing: whoever shows it escapes it. Each
 * pattern stops at the next opening, so that hostile text costs no more than its length.
 */
export function plainText(markup: string): string {
  return decodeEntities(
    markup
      .slice(0, MOST_CHARACTERS)
      .replace(/<(?:br|\/p|\/li|\/div|\/tr|\/h[1-6])\b[^<>]*>/gi, '\n')
      .replace(/<[^<>]*>/g, ' '),
  )
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The same on one line, at most so long as a title may be. */
export function plainTitle(markup: string): string {
  return plainText(markup).replaceAll('\n', ' ').slice(0, 300).trim();
}

/** One pass: what an entity stands for is not decoded again. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{1,8}));/g,
    (whole, dec, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      const exists = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return exists ? String.fromCodePoint(code) : ' ';
    },
  );
}
