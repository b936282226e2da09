import type { Day } from '../../calendar/days.ts';
import { euros } from '../euros.ts';
import type { WantedBudgetFlag } from './wantedBudgetFlag.ts';

/** A balance that is not the sum of its entries: the counter or tally (`2025s`, `open V-12`), as kept and as counted. */
export interface Difference {
  readonly what: string;
  readonly kept: number;
  readonly counted: number;
}

/** So many are named; a person goes on from there. */
const MOST_NAMED = 3;

/** Balances and entries are written together: a difference means that somebody wrote past the ledger, or a fault. */
export function ledgerDifferenceFlags(
  differences: readonly Difference[],
  lastDay: Day | undefined,
): WantedBudgetFlag[] {
  if (differences.length === 0) return [];
  const named = differences
    .slice(0, MOST_NAMED)
    .map(({ what, kept, counted }) => `${what}: bijgehouden ${euros(kept)}, geteld ${euros(counted)}`);
  const more = differences.length - named.length;
  return [
    {
      flag: 'ledger-difference',
      subject: 'balances',
      amount: Math.max(...differences.map(({ kept, counted }) => Math.abs(kept - counted))),
      date: lastDay,
      reason: `De bijgehouden saldi zijn niet de som van de boekingen. ${named.join('; ')}${more > 0 ? `; en nog ${more}` : ''}.`,
      todo: 'Boek voorlopig niets en laat een beheerder nagaan wie buiten het grootboek om heeft geschreven (docs/budget.md, "De nachtelijke telling").',
    },
  ];
}
