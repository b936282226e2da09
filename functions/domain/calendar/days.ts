// The functions of the polyfill, not its classes: a bundle then holds only what is used.
import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as Moment from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { Refusal } from '../refusal.ts';

/**
 * A day in Europe/Amsterdam, written `YYYY-MM-DD`. Days of the years 1900 to 2199 sort as text in the order of
 * the calendar, which keys in the table rely on; `readDay` and `momentOf` refuse other years.
 */
export type Day = string;

/**
 * A moment in UTC, written `YYYY-MM-DDTHH:MM:SS.mmmZ`: always with milliseconds, as `Date.prototype.toISOString`
 * and JSONata's `$now()` write it, so that moments too sort as text.
 */
export type Instant = string;

/** Where the participants decide: a day begins and ends at midnight there, not in UTC. */
const ZONE = 'Europe/Amsterdam';

const DAY = /^(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$/;
const LOCAL_TIME = /^(.{10})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)$/;
const ZONED_TIME =
  /^(.{10})[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)$/;

/** Reads a day as a person writes it, `2026-05-11`. Refuses `INVALID_DATE` on a day that does not exist. */
export function readDay(text: string): Day {
  return orRefuse(text, () =>
    DAY.test(text) ? PlainDate.toString(PlainDate.fromString(text, Calendar.getISO)) : undefined,
  );
}

/**
 * Reads a command's TIME. An instant with `Z` or an offset is that instant; a date and time without a zone is
 * that time in Europe/Amsterdam (an hour that occurs twice: the first; an hour that is skipped: an hour later);
 * a bare date is the start of that day in Europe/Amsterdam. Refuses `INVALID_DATE` on anything else.
 */
export function momentOf(text: string): Instant {
  return orRefuse(text, () => {
    if (DAY.test(text))
      return instantOf(
        ZonedDateTime.toInstant(PlainDate.toZonedDateTime(PlainDate.fromString(text, Calendar.getISO), ZONE)),
      );
    const zoned = ZONED_TIME.exec(text);
    // A time near midnight may fall in another year in UTC; 2199 stays within four digits either way.
    if (zoned && DAY.test(zoned[1]!)) return instantOf(Moment.fromString(text));
    const local = LOCAL_TIME.exec(text);
    return local && DAY.test(local[1]!) ? atTime(local[1]!, local[2]!) : undefined;
  });
}

/** The day in Europe/Amsterdam on which a moment falls. Refuses `INVALID_DATE` if `at` is no instant. */
export function dayOf(at: Instant): Day {
  return orRefuse(at, () =>
    PlainDate.toString(ZonedDateTime.toPlainDate(Moment.toZonedDateTimeISO(Moment.fromString(at), ZONE))),
  );
}

/** The time of day in Europe/Amsterdam, `07:30`, at a moment. */
export function timeOfDay(at: Instant): string {
  return orRefuse(at, () =>
    PlainDateTime.toString(
      ZonedDateTime.toPlainDateTime(Moment.toZonedDateTimeISO(Moment.fromString(at), ZONE)),
    ).slice(11, 16),
  );
}

/**
 * That time of day (`07:30`) in Europe/Amsterdam. On the night that skips an hour a skipped time is taken an
 * hour later, on the night that repeats one a repeated time is taken the first time it occurs.
 */
export function atTime(day: Day, timeOfDay: string): Instant {
  const local = PlainDateTime.fromString(`${day}T${timeOfDay}`, Calendar.getISO);
  return instantOf(
    ZonedDateTime.toInstant(PlainDateTime.toZonedDateTime(local, ZONE, { disambiguation: 'compatible' })),
  );
}

const MS_A_DAY = 86_400_000;
/** The first of January 1970, day 0 of `Date`, was a Thursday. */
const WEEKDAY_OF_DAY_0 = 4;

/**
 * Calendar days later, or earlier when `days` is negative; `days` is a whole number. Counted in UTC, where every day
 * has 24 hours: a planning counts thousands of days, and Temporal takes fifty times as long for each.
 */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MS_A_DAY).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `until`; negative when it is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return PlainDate.diffDays(
    PlainDate.fromString(from, Calendar.getISO),
    PlainDate.fromString(until, Calendar.getISO),
  );
}

/** Day of the week: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  const daysSince = Date.parse(day) / MS_A_DAY + WEEKDAY_OF_DAY_0 - 1;
  return (((daysSince % 7) + 7) % 7) + 1;
}

/** The later of two days; of the same day that day. */
export function laterDay(a: Day, b: Day): Day {
  return b > a ? b : a;
}

/** The earlier of two days. */
export function earlierDay(a: Day, b: Day): Day {
  return b < a ? b : a;
}

/** For sorting: negative when `a` comes before `b`, 0 when they are the same day. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function instantOf(instant: Moment.Record): Instant {
  return Moment.toString(instant, { smallestUnit: 'millisecond' });
}

/** Temporal says with a `RangeError` that a day or time does not exist; here that is a refusal. */
function orRefuse(text: string, read: () => string | undefined): string {
  let value: string | undefined;
  try {
    value = read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  if (value === undefined) {
    throw new Refusal(
      'INVALID_DATE',
      `${JSON.stringify(text)} is geen bestaande datum of tijd; schrijf een dag als 2026-05-11 of een tijdstip als 2026-05-11T09:00.`,
    );
  }
  return value;
}
