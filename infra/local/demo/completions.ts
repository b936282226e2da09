import { type Day, dayOf } from '../../../functions/domain/calendar/days.ts';
import { addWorkingDays } from '../../../functions/domain/calendar/workingDays.ts';
import type { MilestoneRow } from '../../../functions/domain/trajectory.ts';

/**
 * When the work of the visietraject is done: the plan gives all of it one period of six quarters, at whose end it would
 * otherwise be done, with a year of silence before. The days lie in the order in which the work waits for each other.
 */
const MEANT: readonly { readonly milestone: string; readonly on: Day }[] = [
  { milestone: 'start-phase-2', on: '2026-06-01' },
  { milestone: 'councils-joint-input', on: '2026-09-24' },
  { milestone: 'partner-consultation', on: '2026-11-12' },
  { milestone: 'principles-per-council', on: '2026-11-26' },
  { milestone: 'client-consultation', on: '2027-01-21' },
  { milestone: 'draw-up-vision', on: '2027-05-20' },
];

/** Work that could not begin in time, because answers came late, takes this long. */
const WORKING_DAYS = 10;

/** The same as things stand on this day: nothing is done before it has begun. */
export function completionsFrom(
  today: Day,
  milestones: readonly Pick<MilestoneRow, 'id' | 'openedAt'>[],
): { milestone: string; on: Day }[] {
  return MEANT.map(({ milestone, on }) => {
    const openedAt = milestones.find(({ id }) => id === milestone)?.openedAt;
    const begun = openedAt === undefined ? today : dayOf(openedAt);
    return { milestone, on: on > begun ? on : addWorkingDays(begun, WORKING_DAYS) };
  });
}
