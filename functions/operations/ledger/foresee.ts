import type { Day } from '../../domain/calendar/days.ts';
import { burnForecast, type QuarterForecast } from '../../domain/ledger/burnForecast.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import { type ExpectedIncome, expectedIncome } from '../../domain/ledger/expectedIncome.ts';
import { createSumming } from '../../domain/ledger/ledgerSummary.ts';
import { type NationalYear, nationalSeries } from '../../domain/ledger/nationalSeries.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { MilestoneRow } from '../../domain/trajectory.ts';

/** What is to be expected of the money; cents. */
export interface Foreseen {
  readonly forecast: readonly QuarterForecast[];
  readonly expected: readonly ExpectedIncome[];
  /** What the state has for the whole country; undefined: the plan does not say. */
  readonly national: { readonly title: string; readonly years: readonly NationalYear[] } | undefined;
}

/** Goes through entries once, page by page, and keeps none. A milestone that is over costs nothing any more. */
export async function foresee(
  plan: Plan,
  milestones: readonly MilestoneRow[],
  entries: AsyncIterable<readonly LedgerEntry[]> | Iterable<readonly LedgerEntry[]>,
  today: Day,
): Promise<Foreseen> {
  const summing = createSumming(today);
  for await (const page of entries) for (const entry of page) summing.add(entry);
  const summary = summing.summary();
  const over = new Set(milestones.filter(({ status }) => status !== 'open').map(({ id }) => id));
  const national = plan.budget?.national;
  return {
    forecast: burnForecast(plan, summary, today, over),
    expected: expectedIncome(plan, summary.counters),
    national: national && { title: national.title, years: nationalSeries(plan) },
  };
}
