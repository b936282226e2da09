import type { Share } from './entry.ts';

/** Weights of municipalities; only their proportion counts. */
export type Weights = Readonly<Record<string, number>>;

/**
 * Splits cents exactly by weights, by the method of the largest remainder (Hamilton): everybody gets the whole cents of
 * his quota, the cents that are left go one each to the largest remainders; between equal remainders to the code that
 * comes first, so that a split never depends on the order in which the weights were given. A negative amount is split
 * as its positive one, and the sign put back: a correction to nothing takes back to the cent what was given. Weights are
 * whole numbers of at least 0 with a sum above 0 (percentages with decimals are given as hundredths).
 */
export function splitCents(amount: number, weights: Weights): Share[] {
  const all = Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = all.reduce((total, [, weight]) => total + BigInt(weight), 0n);
  if (sum <= 0n) throw new Error('shares need a weight above 0');
  const size = BigInt(Math.abs(amount));
  const quotas = all.map(([municipality, weight]) => {
    const product = size * BigInt(weight);
    return { municipality, whole: product / sum, rest: product % sum };
  });
  let left = size - quotas.reduce((total, { whole }) => total + whole, 0n);
  const first = [...quotas].sort((a, b) =>
    a.rest === b.rest ? (a.municipality < b.municipality ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  );
  const extra = new Set<string>();
  for (const { municipality } of first) {
    if (left === 0n) break;
    extra.add(municipality);
    left--;
  }
  return quotas.map(({ municipality, whole }) => {
    const cents = Number(whole) + (extra.has(municipality) ? 1 : 0);
    return { municipality, cents: amount < 0 ? -cents : cents };
  });
}
