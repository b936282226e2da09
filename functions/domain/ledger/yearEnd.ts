import type { LedgerEntry } from './entry.ts';
import { addPart, type LedgerSums, noSums, partsOf } from './sums.ts';

/** What the annual accounts of a municipality need of one year; in cents, VAT included. */
export interface YearEnd {
  /** Received and not spent in the years before. */
  readonly carriedIn: number;
  readonly received: number;
  readonly spent: number;
  /** The VAT in what was spent. */
  readonly vat: number;
  /** Of that VAT, what the BTW-compensatiefonds gives back. */
  readonly compensated: number;
  /** Received and not spent by 31 December: to the next year (`vooruitontvangen`, on the balance). */
  readonly carriedOver: number;
  /** Promised and neither paid nor released on 31 December: an obligation that is not on the balance. */
  readonly obligations: number;
  /** Of what is carried over, what nothing was promised of. */
  readonly free: number;
}

export interface YearEndFigures {
  readonly year: number;
  readonly total: YearEnd;
  readonly municipalities: ReadonlyMap<string, YearEnd>;
}

interface Tallied {
  readonly before: LedgerSums;
  readonly during: LedgerSums;
}

/**
 * Counts year-end figures from entries, in any order and page by page. An entry belongs to the year of its date, not
 * of its budget: what is booked later, a correction too, with a date in a later year leaves the figures as they were.
 */
export function yearEndCount(year: number) {
  const counted = new Map<string, Tallied>();
  const of = (municipality: string): Tallied => {
    const known = counted.get(municipality);
    if (known) return known;
    const tallied = { before: noSums(), during: noSums() };
    counted.set(municipality, tallied);
    return tallied;
  };
  return {
    add: (entry: LedgerEntry): void => {
      const on = Number(entry.date.slice(0, 4));
      if (on > year) return;
      for (const part of partsOf(entry))
        addPart(of(part.municipality)[on < year ? 'before' : 'during'], part);
    },
    /** `compensable`: whether the VAT of expenditures is given back. Every one of `codes` has figures. */
    figures: (codes: readonly string[], compensable: boolean): YearEndFigures => {
      const all = [...new Set([...codes, ...counted.keys()])];
      const municipalities = new Map(all.map((code) => [code, figuresOf(of(code), compensable)]));
      return { year, municipalities, total: [...municipalities.values()].reduce(together, NOTHING) };
    },
  };
}

function figuresOf({ before, during }: Tallied, compensable: boolean): YearEnd {
  const carriedIn = before.received - before.spent;
  const carriedOver = carriedIn + during.received - during.spent;
  const promised = (sums: LedgerSums) => sums.committed - sums.released - sums.spent;
  const obligations = promised(before) + promised(during);
  return {
    carriedIn,
    received: during.received,
    spent: during.spent,
    vat: during.vat.spent,
    compensated: compensable ? during.vat.spent : 0,
    carriedOver,
    obligations,
    free: carriedOver - obligations,
  };
}

const NOTHING: YearEnd = {
  carriedIn: 0,
  received: 0,
  spent: 0,
  vat: 0,
  compensated: 0,
  carriedOver: 0,
  obligations: 0,
  free: 0,
};

function together(a: YearEnd, b: YearEnd): YearEnd {
  const names = Object.keys(NOTHING) as (keyof YearEnd)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as YearEnd;
}
