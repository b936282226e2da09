import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../functions/domain/calendar/days.ts';
import { recurringDays } from '../../functions/domain/meetings/ics/recurringDays.ts';
import { readRule } from '../../functions/domain/meetings/ics/rule.ts';

const END = '2029-12-31';

function daysOf(start: string, text: string): string[] {
  const rule = readRule(ICAL.Recur.fromString(text));
  if ('problem' in rule) throw new Error(rule.problem);
  return recurringDays(start, rule, END);
}

/** The same days as ical.js finds them. */
function theirs(start: string, text: string): string[] {
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start));
  const days: string[] = [];
  for (let next = iterator.next(); next && next.toString() <= END; next = iterator.next())
    days.push(next.toString());
  return days;
}

describe('the days of a series', () => {
  test.each([
    ['2026-01-13', 'FREQ=WEEKLY', ['2026-01-13', '2026-01-20', '2026-01-27']],
    ['2026-01-13', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', ['2026-01-13', '2026-01-15', '2026-01-27']],
    ['2026-01-13', 'FREQ=MONTHLY;BYDAY=2TU', ['2026-01-13', '2026-02-10', '2026-03-10']],
    ['2026-01-27', 'FREQ=MONTHLY;BYDAY=-1TU', ['2026-01-27', '2026-02-24', '2026-03-31']],
    ['2026-01-31', 'FREQ=MONTHLY', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['2026-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1', ['2026-01-31', '2026-02-28', '2026-03-31']],
    [
      '2026-01-05',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
      ['2026-02-02', '2026-03-02', '2026-04-01'],
    ],
    ['2026-01-05', 'FREQ=YEARLY;BYMONTH=9;BYDAY=3TU', ['2026-09-15', '2027-09-21', '2028-09-19']],
    ['2026-02-20', 'FREQ=YEARLY', ['2026-02-20', '2027-02-20', '2028-02-20']],
    // RFC 5545 p. 44: the week start decides which Sundays are two weeks apart.
    ['2026-08-04', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO', ['2026-08-04', '2026-08-09', '2026-08-18']],
    ['2026-08-04', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', ['2026-08-04', '2026-08-16', '2026-08-18']],
  ])('from %s, %s', (start, rule, first) => {
    expect(daysOf(start, rule).slice(0, 3)).toEqual(first);
  });

  // Here ical.js searches without end, or finds days that do not exist.
  test.each([
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  ])('of a rule that never holds are none: %s', (rule) => {
    expect(daysOf('2026-01-05', rule)).toEqual([]);
  });

  test.each(['FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=9', 'FREQ=YEARLY;BYWEEKNO=20'])(
    'of a rule that is not read are refused rather than guessed: %s',
    (rule) => {
      expect(readRule(ICAL.Recur.fromString(rule))).toMatchObject({ problem: expect.any(String) });
    },
  );

  test('are those that ical.js finds', () => {
    const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const interval = fc.integer({ min: 1, max: 4 });
    const weekdays = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
    const nth = fc.constantFrom(1, 2, 3, 4, -1);
    const rule = fc.oneof(
      interval.map((n) => `FREQ=DAILY;INTERVAL=${n}`),
      fc.tuple(interval, weekdays).map(([n, days]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${days.join(',')}`),
      fc
        .tuple(interval, nth, fc.constantFrom(...names))
        .map(([n, place, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=${place}${day}`),
      fc
        .tuple(interval, fc.integer({ min: 1, max: 28 }))
        .map(([n, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${day}`),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), nth, fc.constantFrom(...names))
        .map(([month, place, day]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${place}${day}`),
    );
    const start = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(start, rule, (day, text) => {
        // A series begins on a day of its own (RFC 5545, 3.8.5.3); what follows from another day is undefined.
        const begins = daysOf(day, text)[0];
        if (begins) expect(daysOf(begins, text)).toEqual(theirs(begins, text));
      }),
    );
  });

  test('every week are seven days apart', () => {
    const start = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(start, (day) => {
        for (const each of daysOf(day, 'FREQ=WEEKLY')) expect(weekdayOf(each)).toBe(weekdayOf(day));
      }),
    );
  });
});
