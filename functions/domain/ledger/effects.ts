import { effectOf, type LedgerEntry } from './entry.ts';

/** By how much a booking moves what may not go below zero. */
export interface Effects {
  readonly free: number;
  readonly open?: { readonly reference: string; readonly move: number };
  readonly standing?: { readonly reference: string; readonly move: number };
}

/** Everything that makes it this booking; when and by whom it was booked is not. */
export function contentOf(entry: LedgerEntry): string {
  const { type, amount, vat, date, year, description, commitment, corrects, milestone, until, shares } =
    entry;
  const split = [...shares].sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
  return JSON.stringify([
    ...[type, amount, vat, date, year, description],
    ...[commitment ?? null, corrects?.reference ?? null, milestone ?? null, until ?? null],
    split.filter(({ cents }) => cents !== 0).map(({ municipality, cents }) => [municipality, cents]),
  ]);
}

export function effectsOf(entry: LedgerEntry): Effects {
  const { amount, reference, commitment, corrects } = entry;
  const standing = corrects && { reference: corrects.reference, move: amount };
  const stands = standing ? { standing } : {};
  const promised = corrects?.reference ?? reference;
  switch (effectOf(entry)) {
    case 'allocation':
      return { free: amount, ...stands };
    case 'commitment':
      return { free: -amount, open: { reference: promised, move: amount }, ...stands };
    case 'expenditure':
      return { free: 0, open: { reference: commitment ?? '', move: -amount }, ...stands };
    case 'release':
      return { free: amount, open: { reference: commitment ?? '', move: -amount }, ...stands };
  }
}
