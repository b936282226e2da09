import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  atTime,
  compareDays,
  dayOf,
  daysBetween,
  momentOf,
  readDay,
  weekdayOf,
} from '../../functions/domain/calendar/days.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { anyDay } from './calendarArbitraries.ts';

const refusedWith = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
  return 'not refused';
};

describe('a day', () => {
  test('is read as it is written', () => {
    expect(readDay('2028-02-29')).toBe('2028-02-29');
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-04-01',
    '0206-05-11',
    '2026-5-1',
    '',
    ' 2026-05-11',
    '2026-05-11T10:00',
    'morgen',
  ])('that does not exist is refused: %j', (text) => {
    expect(refusedWith(() => readDay(text))).toBe('INVALID_DATE');
  });

  test('refusal is a Dutch sentence that shows how to write it', () => {
    expect(() => readDay('2026-02-29')).toThrow(/"2026-02-29" is geen bestaande datum.*2026-05-11/);
  });

  test('begins and ends at midnight in Amsterdam, not in UTC', () => {
    expect(dayOf('2026-01-15T22:59:59.999Z')).toBe('2026-01-15');
    expect(dayOf('2026-01-15T23:00:00.000Z')).toBe('2026-01-16');
    expect(dayOf('2026-07-15T21:59:59.999Z')).toBe('2026-07-15');
    expect(dayOf('2026-07-15T22:00:00.000Z')).toBe('2026-07-16');
    expect(dayOf('2026-07-16T00:30:00+02:00')).toBe('2026-07-16');
  });

  test('of something that is no instant is refused', () => {
    expect(refusedWith(() => dayOf('gisteren'))).toBe('INVALID_DATE');
    expect(refusedWith(() => dayOf('2026-07-15T12:00'))).toBe('INVALID_DATE');
  });

  test('moves over months, leap days and the nights the clock changes', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(weekdayOf('2025-12-16')).toBe(2);
  });

  // They count in UTC, for speed; Temporal is what they must agree with.
  test('is counted and named as Temporal does, over every night the clock changes', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const text = date.toISOString().slice(0, 10);
        const temporal = Temporal.PlainDate.from(text);
        expect(addDays(text, days)).toBe(temporal.add({ days }).toString());
        expect(weekdayOf(text)).toBe(temporal.dayOfWeek);
      }),
    );
  });

  test.each(['2026-03-29', '2026-10-25'])('%s, of 23 or 25 hours, is one day', (night) => {
    const [before, after] = [addDays(night, -1), addDays(night, 1)];
    expect(addDays(before, 1)).toBe(night);
    expect(addDays(before, 2)).toBe(after);
    expect([before, night, after].map(weekdayOf)).toEqual([6, 7, 1]);
    for (const time of ['00:00', '01:30', '02:30', '03:30', '23:59']) {
      expect(dayOf(atTime(night, time))).toBe(night);
    }
    expect(dayOf(new Date(Date.parse(momentOf(night)) - 1).toISOString())).toBe(before);
    expect(dayOf(new Date(Date.parse(momentOf(after)) - 1).toISOString())).toBe(night);
  });

  test('sorts as text in the order of the calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 4000 }), (day, days) => {
        expect(compareDays(day, addDays(day, days))).toBe(-1);
        expect(compareDays(addDays(day, days), day)).toBe(1);
        expect(compareDays(day, day)).toBe(0);
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});

describe('a moment', () => {
  test.each([
    ['2026-05-11', '2026-05-10T22:00:00.000Z'],
    ['2026-01-11', '2026-01-10T23:00:00.000Z'],
    ['2026-05-11T09:00', '2026-05-11T07:00:00.000Z'],
    ['2026-05-11 09:00:30', '2026-05-11T07:00:30.000Z'],
    ['2026-05-11T09:00Z', '2026-05-11T09:00:00.000Z'],
    ['2026-05-11T09:00:00.123456Z', '2026-05-11T09:00:00.123Z'],
    ['2026-05-11T09:00:00-05:00', '2026-05-11T14:00:00.000Z'],
    ['2026-01-01T00:30+02:00', '2025-12-31T22:30:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(momentOf(text)).toBe(instant);
  });

  test.each([
    '',
    'nu',
    '2026-02-30',
    '2026-02-30T10:00',
    '2026-02-30T10:00Z',
    '2026-05-11T25:00',
    '2026-05-11T9:00',
    '2026-05-11T09:00[Europe/Berlin]',
    '9999-12-31T23:59-12:00',
    'P1D',
    '1778000000',
  ])('that cannot be read is refused: %j', (text) => {
    expect(refusedWith(() => momentOf(text))).toBe('INVALID_DATE');
  });

  test('the night the clock goes forward, 29 March 2026, lasts 23 hours', () => {
    expect(momentOf('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(momentOf('2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
    expect(atTime('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(atTime('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z'); // does not exist: 03:30
    expect(atTime('2026-03-29', '07:30')).toBe('2026-03-29T05:30:00.000Z');
  });

  test('the night the clock goes back, 25 October 2026, lasts 25 hours', () => {
    expect(momentOf('2026-10-25')).toBe('2026-10-24T22:00:00.000Z');
    expect(momentOf('2026-10-26')).toBe('2026-10-25T23:00:00.000Z');
    expect(atTime('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z'); // the first of the two
    expect(atTime('2026-10-25', '07:30')).toBe('2026-10-25T06:30:00.000Z');
    expect(dayOf('2026-10-25T22:59:59.999Z')).toBe('2026-10-25');
  });

  test('at a time of a day falls on that day, and later times later', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const time = (m: number) =>
      `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(anyDay, minute, minute, (day, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((m) =>
          atTime(day, time(m)),
        ) as [string, string];
        expect(dayOf(early)).toBe(day);
        expect(dayOf(late)).toBe(day);
        // In the hour that is skipped, 02:30 is taken as 03:30, which is after 03:00.
        const skipped = [early, late].some(
          (at) => dayOf(at).slice(5, 7) === '03' && at.slice(11, 13) === '01',
        );
        expect(early <= late || skipped).toBe(true);
        expect(momentOf(day) <= early).toBe(true);
        expect(momentOf(early)).toBe(early);
      }),
    );
  });
});
