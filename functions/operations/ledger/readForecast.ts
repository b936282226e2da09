import type { Day } from '../../domain/calendar/days.ts';
import { todayOf } from '../../domain/todayOf.ts';
import { knownTrajectory } from '../lookUp.ts';
import type { LedgerDependencies } from './bookEntry.ts';
import { type Foreseen, foresee } from './foresee.ts';

export interface ForecastView extends Omit<Foreseen, 'national'> {
  readonly trajectory: string;
  /** The day it is seen from; of a simulation, the day it has come to. */
  readonly today: Day;
  /** Null: the plan does not say. */
  readonly national: NonNullable<Foreseen['national']> | null;
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
  const { forecast, expected, national } = await foresee(plan, milestones, ledger.entries(id), today);
  return { trajectory: id, today, forecast, expected, national: national ?? null };
}
