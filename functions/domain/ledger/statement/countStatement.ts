import { createHash } from 'node:crypto';
import { contentOf } from '../effects.ts';
import type { LedgerEntry } from '../entry.ts';
import { addPart, type LedgerSums, noSums, type Part, partsOf } from '../sums.ts';
import { figureCount, type StatementFigures } from './figures.ts';
import { openCommitments } from './openCommitments.ts';
import { daysOfQuarter } from './quarters.ts';

/** A quarter as the ledger has it, for whom it is. */
export interface Statement {
  readonly quarter: string;
  readonly total: StatementFigures;
  readonly municipalities: ReadonlyMap<string, StatementFigures>;
  /** The parts of the quarter's entries, for the attached file; undefined: too many to attach. */
  readonly attached: readonly { readonly entry: LedgerEntry; readonly part: Part }[] | undefined;
  /** How many entries there are up to and including the quarter. */
  readonly entries: number;
  /** Of the content of all of these: it says whether anything was booked since. */
  readonly digest: string;
}

/** An attachment of about 1 MB; a quarter with more goes by `ledger export`. */
const MOST_ATTACHED = 8_000;

/** Counts a statement from the entries of a ledger, page by page, in the ledger's own order. */
export function statementCount(quarter: string, codes: readonly string[]) {
  const { from, until } = daysOfQuarter(quarter);
  const total = counting();
  const municipalities = new Map(codes.map((code) => [code, counting()]));
  const of = (municipality: string): Counting => {
    const known = municipalities.get(municipality) ?? counting();
    municipalities.set(municipality, known);
    return known;
  };
  const commitments = openCommitments();
  const hash = createHash('sha256');
  let attached: { entry: LedgerEntry; part: Part }[] | undefined = [];
  let entries = 0;
  return {
    add: (entry: LedgerEntry): void => {
      if (entry.date > until) return;
      entries++;
      hash.update(`${entry.reference}\n${contentOf(entry)}\n`);
      commitments.add(entry);
      const during = entry.date >= from;
      for (const part of partsOf(entry)) {
        total.add(part, entry.reference, during);
        of(part.municipality).add(part, entry.reference, during);
        if (during) attached?.push({ entry, part });
      }
      if (attached && attached.length > MOST_ATTACHED) attached = undefined;
    },
    statement: (): Statement => {
      for (const { reference, municipality, cents } of commitments.expectedAfter(quarter)) {
        total.expect(cents, reference);
        of(municipality).expect(cents, reference);
      }
      return {
        quarter,
        total: total.figures(),
        municipalities: new Map([...municipalities].map(([code, counted]) => [code, counted.figures()])),
        attached,
        entries,
        digest: hash.digest('hex').slice(0, 32),
      };
    },
  };
}

type Counting = ReturnType<typeof counting>;

function counting() {
  const before: LedgerSums = noSums();
  const during: LedgerSums = noSums();
  const received = figureCount();
  const committed = figureCount();
  const spent = figureCount();
  const forecast = figureCount();
  return {
    add: (part: Part, reference: string, inQuarter: boolean): void => {
      addPart(inQuarter ? during : before, part);
      if (!inQuarter) return;
      if (part.sum === 'received') received.add(part.cents, reference);
      else if (part.sum === 'spent') spent.add(part.cents, reference);
      else committed.add(part.sum === 'released' ? -part.cents : part.cents, reference);
    },
    expect: forecast.add,
    figures: (): StatementFigures => {
      const stands = (sum: 'received' | 'committed' | 'released' | 'spent') => before[sum] + during[sum];
      const promised = stands('committed') - stands('released');
      return {
        before: {
          received: before.received,
          committed: before.committed - before.released,
          spent: before.spent,
        },
        received: received.figure(),
        committed: committed.figure(),
        spent: spent.figure(),
        free: stands('received') - promised,
        open: promised - stands('spent'),
        forecast: forecast.figure(),
      };
    },
  };
}
