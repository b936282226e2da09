import { type EntryType, effectOf, type LedgerEntry } from './entry.ts';

export const SUMS = ['received', 'committed', 'released', 'spent'] as const;
export type Sum = (typeof SUMS)[number];

export const SUM_OF: Readonly<Record<Exclude<EntryType, 'correction'>, Sum>> = {
  allocation: 'received',
  commitment: 'committed',
  release: 'released',
  expenditure: 'spent',
};

/** Sums in cents under the names of `counterOf`; an absent one is 0. */
export type Counters = Readonly<Record<string, number>>;

const LETTER: Readonly<Record<Sum, string>> = { received: 'r', committed: 'c', released: 'l', spent: 's' };

/**
 * Names are short, so that ten years of four municipalities are one item below 4 KB (one read unit, consistent):
 * `2025r`, its VAT `2025vr`, what of it is for Harlingen `2025rGM0072`.
 */
export const counterOf = {
  sum: (year: number, sum: Sum) => `${year}${LETTER[sum]}`,
  vat: (year: number, sum: Sum) => `${year}v${LETTER[sum]}`,
  benefit: (year: number, sum: Sum, municipality: string) => `${year}${LETTER[sum]}${municipality}`,
  /** Kept in a row of its own. */
  milestone: (milestone: string, year: number, sum: Sum) => `${milestone} ${year}${LETTER[sum]}`,
};

export interface Moves {
  readonly counters: Counters;
  readonly milestones: Counters;
}

/** By how much an entry moves each counter: a correction moves those of what it corrects. */
export function movesOf(entry: LedgerEntry): Moves {
  const sum = SUM_OF[effectOf(entry)];
  const { year, amount, vat, shares, milestone } = entry;
  const benefits = shares.filter(({ cents }) => cents !== 0);
  return {
    counters: {
      [counterOf.sum(year, sum)]: amount,
      ...(vat !== 0 && { [counterOf.vat(year, sum)]: vat }),
      ...Object.fromEntries(
        benefits.map(({ municipality, cents }) => [counterOf.benefit(year, sum, municipality), cents]),
      ),
    },
    milestones: milestone ? { [counterOf.milestone(milestone, year, sum)]: amount } : {},
  };
}

/** What the ledger says of one year's money, or of all years together. */
export interface YearBalance {
  readonly received: number;
  /** Promised, what was released taken off. */
  readonly committed: number;
  readonly spent: number;
  /** Promised and not yet paid. */
  readonly open: number;
  /** Received and not promised. */
  readonly free: number;
}

export function balanceOfYear(counters: Counters, year: number): YearBalance {
  const of = (sum: Sum) => counters[counterOf.sum(year, sum)] ?? 0;
  return balanceFrom(of);
}

/** Every year that any counter is of, in order. */
export function yearsOf(counters: Counters): number[] {
  const years = new Set(Object.keys(counters).map((name) => Number(name.slice(0, 4))));
  return [...years].sort((a, b) => a - b);
}

export function balanceOfAll(counters: Counters): YearBalance {
  const years = yearsOf(counters);
  return balanceFrom((sum) =>
    years.reduce((total, year) => total + (counters[counterOf.sum(year, sum)] ?? 0), 0),
  );
}

/** What a municipality has had the benefit of in a year: promised (net) and paid. */
export function benefitOf(
  counters: Counters,
  year: number,
  municipality: string,
): { readonly received: number; readonly committed: number; readonly spent: number } {
  const of = (sum: Sum) => counters[counterOf.benefit(year, sum, municipality)] ?? 0;
  return { received: of('received'), committed: of('committed') - of('released'), spent: of('spent') };
}

/** Whoever has a part in anything: those of the plan first, then who has left it. */
export function municipalitiesOf(counters: Counters, codes: readonly string[]): string[] {
  const named = Object.keys(counters).flatMap((name) => /^[0-9]{4}[rcls]([A-Z].*)$/.exec(name)?.[1] ?? []);
  return [...new Set([...codes, ...named.sort()])];
}

function balanceFrom(of: (sum: Sum) => number): YearBalance {
  const committed = of('committed') - of('released');
  return {
    received: of('received'),
    committed,
    spent: of('spent'),
    open: committed - of('spent'),
    free: of('received') - committed,
  };
}

export function balanceTogether(a: YearBalance, b: YearBalance): YearBalance {
  return {
    received: a.received + b.received,
    committed: a.committed + b.committed,
    spent: a.spent + b.spent,
    open: a.open + b.open,
    free: a.free + b.free,
  };
}
