import ICAL from 'ical.js';
import { addDays, atTime, type Day, dayOf } from '../../calendar/days.ts';
import type { IcsEvent } from './event.ts';
import { recurringDays } from './recurringDays.ts';

/** When an event takes place, in days of Europe/Amsterdam. */
export interface Occurrence {
  readonly first: Day;
  readonly last: Day;
  /** The moment it begins; absent when it lasts all day. */
  readonly moment?: string | undefined;
}

/** A series without an end is followed for three years, one that began before this year from its first day on. */
const YEARS_AHEAD = 3;
const MOST_OCCURRENCES = 500;

/** Zones that keep our time: a file may name one without describing it. */
const OUR_TIME = [
  'Europe/Amsterdam',
  'Europe/Berlin',
  'Europe/Brussels',
  'Europe/Paris',
  'W. Europe Standard Time',
  'Romance Standard Time',
];

/** Why an event cannot be placed on days, in Dutch without a full stop. */
interface Unplaceable {
  readonly problem: string;
  readonly remedy: string;
}

/**
 * The days of an event, of a series each time it recurs. `replaced` are the moments of the series for which the file
 * has an event of its own. `today` only says from which year a series is followed, so that a file read twice in a
 * year gives the same.
 */
export function occurrencesOf(
  event: IcsEvent,
  replaced: readonly ICAL.Time[],
  today: Day,
): { occurrences: readonly Occurrence[] } | Unplaceable {
  const { start, rule, also, zone } = event;
  if (floats(start) && zone && !OUR_TIME.includes(zone)) {
    return {
      problem: `staat in tijdzone ${zone}, die het bestand niet beschrijft`,
      remedy: 'sla de agenda op met haar tijdzones (VTIMEZONE), of in Europe/Amsterdam',
    };
  }
  if (!rule && also.length === 0) return { occurrences: [occurrence(event, start)] };
  const january = `${today.slice(0, 4)}-01-01`;
  const begins = writtenDayOf(start);
  const base = begins > january ? begins : january;
  const end = `${Number(base.slice(0, 4)) + YEARS_AHEAD}${base.slice(4)}`;
  const except = [...event.except, ...replaced];
  const series = rule
    ? recurringDays(begins, rule, addDays(end, -1)).map((day) => onDay(start, day))
    : [start];
  const times = [...series.slice(0, rule?.count ?? series.length), ...also]
    .filter((time) => !rule?.until || notAfter(time, rule.until))
    .filter((time) => !except.some((other) => same(time, other)));
  const occurrences = times
    .map((time) => occurrence(event, time))
    .filter(({ last }) => begins > january || last >= january);
  if (occurrences.length > MOST_OCCURRENCES) {
    return {
      problem: `herhaalt zich meer dan ${MOST_OCCURRENCES} keer in ${YEARS_AHEAD} jaar`,
      remedy: 'geef de herhaling een einde, of herhaal minder vaak',
    };
  }
  return { occurrences };
}

function occurrence(event: IcsEvent, time: ICAL.Time): Occurrence {
  const first = dayIn(time);
  const length = event.end.subtractDate(event.start).toSeconds();
  if (time.isDate) {
    const days = Math.max(1, Math.round(length / 86_400));
    return { first, last: addDays(first, days - 1) };
  }
  const ends = time.clone();
  // An event until midnight does not reach into the next day.
  ends.adjust(0, 0, 0, Math.max(0, length - 1));
  return { first, last: dayIn(ends), moment: momentIn(time) };
}

function writtenDayOf({ year, month, day }: ICAL.Time): Day {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** A time without a zone of its own, or in one that the file names and does not describe: it is meant where the body meets. */
function floats(time: ICAL.Time): boolean {
  return !time.isDate && time.zone === ICAL.Timezone.localTimezone;
}

function dayIn(time: ICAL.Time): Day {
  return time.isDate || floats(time) ? writtenDayOf(time) : dayOf(momentIn(time));
}

function momentIn(time: ICAL.Time): string {
  if (!floats(time)) return new Date(time.toUnixTime() * 1000).toISOString();
  const timeOfDay = [time.hour, time.minute, time.second].map(twoDigits).join(':');
  return atTime(writtenDayOf(time), timeOfDay);
}

function onDay(start: ICAL.Time, day: Day): ICAL.Time {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const time = start.clone();
  time.year = year;
  time.month = month;
  time.day = date;
  return time;
}

/** The end of a series is written in UTC where its begin is written in a zone (RFC 5545, 3.3.10). */
function notAfter(time: ICAL.Time, until: ICAL.Time): boolean {
  return until.isDate || time.isDate
    ? writtenDayOf(time) <= writtenDayOf(until)
    : momentIn(time) <= momentIn(until);
}

function same(time: ICAL.Time, other: ICAL.Time): boolean {
  return other.isDate || time.isDate
    ? writtenDayOf(time) === writtenDayOf(other)
    : momentIn(time) === momentIn(other);
}
