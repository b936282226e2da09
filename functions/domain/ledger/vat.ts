import type { Plan } from '../plan/schema.ts';
import type { LedgerEntry, Share } from './entry.ts';
import { splitCents } from './shares.ts';

/**
 * Whose VAT it is: split as the amount is, by the method of `splitCents`, so that it adds up to the VAT of the entry.
 */
export function vatShares({ vat, shares }: Pick<LedgerEntry, 'vat' | 'shares'>): Share[] {
  const weights = Object.fromEntries(
    shares.map(({ municipality, cents }) => [municipality, Math.abs(cents)]),
  );
  if (vat === 0 || Object.values(weights).every((weight) => weight === 0))
    return shares.map(({ municipality }) => ({ municipality, cents: 0 }));
  return splitCents(vat, weights);
}

/**
 * Whether the VAT of expenditures counts as given back by the BTW-compensatiefonds (Wet op het BTW-compensatiefonds):
 * VAT on what a municipality buys as a government body, not as an entrepreneur, and not to pass it on to individuals
 * (art. 3 and 4). The participants say of their plan whether that is so; nothing said: it is.
 */
export function isVatCompensable({ budget }: Pick<Plan, 'budget'>): boolean {
  return budget?.vatCompensable ?? true;
}
