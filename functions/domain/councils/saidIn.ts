import type { Said } from './councilDecision.ts';

/**
 * Words for an outcome, in the order in which they are looked for: what was found is taken out before the next is
 * sought, for "niet aangenomen" and "voor kennisgeving aangenomen" hold another outcome's word. Sources: the ORI
 * vocabulary, VNG's list besluitResultaat, and what suppliers write (docs/council-systems.md).
 */
const WORDS: readonly (readonly [RegExp, Said])[] = [
  [/\bonder voorbehoud (?:aangenomen|vastgesteld)\b/g, 'anders'],
  [/\b(?:voor kennisgeving aangenomen|kennis ?genomen)\b/g, 'kennisgenomen'],
  [/\bniet (?:aangenomen|vastgesteld|akkoord)\b|\b(?:verworpen|afgewezen)\b/g, 'verworpen'],
  [/\b(?:gewijzigd|geamendeerd)(?: (?:aangenomen|vastgesteld|besloten|voorstel))*\b/g, 'gewijzigd'],
  [/\b(?:aangenomen|vastgesteld|besloten) (?:met|na) (?:amendement|wijziging)\w*/g, 'gewijzigd'],
  [/\bniet aangehouden\b/g, 'anders'],
  [/\b(?:aangehouden|uitgesteld|verdaagd)\b/g, 'aangehouden'],
  [/\bdoorgeschoven\b/g, 'doorgeschoven'],
  [/\bingetrokken\b/g, 'ingetrokken'],
  [/\b(?:aangenomen|vastgesteld|akkoord|conform)\b/g, 'aangenomen'],
];

/** VNG, information model ORI, enumeration besluitResultaat. */
const CODES: Readonly<Record<string, Said>> = {
  ua: 'aangenomen',
  a: 'aangenomen',
  ga: 'gewijzigd',
  oa: 'anders',
  v: 'verworpen',
  u: 'aangehouden',
};

/** The outcome in a field that is meant for it; `anders` when it says something else, or more than one thing. */
export function saidInField(text: string): Said | undefined {
  const written = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
    .slice(0, 2_000);
  if (written === '') return undefined;
  const code = CODES[written];
  if (code) return code;
  const found = outcomesIn(written);
  return found.length === 1 ? found[0] : 'anders';
}

export interface SaidInText {
  readonly said: Said;
  readonly saidAs: string;
}

/**
 * The outcome in running text: only where a line says that it is one ("Besluit: …"), for a text tells much more than
 * what was decided.
 */
export function saidInText(text: string): SaidInText | undefined {
  for (const line of text.split('\n')) {
    const label =
      /^\s*(?:besluit(?:vorming)?|uitslag(?: stemming)?|stemming(?:suitslag)?|resultaat)\s*:\s*(\S.*)$/i.exec(
        line,
      );
    const said = label?.[1] && saidInField(label[1]);
    if (label?.[1] && said) return { said, saidAs: label[1].slice(0, 200) };
  }
  return undefined;
}

function outcomesIn(text: string): Said[] {
  const found = new Set<Said>();
  let rest = text;
  for (const [words, said] of WORDS) {
    const without = rest.replace(words, ' ');
    if (without !== rest) found.add(said);
    rest = without;
  }
  return [...found];
}
