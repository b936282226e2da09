import { malformed, type Problem } from './problem.ts';

/** No notification nests deeper than a few levels; a parser that recurses must not be made to run out of stack. */
const MOST_LEVELS = 20;

export const NO_UTF8 = malformed('De inhoud is geen UTF-8.');

export type ReadJson =
  | {
      readonly value: unknown;
      /** As it was sent, without a byte order mark: numbers and escapes are the sender's own. */
      readonly text: string;
    }
  | { readonly problem: Problem };

/** The JSON in these bytes, or why there is none: no UTF-8, no JSON, nested too deeply. */
export function readJson(bytes: Uint8Array): ReadJson {
  const text = inUtf8(bytes);
  if (text === undefined) return { problem: NO_UTF8 };
  if (deepest(text) > MOST_LEVELS)
    return { problem: malformed(`De inhoud is meer dan ${MOST_LEVELS} niveaus diep.`) };
  try {
    return { value: JSON.parse(text), text };
  } catch {
    return { problem: malformed('De inhoud is geen geldige JSON.') };
  }
}

export function inUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Counted without recursion, before anything parses it; brackets inside strings do not count. */
function deepest(text: string): number {
  let level = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') most = Math.max(most, ++level);
    else if (character === '}' || character === ']') level--;
  }
  return most;
}
