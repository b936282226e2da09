import { addDays, type Day } from '../calendar/days.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '../calendar/workingDays.ts';
import type { BodyCalendar, Recess } from './calendar.ts';

/** A day on which a body can decide. `assumed`: no calendar says so, it is a working day outside recess. */
export interface UsableDay {
  readonly day: Day;
  readonly assumed: boolean;
  /** The submission date the calendar itself gives for this meeting. */
  readonly papersBy?: Day | undefined;
}

/** Further than any plan reaches: a calendar with a recess without end is a mistake, and this ends the search. */
const MOST_DAYS_AHEAD = 3660;

/** The recess a day falls in, if any. */
export function recessOn(calendar: BodyCalendar | undefined, day: Day): Recess | undefined {
  return calendar?.recesses.find(({ from, until }) => from <= day && day <= until);
}

/** The last day of which the calendar says whether the body meets; after it working days are assumed. */
export function knownUntil(calendar: BodyCalendar | undefined): Day | undefined {
  return calendar?.meetings.reduce<Day | undefined>(
    (last, { day }) => (!last || day > last ? day : last),
    undefined,
  );
}

/** The first day, `from` included, on which the body can decide. */
export function firstUsableDay(calendar: BodyCalendar | undefined, from: Day): UsableDay | undefined {
  const known = meetingsOutsideRecess(calendar).find(({ day }) => day >= from);
  if (known) return { ...known, assumed: false };
  const horizon = knownUntil(calendar);
  let day = nextWorkingDay(horizon && horizon >= from ? addDays(horizon, 1) : from);
  for (let tried = 0; tried < MOST_DAYS_AHEAD; tried++, day = addWorkingDays(day, 1)) {
    const recess = recessOn(calendar, day);
    if (!recess) return { day, assumed: true };
    day = recess.until;
  }
  return undefined;
}

/** Monthly meetings and a holiday apart: a calendar that ends so shortly before a day is known up to it. */
const COVERS_DAYS = 45;

/** The last day of `from` up to and including `until` on which the body can decide; none when there is no such day. */
export function lastUsableDay(
  calendar: BodyCalendar | undefined,
  from: Day,
  until: Day,
): UsableDay | undefined {
  const horizon = knownUntil(calendar);
  const known = meetingsOutsideRecess(calendar).findLast(({ day }) => day >= from && day <= until);
  if (known && horizon && addDays(horizon, COVERS_DAYS) >= until) return { ...known, assumed: false };
  for (let day = until; day >= from && (!horizon || day > horizon); day = addDays(day, -1)) {
    const recess = recessOn(calendar, day);
    if (recess) day = recess.from;
    else if (isWorkingDay(day)) return { day, assumed: true };
  }
  return known && { ...known, assumed: false };
}

/** Its meetings, in order, without those that fall in a recess. */
export function meetingsOutsideRecess(calendar: BodyCalendar | undefined) {
  return (calendar?.meetings ?? [])
    .filter(({ day }) => !recessOn(calendar, day))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
