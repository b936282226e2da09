import { addDays, atTime, dayOf } from '../domain/calendar/days.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { RecordStore } from './ports.ts';

/** The watch's hour on a day it missed; today's watch runs at the moment it was started. */
export const WATCH_HOUR = '07:30';

export interface DayToWatch {
  readonly at: string;
  readonly trajectories: readonly string[];
}

/**
 * The days the watch has to do at `at`: for each trajectory those since its last one, in order, so that five
 * missed days give the rows that five mornings would have given. A trajectory that is watched for a day it has
 * had already is watched for that day again.
 */
export async function daysToWatch(
  store: RecordStore,
  at: string,
  only: string | undefined,
): Promise<DayToWatch[]> {
  const trajectories = only === undefined ? await store.activeTrajectories('real') : [only];
  const today = dayOf(at);
  const byMoment = new Map<string, string[]>();
  for (const id of trajectories) {
    const trajectory = await readable(store, id);
    // Its day fails by itself, and says so; the others have theirs.
    if (trajectory === 'unreadable') {
      add(byMoment, at, id);
      continue;
    }
    // Before it started there was nothing to watch.
    if (!trajectory || today < dayOf(trajectory.startedAt)) continue;
    // Starting did the work of its own day.
    const first = addDays(trajectory.watchedUntil ?? dayOf(trajectory.startedAt), 1);
    for (let day = first; day < today; day = addDays(day, 1)) add(byMoment, atTime(day, WATCH_HOUR), id);
    add(byMoment, at, id);
  }
  return [...byMoment]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([moment, ids]) => ({ at: moment, trajectories: ids }));
}

function add(byMoment: Map<string, string[]>, moment: string, id: string): void {
  byMoment.set(moment, [...(byMoment.get(moment) ?? []), id]);
}

async function readable(store: RecordStore, id: string): Promise<Trajectory | 'unreadable' | undefined> {
  try {
    return await store.trajectory(id);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return 'unreadable';
  }
}
