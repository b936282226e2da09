import type { Weights } from '../shares.ts';

/** `GM1900 2`, `GM1900=2`, `GM1900: 40%`, `GM1900:33,34%` */
const PART = /^([A-Z]{2}[0-9]{4})\s*[:=]?\s*([0-9]{1,9})(?:[.,]([0-9]{1,2}))?\s*(%?)$/;
/** Percentages are counted in hundredths of a percent: weights are whole numbers. */
const WHOLE = 10_000;

export const HOW_TO_WRITE_WEIGHTS =
  'schrijf bijvoorbeeld "GM1900:2; GM0072:1" (verhouding) of "GM1900:60%; GM0072:40%", of laat hem leeg: dan geldt de sleutel van het plan';

/**
 * For whose benefit, as it stands in the column `verdeling`: whole weights, or percentages that are together 100 %;
 * a municipality that is not named has no part. Between the parts stands a semicolon, or a vertical bar.
 */
export function writtenWeights(text: string): { readonly weights: Weights } | { readonly problem: string } {
  const weights: Record<string, number> = {};
  const signs = new Set<string>();
  for (const part of text.split(/[;|]/).filter((each) => each.trim() !== '')) {
    const [, code, whole, fraction = '', percent] = PART.exec(part.trim().toUpperCase()) ?? [];
    if (code === undefined || whole === undefined || percent === undefined)
      return { problem: `verdeling: ${JSON.stringify(part.trim())} is geen deel van een gemeente` };
    if (code in weights) return { problem: `verdeling: ${code} staat er twee keer in` };
    if (!percent && fraction) return { problem: 'verdeling: een verhouding is een geheel getal' };
    weights[code] = percent ? Number(whole) * 100 + Number(fraction.padEnd(2, '0')) : Number(whole);
    signs.add(percent);
  }
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  if (signs.size > 1) return { problem: 'verdeling: percentages en verhoudingen staan door elkaar' };
  if (signs.has('%') && sum !== WHOLE)
    return {
      problem: `verdeling: de percentages zijn samen ${String(sum / 100).replace('.', ',')} en niet 100`,
    };
  if (sum === 0) return { problem: 'verdeling: niemand heeft een deel' };
  return { weights };
}
