import { SUM_OF, type Sum } from './balances.ts';
import { effectOf, type LedgerEntry } from './entry.ts';
import { vatShares } from './vat.ts';

/** Sums of entries, and the VAT in each; in cents. */
export type LedgerSums = Record<Sum, number> & { readonly vat: Record<Sum, number> };

export function noSums(): LedgerSums {
  return {
    received: 0,
    committed: 0,
    released: 0,
    spent: 0,
    vat: { received: 0, committed: 0, released: 0, spent: 0 },
  };
}

/** What an entry is for one municipality; nothing where it has no part. */
export interface Part {
  readonly municipality: string;
  readonly sum: Sum;
  readonly cents: number;
  readonly vat: number;
}

/** The parts of an entry, which add up to it in amount and VAT. A correction counts as what it corrects. */
export function partsOf(entry: LedgerEntry): Part[] {
  const sum = SUM_OF[effectOf(entry)];
  const vats = new Map(vatShares(entry).map(({ municipality, cents }) => [municipality, cents]));
  return entry.shares
    .map(({ municipality, cents }) => ({ municipality, sum, cents, vat: vats.get(municipality) ?? 0 }))
    .filter(({ cents, vat }) => cents !== 0 || vat !== 0);
}

export function addPart(sums: LedgerSums, { sum, cents, vat }: Omit<Part, 'municipality'>): void {
  sums[sum] += cents;
  sums.vat[sum] += vat;
}
