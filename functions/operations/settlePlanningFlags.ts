import type { Day } from '../domain/calendar/days.ts';
import { isPlanningFlag } from '../domain/planning/flags/flagKinds.ts';
import { planningFlags } from '../domain/planning/flags/planningFlags.ts';
import type { RecordStore } from './ports.ts';
import type { Timing } from './readTiming.ts';
import { type SettledFlags, settleWantedFlags } from './settleWantedFlags.ts';

/** Settles every flag of the planning by what holds today. */
export async function settlePlanningFlags(
  store: RecordStore,
  trajectory: string,
  timing: Timing,
  today: Day,
  at: string,
): Promise<SettledFlags> {
  const wanted = planningFlags({ ...timing, today });
  return settleWantedFlags(store, trajectory, wanted, ({ flag }) => isPlanningFlag(flag), at);
}
