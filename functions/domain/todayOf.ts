import { type Day, dayOf } from './calendar/days.ts';
import { leavingDay } from './round/silenceTerm.ts';
import type { Trajectory } from './trajectory.ts';

/** A simulated trajectory has a clock of its own: it is seen from the day it has come to. */
export function todayOf({ clock, watchedUntil, startedAt }: Trajectory, now: string): Day {
  return leavingDay(clock, now) ?? watchedUntil ?? dayOf(startedAt);
}
