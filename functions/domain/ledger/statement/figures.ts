/** A figure with what it is made of: the references of its entries, the first of them by name. */
export interface Figure {
  readonly cents: number;
  readonly references: readonly string[];
  /** How many entries it is made of. */
  readonly entries: number;
}

/** What a statement says of one municipality, or of all together. Amounts in cents, VAT included. */
export interface StatementFigures {
  /** Where it stood when the quarter began; what the attached file begins with. */
  readonly before: { readonly received: number; readonly committed: number; readonly spent: number };
  readonly received: Figure;
  /** What was released taken off. */
  readonly committed: Figure;
  readonly spent: Figure;
  /** Received and not promised at the end of the quarter. */
  readonly free: number;
  /** Promised and not paid at the end of the quarter. */
  readonly open: number;
  /** Of what is open, what is expected to be paid in the next quarter, by the end of each commitment. */
  readonly forecast: Figure;
}

/** More is not read in a mail; all of them are in the attached file. */
const MOST_NAMED = 12;

/** Adds up a figure, and keeps no more references than are named. */
export function figureCount() {
  let cents = 0;
  let entries = 0;
  let last: string | undefined;
  const references: string[] = [];
  return {
    add: (by: number, reference: string): void => {
      cents += by;
      // The parts of one entry come together.
      if (last === reference) return;
      last = reference;
      entries++;
      if (references.length < MOST_NAMED) references.push(reference);
    },
    figure: (): Figure => ({ cents, references, entries }),
  };
}
