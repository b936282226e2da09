import { addDays, compareDays, type Day, weekdayOf } from './days.ts';

export interface Holiday {
  readonly day: Day;
  /** Dutch name, for pages and messages. */
  readonly name: string;
}

/**
 * The recognised holidays of a year in the order of the calendar: Algemene termijnenwet art. 3 lid 1, with Good
 * Friday, which lid 2 equates with them. Easter Sunday and Whit Sunday are Sundays and therefore not named there.
 * Days that a royal decree equates for one year (lid 3) are not in it. Two holidays may fall on one day
 * (Ascension Day on 5 May). Holds for years from 2014, the first King's Birthday.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSundayOf(year);
  const holidays = [
    { day: dayIn(year, 1, 1), name: 'Nieuwjaarsdag' },
    { day: addDays(easter, -2), name: 'Goede Vrijdag' },
    { day: addDays(easter, 1), name: 'Tweede paasdag' },
    { day: kingsBirthdayOf(year), name: 'Koningsdag' },
    { day: dayIn(year, 5, 5), name: 'Bevrijdingsdag' },
    { day: addDays(easter, 39), name: 'Hemelvaartsdag' },
    { day: addDays(easter, 50), name: 'Tweede pinksterdag' },
    { day: dayIn(year, 12, 25), name: 'Eerste kerstdag' },
    { day: dayIn(year, 12, 26), name: 'Tweede kerstdag' },
  ].sort((a, b) => compareDays(a.day, b.day));
  holidaysByYear.set(year, holidays);
  return holidays;
}

/** Counting working days asks for the same years over and over; the answer follows from the year alone. */
const holidaysByYear = new Map<number, readonly Holiday[]>();

/** Is it a recognised holiday, or equated with one? Weekends are not holidays. */
export function isHoliday(day: Day): boolean {
  return holidaysOf(Number(day.slice(0, 4))).some((holiday) => holiday.day === day);
}

/** 27 April, or the 26th when the 27th is a Sunday. */
function kingsBirthdayOf(year: number): Day {
  const day = dayIn(year, 4, 27);
  return weekdayOf(day) === 7 ? addDays(day, -1) : day;
}

/**
 * Easter Sunday in the Gregorian calendar, any year: the anonymous algorithm of 1876 as J. Meeus gives it in
 * "Astronomical Algorithms" (1991), chapter 8; the letters are his.
 */
function easterSundayOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayIn(year, Math.floor(n / 31), (n % 31) + 1);
}

function dayIn(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
