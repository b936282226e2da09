import { isVatCompensable } from '../../domain/ledger/vat.ts';
import { type YearEndFigures, yearEndCount } from '../../domain/ledger/yearEnd.ts';
import { knownPlan } from '../lookUp.ts';
import type { LedgerDependencies } from './bookEntry.ts';

/** The year-end figures of a trajectory, counted from its entries page by page. Refuses UNKNOWN_TRAJECTORY. */
export async function readYearEnd(
  { store, ledger }: LedgerDependencies,
  trajectory: string,
  year: number,
): Promise<YearEndFigures> {
  const plan = await knownPlan(store, trajectory);
  const count = yearEndCount(year);
  for await (const page of ledger.entries(trajectory)) for (const entry of page) count.add(entry);
  return count.figures(
    plan.participants.map(({ code }) => code),
    isVatCompensable(plan),
  );
}
