import type { Day } from '../../domain/calendar/days.ts';
import { byUrgency } from '../../domain/flags/urgency.ts';
import { isBudgetFlag } from '../../domain/ledger/flags/flagKinds.ts';
import { planNames } from '../../domain/plan/planNames.ts';
import { todayOf } from '../../domain/todayOf.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { knownTrajectory } from '../lookUp.ts';
import type { RecordStore } from '../ports.ts';
import { type SignalView, signalView } from '../readSignals.ts';
import { type Foreseen, foresee } from './foresee.ts';
import type { LedgerReading } from './ports.ts';
import { type Balances, readBalances } from './readBalances.ts';

/** The money of a trajectory as people look at it; cents. */
export interface BudgetView extends Pick<Trajectory, 'id' | 'title' | 'clock'>, Foreseen {
  /** The day it is seen from; of a simulation, the day it has come to. */
  readonly today: Day;
  /** Anything was ever booked. */
  readonly isBooked: boolean;
  readonly balances: Balances;
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
  const foreseen = await foresee(plan, milestones, isBooked ? ledger.entries(id) : [], today);
  const names = planNames(plan);
  const standing = flags.filter(({ flag, resolvedAt }) => isBudgetFlag(flag) && !resolvedAt);
  return {
    id,
    title: trajectory.title,
    clock: trajectory.clock,
    today,
    isBooked,
    balances,
    ...foreseen,
    forecast: isBooked || plan.budget ? foreseen.forecast : [],
    flags: byUrgency(standing).map((flag) => signalView(names, flag)),
  };
}
