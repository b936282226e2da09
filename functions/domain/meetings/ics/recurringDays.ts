import { addDays, type Day, weekdayOf } from '../../calendar/days.ts';

/** The part of a recurrence rule (RFC 5545, 3.3.10) that says on which days: the part meetings are planned with. */
export interface DayRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  /** 1 or more. */
  readonly interval: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
  readonly byMonth: readonly number[];
  /** Negative: counted from the end of the month. */
  readonly byMonthDay: readonly number[];
  /** `nth` of the month (of the year for a yearly rule without months), negative from its end; absent: every one. */
  readonly byDay: readonly { readonly weekday: number; readonly nth?: number | undefined }[];
  readonly bySetPos: readonly number[];
}

/**
 * The days of a rule from `start` up to and including `end`, in order. Looks at each day once: ical.js searches without
 * end for a rule that never holds (`FREQ=DAILY;INTERVAL=7;BYDAY=TU` from a Monday), and a file comes from outside.
 */
export function recurringDays(start: Day, rule: DayRule, end: Day): Day[] {
  const holds = conditionOf(start, rule);
  const first = periodOf(start, rule);
  const found: Day[] = [];
  let period = first;
  let inPeriod: Day[] = [];
  const close = () => {
    if ((period - first) % rule.interval === 0) found.push(...atPositions(inPeriod, rule.bySetPos));
    inPeriod = [];
  };
  // Positions count from the beginning of a period, also when the series begins half-way.
  for (let day = firstOfPeriod(start, rule); day <= end; day = addDays(day, 1)) {
    const itsPeriod = periodOf(day, rule);
    if (itsPeriod !== period) close();
    period = itsPeriod;
    if (holds(day)) inPeriod.push(day);
  }
  close();
  return found.filter((day) => day >= start);
}

function atPositions(days: readonly Day[], positions: readonly number[]): readonly Day[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length));
}

const MS_A_DAY = 86_400_000;
/** Day 0 of `Date` was a Thursday; the Monday before it is day -3. */
const MONDAY = -3;

function periodOf(day: Day, { freq, weekStart }: DayRule): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (freq === 'YEARLY') return year;
  if (freq === 'MONTHLY') return year * 12 + month;
  const days = Date.parse(day) / MS_A_DAY;
  return freq === 'WEEKLY' ? Math.floor((days - MONDAY - (weekStart - 1)) / 7) : days;
}

function firstOfPeriod(day: Day, { freq, weekStart }: DayRule): Day {
  if (freq === 'YEARLY') return `${day.slice(0, 4)}-01-01`;
  if (freq === 'MONTHLY') return `${day.slice(0, 7)}-01`;
  return freq === 'WEEKLY' ? addDays(day, -((weekdayOf(day) - weekStart + 7) % 7)) : day;
}

/** What a rule does not say follows from the day on which the series begins. */
function conditionOf(start: Day, rule: DayRule): (day: Day) => boolean {
  const { freq, byMonth, byDay, byMonthDay } = rule;
  const saysDay = byDay.length > 0 || byMonthDay.length > 0;
  const sameWeekday = freq === 'WEEKLY' && !saysDay;
  const sameDate = (freq === 'MONTHLY' || freq === 'YEARLY') && !saysDay;
  const sameMonth = freq === 'YEARLY' && !saysDay && byMonth.length === 0;
  const ofYear = freq === 'YEARLY' && byMonth.length === 0;
  return (day) => {
    const month = Number(day.slice(5, 7));
    const date = Number(day.slice(8));
    const weekday = weekdayOf(day);
    return (
      (byMonth.length === 0 || byMonth.includes(month)) &&
      (byMonthDay.length === 0 || byMonthDay.includes(date) || byMonthDay.includes(date - daysIn(day) - 1)) &&
      (byDay.length === 0 ||
        byDay.some((each) => each.weekday === weekday && isNth(day, each.nth, ofYear))) &&
      (!sameWeekday || weekday === weekdayOf(start)) &&
      (!sameDate || day.slice(8) === start.slice(8)) &&
      (!sameMonth || day.slice(5, 7) === start.slice(5, 7))
    );
  };
}

function isNth(day: Day, nth: number | undefined, ofYear: boolean): boolean {
  if (!nth) return true;
  const place = ofYear ? dayOfYear(day) : Number(day.slice(8));
  const length = ofYear ? dayOfYear(`${day.slice(0, 4)}-12-31`) : daysIn(day);
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth;
}

function dayOfYear(day: Day): number {
  return (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / MS_A_DAY + 1;
}

function daysIn(day: Day): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}
