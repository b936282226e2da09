import type { Day } from '../../domain/calendar/days.ts';
import { burnForecast, type QuarterForecast } from '../../domain/ledger/burnForecast.ts';
import { type ExpectedIncome, expectedIncome } from '../../domain/ledger/expectedIncome.ts';
import { createSumming } from '../../domain/ledger/ledgerSummary.ts';
import { type NationalYear, nationalSeries } from '../../domain/ledger/nationalSeries.ts';
import { todayOf } from '../../domain/todayOf.ts';
import { knownTrajectory } from '../lookUp.ts';
import type { LedgerDependencies } from './bookEntry.ts';

/** What is to be expected of the money; cents. */
export interface ForecastView {
  readonly trajectory: string;
  /** The day it is seen from; of a simulation, the day it has come to. */
  readonly today: Day;
  readonly forecast: readonly QuarterForecast[];
  readonly expected: readonly ExpectedIncome[];
  /** What the state has for the whole country; null: the plan does not say. */
  readonly national: { readonly title: string; readonly years: readonly NationalYear[] } | null;
}

/** Reads every entry, page by page. Refuses UNKNOWN_TRAJECTORY. */
export async function readForecast(
  { store, ledger }: LedgerDependencies,
  id: string,
  now: string,
): Promise<ForecastView> {
  const trajectory = await knownTrajectory(store, id);
  const today = todayOf(trajectory, now);
  const [plan, milestones] = await Promise.all([store.plan(trajectory), store.milestones(id)]);
  const summing = createSumming(today);
  for await (const page of ledger.entries(id)) for (const entry of page) summing.add(entry);
  const summary = summing.summary();
  const over = new Set(milestones.filter(({ status }) => status !== 'open').map((each) => each.id));
  const national = plan.budget?.national;
  return {
    trajectory: id,
    today,
    forecast: burnForecast(plan, summary, today, over),
    expected: expectedIncome(plan, summary.counters),
    national: national ? { title: national.title, years: nationalSeries(plan) } : null,
  };
}
