import type ICAL from 'ical.js';
import type { DayRule } from './recurringDays.ts';

export interface SeriesRule extends DayRule {
  readonly count?: number | undefined;
  readonly until?: ICAL.Time | undefined;
}

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const PARTS = ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const REMEDY = 'schrijf de dagen als losse agenda-items, of herhaal per dag, week, maand of jaar';

/** The rule of a series of meetings; parts that only make sense below a day are refused rather than passed over. */
export function readRule(recur: ICAL.Recur): SeriesRule | { problem: string; remedy: string } {
  const freq = FREQUENCIES.find((each) => each === recur.freq);
  const parts = recur.parts as Readonly<Record<string, readonly (string | number)[]>>;
  const unread = Object.keys(parts).filter((part) => !PARTS.includes(part));
  if (!freq || unread.length > 0) {
    return {
      problem: `herhaalt zich op een manier die niet gelezen wordt (${freq ? unread : recur.freq})`,
      remedy: REMEDY,
    };
  }
  const numbers = (part: string) => (parts[part] ?? []).map(Number);
  return {
    freq,
    interval: Math.max(1, recur.interval),
    weekStart: ((recur.wkst + 5) % 7) + 1,
    byMonth: numbers('BYMONTH'),
    byMonthDay: numbers('BYMONTHDAY'),
    byDay: (parts.BYDAY ?? []).flatMap((text) => {
      const [, nth, name = ''] = /^([+-]?[0-9]+)?([A-Z]{2})$/.exec(String(text)) ?? [];
      return [{ weekday: WEEKDAYS.indexOf(name) + 1, nth: nth === undefined ? undefined : Number(nth) }];
    }),
    bySetPos: numbers('BYSETPOS'),
    ...(recur.count && { count: recur.count }),
    ...(recur.until && { until: recur.until }),
  };
}
