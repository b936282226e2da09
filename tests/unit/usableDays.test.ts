import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../functions/domain/calendar/days.ts';
import { isWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import {
  firstUsableDay,
  knownUntil,
  lastUsableDay,
  meetingsOutsideRecess,
  recessOn,
} from '../../functions/domain/meetings/usableDays.ts';
import { anyCalendar, calendarOf } from './meetingArbitraries.ts';

const anyDay = fc.integer({ min: -60, max: 1200 }).map((days) => addDays('2026-01-01', days));
const withCalendar = fc.option(anyCalendar('rac'), { nil: undefined });

/** The same rule said day by day: a meeting counts outside recess; after the last known one every working day does. */
function canDecideOn(calendar: BodyCalendar | undefined, day: string): boolean {
  if (recessOn(calendar, day)) return false;
  const horizon = knownUntil(calendar);
  if (!horizon || day > horizon) return isWorkingDay(day);
  return calendar?.meetings.some((meeting) => meeting.day === day) ?? false;
}
const daysFrom = (from: string, count: number) => Array.from({ length: count }, (_, n) => addDays(from, n));

describe('a body decides', () => {
  const council = calendarOf(
    'GM0072/council',
    ['2026-06-16', '2026-07-14', '2026-09-22'],
    [['2026-07-04', '2026-08-16']],
  );

  test('at a meeting that is listed, not one that falls in a recess', () => {
    expect(firstUsableDay(council, '2026-06-17')).toEqual({ day: '2026-09-22', assumed: false });
    expect(lastUsableDay(council, '2026-06-01', '2026-08-31')).toEqual({ day: '2026-06-16', assumed: false });
    expect(lastUsableDay(council, '2026-06-17', '2026-08-31')).toBeUndefined();
  });

  test('on both ends of a recess not, and on the days beside it', () => {
    const college = calendarOf(
      'GM0072/college',
      ['2026-07-03', '2026-07-04', '2026-08-16', '2026-08-17'],
      [['2026-07-04', '2026-08-16']],
    );
    expect(meetingsOutsideRecess(college).map(({ day }) => day)).toEqual(['2026-07-03', '2026-08-17']);
  });

  test('after its last known meeting on a working day, which is then assumed', () => {
    expect(firstUsableDay(council, '2026-09-23')).toEqual({ day: '2026-09-23', assumed: true });
    expect(firstUsableDay(council, '2026-09-26')).toEqual({ day: '2026-09-28', assumed: true });
    expect(lastUsableDay(council, '2026-09-01', '2026-12-26')).toEqual({ day: '2026-12-24', assumed: true });
  });

  test('of which nothing is known on any working day', () => {
    expect(firstUsableDay(undefined, '2026-05-25')).toEqual({ day: '2026-05-26', assumed: true });
    expect(lastUsableDay(undefined, '2026-05-01', '2026-05-25')).toEqual({
      day: '2026-05-22',
      assumed: true,
    });
  });

  test('that is in recess for many years, after it, however long that is', () => {
    const closed = calendarOf('rac', [], [['2026-01-01', '2099-12-31']]);
    expect(firstUsableDay(closed, '2026-05-11')).toEqual({ day: '2100-01-04', assumed: true });
    expect(lastUsableDay(closed, '2026-05-11', '2027-05-11')).toBeUndefined();
  });
});

describe('whatever its calendar', () => {
  test('the first usable day is the first on which it can decide', () => {
    fc.assert(
      fc.property(withCalendar, anyDay, (calendar, from) => {
        const usable = firstUsableDay(calendar, from);
        const span = 1300;
        expect(usable?.day).toBe(daysFrom(from, span).find((day) => canDecideOn(calendar, day)));
        expect(usable?.assumed).toBe(!calendar?.meetings.some(({ day }) => day === usable?.day));
      }),
    );
  });

  test('the last usable day of a period is the last on which it can decide, if there is one', () => {
    fc.assert(
      fc.property(withCalendar, anyDay, fc.integer({ min: 0, max: 400 }), (calendar, from, length) => {
        const days = daysFrom(from, length + 1);
        const until = days.at(-1)!;
        // A calendar that ends shortly before `until` is known up to it: its last meeting counts, not what is assumed.
        const horizon = knownUntil(calendar);
        const meeting = meetingsOutsideRecess(calendar).findLast(
          ({ day }) => day >= from && day <= until,
        )?.day;
        const covers = meeting !== undefined && horizon !== undefined && addDays(horizon, 45) >= until;
        const expected = covers ? meeting : days.findLast((day) => canDecideOn(calendar, day));
        expect(lastUsableDay(calendar, from, until)?.day).toBe(expected);
      }),
    );
  });

  test('papers are due when the calendar says so', () => {
    fc.assert(
      fc.property(anyCalendar('rac'), anyDay, (calendar, from) => {
        const usable = firstUsableDay(calendar, from);
        const meeting = calendar.meetings.find(({ day }) => day === usable?.day);
        expect(usable?.papersBy).toBe(meeting?.papersBy);
      }),
    );
  });
});
