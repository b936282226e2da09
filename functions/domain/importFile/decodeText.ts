import type { FileMistake } from './fileMistake.ts';

/** Above how many bytes it is some other file, and what to do then. */
export interface Most {
  readonly bytes: number;
  readonly remedy: string;
}
/** A calendar of thirty bodies is below 1 MB. */
const A_CALENDAR: Most = { bytes: 5_000_000, remedy: 'neem een kortere periode op' };
/**
 * What windows-1252 has on the bytes 0x80 to 0x9F, where latin1 has control characters; five bytes have nothing. The
 * `TextDecoder` of Node 20 takes windows-1252 for latin1, and would make a control character of a euro sign.
 */
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const AS_UTF8 = 'sla het bestand op als "CSV UTF-8", of als .ics';
/** What no text file holds: a control character, or a byte that windows-1252 does not know. */
const NO_TEXT = /[^\P{Cc}\t\n\r]/u;

/**
 * The text of a file that a person made: UTF-8, or what a Dutch Windows writes when it is not that (windows-1252). A
 * byte order mark is left out. Refuses with a line what is neither, so that no name is stored garbled.
 */
export function decodeText(
  bytes: Uint8Array,
  most: Most = A_CALENDAR,
): { readonly text: string } | { readonly mistakes: readonly FileMistake[] } {
  if (bytes.length > most.bytes) {
    const megabytes = String(most.bytes / 1_000_000).replace('.', ',');
    const problem = `het bestand is groter dan ${megabytes} MB`;
    return { mistakes: [{ line: 1, problem, remedy: most.remedy }] };
  }
  const text = inUtf8(bytes) ?? inWindows1252(bytes);
  const strange = NO_TEXT.exec(text);
  if (!strange) return { text };
  const line = text.slice(0, strange.index).split(/\r\n|\n|\r/).length;
  const problem = `hier staat een teken dat geen tekst is (code ${strange[0].charCodeAt(0)}); de codering is geen UTF-8 of windows-1252`;
  return { mistakes: [{ line, problem, remedy: AS_UTF8 }] };
}

function inUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function inWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}
