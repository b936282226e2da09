import { addDays, type Day, earlierDay } from '../../calendar/days.ts';

/**
 * A decision is registered, and may be missed, days after it was taken: each look begins so long before the last one.
 * Fewer days than what became of a message is remembered (`KEPT_DAYS`), so that what led to nothing is not worked out
 * again every hour.
 */
export const LOOKED_BACK_DAYS = 28;

/** From which day on decisions count. Without a look before, or with a clock that was wrong, as seen from today. */
export function reconciledFrom(readUntil: Day | undefined, today: Day): Day {
  return addDays(readUntil === undefined ? today : earlierDay(readUntil, today), -LOOKED_BACK_DAYS);
}
