import { addDays, type Day, earlierDay } from '../calendar/days.ts';
import type { PollWindow } from './councilSystem.ts';

/**
 * Councils meet monthly and publish their lists of decisions days or weeks later: what was published late is found
 * because every look begins so many days before where the last one ended.
 */
export const OVERLAP_DAYS = 35;
/** A longer silence (a paused source) is made up for in steps, so that no look is longer than two months. */
export const STEP_DAYS = 27;

/**
 * The days to look at. `readUntil` in the future (a clock that was wrong) counts as today. Without one, as far back as
 * the overlap: what was decided before there was a source is entered by hand.
 */
export function pollWindow(readUntil: Day | undefined, today: Day): PollWindow {
  const last = readUntil === undefined ? today : earlierDay(readUntil, today);
  return { from: addDays(last, -OVERLAP_DAYS), until: earlierDay(addDays(last, STEP_DAYS), today) };
}
