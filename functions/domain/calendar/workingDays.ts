import { addDays, type Day, weekdayOf } from './days.ts';
import { isHoliday } from './holidays.ts';

/**
 * A day on which a term may end: no Saturday, no Sunday, no recognised holiday
 * (Algemene termijnenwet art. 1 and 3). Recesses of bodies are calendars, not holidays.
 */
export function isWorkingDay(day: Day): boolean {
  const known = workingDays.get(day);
  if (known !== undefined) return known;
  const is = weekdayOf(day) <= 5 && !isHoliday(day);
  workingDays.set(day, is);
  return is;
}

/** Counting asks for the same days over and over; the answer follows from the day alone. */
const workingDays = new Map<Day, boolean>();

/**
 * The n-th working day after `day`; before it when `n` is negative. `day` itself is not counted. With 0 it is
 * the same day, also when that is no working day: use `nextWorkingDay` to move on. `n` is a whole number;
 * anything else throws a `RangeError`, for it is a mistake in the program.
 */
export function addWorkingDays(day: Day, n: number): Day {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number of working days`);
  const step = Math.sign(n);
  let reached = day;
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** The same day when it is a working day, otherwise the first working day after it. */
export function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1);
}

/** Working days after `from` up to and including `until`; negative when `until` lies before `from`. */
export function workingDaysBetween(from: Day, until: Day): number {
  return countedBy(until) - countedBy(from);
}

/** Working days of its year up to and including a day, and of all years before it since `FIRST_YEAR`. */
function countedBy(day: Day): number {
  const year = Number(day.slice(0, 4));
  return countedBefore(year) + (countsOf(year).get(day) ?? 0);
}

/** No plan reaches back further; a year before it counts from there too, as less than nothing. */
const FIRST_YEAR = 2000;
const countsByYear = new Map<number, ReadonlyMap<Day, number>>();

/** A planning asks how far days are apart, hundreds of days each time: each year is counted once. */
function countsOf(year: number): ReadonlyMap<Day, number> {
  const known = countsByYear.get(year);
  if (known) return known;
  const counts = new Map<Day, number>();
  let count = 0;
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    if (isWorkingDay(day)) count++;
    counts.set(day, count);
  }
  countsByYear.set(year, counts);
  return counts;
}

function countedBefore(year: number): number {
  let total = 0;
  for (let before = FIRST_YEAR; before < year; before++)
    total += countsOf(before).get(`${before}-12-31`) ?? 0;
  return total;
}
