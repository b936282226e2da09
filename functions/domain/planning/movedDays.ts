import { addDays, type Day, weekdayOf } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import { holidaysOf } from '../calendar/holidays.ts';
import { isWorkingDay } from '../calendar/workingDays.ts';
import type { BodyCalendar } from '../meetings/calendar.ts';
import { recessOn } from '../meetings/usableDays.ts';
import type { MovedDay } from './planning.ts';

/** The last working day up to and including `day`: counted backwards a term does not run on (domain.md, "Time"). */
export function lastWorkingDayBy(day: Day): Day {
  let reached = day;
  while (!isWorkingDay(reached)) reached = addDays(reached, -1);
  return reached;
}

/** Why a body cannot decide on `from` and is expected on `to` instead; nothing when it is the same day. */
export function movedForBody(
  calendar: BodyCalendar | undefined,
  bodyName: string,
  from: Day,
  to: Day,
): MovedDay[] {
  if (from === to) return [];
  return [{ from, to, reason: whyNot(calendar, bodyName, from) }];
}

export function movedOffNonWorkingDay(from: Day, to: Day): MovedDay[] {
  return from === to
    ? []
    : [{ from, to, reason: `${dutchDay(from)} is ${nonWorkingDay(from) ?? 'geen werkdag'}` }];
}

function whyNot(calendar: BodyCalendar | undefined, bodyName: string, day: Day): string {
  const recess = recessOn(calendar, day);
  if (recess) return `${dutchDay(day)} valt in ${recess.name} van ${bodyName}`;
  const why = nonWorkingDay(day);
  if (why) return `${dutchDay(day)} is ${why}`;
  if (calendar?.meetings.some((meeting) => meeting.day === day))
    return `de stukken voor de vergadering van ${bodyName} op ${dutchDay(day)} kunnen niet meer op tijd zijn`;
  return `op ${dutchDay(day)} vergadert ${bodyName} niet`;
}

function nonWorkingDay(day: Day): string | undefined {
  const holiday = holidaysOf(Number(day.slice(0, 4))).find((each) => each.day === day);
  if (holiday) return holiday.name;
  const weekday = weekdayOf(day);
  return weekday === 6 ? 'een zaterdag' : weekday === 7 ? 'een zondag' : undefined;
}
