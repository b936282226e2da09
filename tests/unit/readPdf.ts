import { inflateSync } from 'node:zlib';

/** What a PDF of ours says, read back from its bytes: its words by the fonts' own tables, and its objects as text. */
export function readPdf(bytes: Uint8Array): { readonly text: string; readonly objects: string } {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = file.replace(/stream\n[\s\S]*?endstream/g, 'stream');
  const streams = new Map<string, string>();
  for (const [, id = '', head = '', body = ''] of file.matchAll(
    /(?:^|\n)(\d+) 0 obj\n((?:(?!endobj)[\s\S])*?)stream\n([\s\S]*?)\nendstream/g,
  )) {
    const raw = Buffer.from(body, 'latin1');
    if (!head.includes('FontFile')) streams.set(id, head.includes('Flate') ? inflated(raw) : body);
  }
  const object = (id: string) =>
    new RegExp(`(?:^|\\n)${id} 0 obj\\n([\\s\\S]*?)endobj`).exec(objects)?.[1] ?? '';
  const fonts = new Map<string, string[]>();
  for (const [, name = '', id = ''] of objects.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1] ?? '';
    fonts.set(name, lettersOf(streams.get(table) ?? ''));
  }
  const pages = [...streams.values()].filter((stream) => stream.includes(' Tf'));
  return {
    objects,
    text: pages
      .map((page) => wordsOf(page, fonts))
      .join(' ')
      .replace(/\s+/g, ' '),
  };
}

function inflated(raw: Buffer): string {
  return inflateSync(raw).toString('latin1');
}

/** The letters of a ToUnicode table, by the number of the glyph. */
function lettersOf(table: string): string[] {
  const letters: string[] = [];
  for (const [, from = '', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    for (const [index, [, code = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      letters[Number.parseInt(from, 16) + index] = Buffer.from(code.replace(/ /g, ''), 'hex')
        .swap16()
        .toString('utf16le');
  return letters;
}

function wordsOf(page: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let letters: readonly string[] = [];
  let words = '';
  for (const [, font, shown = ''] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? [];
    else
      for (const [, glyphs = ''] of shown.matchAll(/<([0-9a-f]+)>/gi))
        words += (glyphs.match(/.{4}/g) ?? [])
          .map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '□')
          .join('');
    if (font === undefined) words += ' ';
  }
  return words;
}
