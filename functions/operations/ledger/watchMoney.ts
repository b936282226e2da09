import { dayOf } from '../../domain/calendar/days.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { judgedBy } from '../judgedBy.ts';
import type { WatchDependencies, WatchSummary } from '../watchDay.ts';
import { settleBudgetFlags } from './settleBudgetFlags.ts';

/** The money's part of a day's watch. Returns whether the money needs no more watching. */
export async function watchMoney(
  summary: WatchSummary,
  { store, ledger, moneyCounted }: WatchDependencies,
  trajectory: Trajectory,
  plan: Plan,
  at: string,
): Promise<boolean> {
  if (!ledger) return true;
  // Whether it may rest was the first pass's to see; it is asked again the next morning.
  if (moneyCounted) return false;
  const { judgedAt } = judgedBy(trajectory, at);
  const settled = await settleBudgetFlags({ store, ledger }, trajectory, plan, dayOf(judgedAt), judgedAt);
  summary.flagsRaised += settled.raised;
  summary.flagsResolved += settled.resolved;
  return settled.atRest;
}
