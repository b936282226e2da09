import { atTime, dayOf } from '../domain/calendar/days.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { WATCH_HOUR } from './watchDays.ts';

/**
 * The moment by which a run judges what is near or late. One that comes late finds a later day watched: it goes by that
 * one, for what was near or late then was told then.
 */
export function judgedBy({ watchedUntil }: Pick<Trajectory, 'watchedUntil'>, at: string) {
  const late = watchedUntil !== undefined && dayOf(at) < watchedUntil;
  return { judgedAt: late ? atTime(watchedUntil, WATCH_HOUR) : at, late };
}
