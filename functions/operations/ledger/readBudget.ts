import type { Day } from '../../domain/calendar/days.ts';
import { byUrgency } from '../../domain/flags/urgency.ts';
import { burnForecast, type QuarterForecast } from '../../domain/ledger/burnForecast.ts';
import { type ExpectedIncome, expectedIncome } from '../../domain/ledger/expectedIncome.ts';
import { isBudgetFlag } from '../../domain/ledger/flags/flagKinds.ts';
import { createSumming } from '../../domain/ledger/ledgerSummary.ts';
import { type NationalYear, nationalSeries } from '../../domain/ledger/nationalSeries.ts';
import { planNames } from '../../domain/plan/planNames.ts';
import { todayOf } from '../../domain/todayOf.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { knownTrajectory } from '../lookUp.ts';
import type { RecordStore } from '../ports.ts';
import { type SignalView, signalView } from '../readSignals.ts';
import type { LedgerReading } from './ports.ts';
import { type Balances, readBalances } from './readBalances.ts';

/** The money of a trajectory as people look at it; cents. */
export interface BudgetView extends Pick<Trajectory, 'id' | 'title' | 'clock'> {
  /** The day it is seen from; of a simulation, the day it has come to. */
  readonly today: Day;
  /** Anything was ever booked. */
  readonly isBooked: boolean;
  readonly balances: Balances;
  readonly expected: readonly ExpectedIncome[];
  readonly forecast: readonly QuarterForecast[];
  /** What the state has for the whole country; absent: the plan does not say. */
  readonly national?: { readonly title: string; readonly years: readonly NationalYear[] } | undefined;
  /** The flags of the money that stand, the most urgent first. */
  readonly flags: readonly SignalView[];
}

/** Reads every entry, page by page, for the forecast; the balances are those that are kept. Refuses UNKNOWN_TRAJECTORY. */
export async function readBudget(
  { store, ledger }: { readonly store: RecordStore; readonly ledger: LedgerReading },
  id: string,
  now: string,
): Promise<BudgetView> {
  const trajectory = await knownTrajectory(store, id);
  const today = todayOf(trajectory, now);
  const [plan, balances, milestones, flags] = await Promise.all([
    store.plan(trajectory),
    readBalances({ store, ledger }, id, undefined),
    store.milestones(id),
    store.flags(id),
  ]);
  const isBooked = balances.years.length > 0;
  const summing = createSumming(today);
  if (isBooked) for await (const page of ledger.entries(id)) for (const entry of page) summing.add(entry);
  const summary = summing.summary();
  const over = new Set(milestones.filter(({ status }) => status !== 'open').map((each) => each.id));
  const names = planNames(plan);
  const standing = flags.filter(({ flag, resolvedAt }) => isBudgetFlag(flag) && !resolvedAt);
  return {
    id,
    title: trajectory.title,
    clock: trajectory.clock,
    today,
    isBooked,
    balances,
    expected: expectedIncome(plan, summary.counters),
    forecast: isBooked || plan.budget ? burnForecast(plan, summary, today, over) : [],
    national: plan.budget?.national && {
      title: plan.budget.national.title,
      years: nationalSeries(plan),
    },
    flags: byUrgency(standing).map((flag) => signalView(names, flag)),
  };
}
