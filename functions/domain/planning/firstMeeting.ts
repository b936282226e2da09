import { addDays, type Day, laterDay } from '../calendar/days.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { BodyCalendar } from '../meetings/calendar.ts';
import { firstUsableDay, type UsableDay } from '../meetings/usableDays.ts';

/** The first meeting from `today` on whose papers can be handed in on the day the body is asked, or later. */
export function firstMeeting(
  calendar: BodyCalendar | undefined,
  asked: Day,
  lead: number,
  today: Day,
): UsableDay | undefined {
  let from = laterDay(today, asked);
  for (let usable = firstUsableDay(calendar, from); usable; usable = firstUsableDay(calendar, from)) {
    const papersBy = usable.papersBy ?? addWorkingDays(usable.day, -lead);
    if (papersBy >= asked) return usable;
    from = addDays(usable.day, 1);
  }
  return undefined;
}
