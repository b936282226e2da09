import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../functions/domain/calendar/days.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../../functions/domain/calendar/workingDays.ts';
import { anyDay } from './calendarArbitraries.ts';

const count = fc.integer({ min: -80, max: 80 });

describe('working days', () => {
  test('are no Saturday, Sunday or recognised holiday', () => {
    expect(
      ['2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06', '2026-04-07'].filter(
        isWorkingDay,
      ),
    ).toEqual(['2026-04-02', '2026-04-07']);
  });

  test('are counted without the day itself, forwards and backwards, over Christmas', () => {
    expect(addWorkingDays('2025-12-24', 1)).toBe('2025-12-29');
    expect(addWorkingDays('2025-12-16', 10)).toBe('2026-01-02');
    expect(addWorkingDays('2025-12-29', -1)).toBe('2025-12-24');
    expect(addWorkingDays('2025-12-27', -1)).toBe('2025-12-24');
    expect(addWorkingDays('2025-12-27', 1)).toBe('2025-12-29');
  });

  test('none of them is the same day, also a day off', () => {
    expect(addWorkingDays('2025-12-25', 0)).toBe('2025-12-25');
    expect(nextWorkingDay('2025-12-25')).toBe('2025-12-29');
    expect(nextWorkingDay('2025-12-29')).toBe('2025-12-29');
  });

  test('only a whole number of them can be counted', () => {
    expect(() => addWorkingDays('2026-01-05', Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-01-05', 1.5)).toThrow(RangeError);
  });

  test('there and back is where a working day began', () => {
    fc.assert(
      fc.property(anyDay, count, (day, n) => {
        const start = nextWorkingDay(day);
        expect(addWorkingDays(addWorkingDays(start, n), -n)).toBe(start);
      }),
    );
  });

  test('counting never ends on a day off, and moves the way it counts', () => {
    fc.assert(
      fc.property(
        anyDay,
        count.filter((n) => n !== 0),
        (day, n) => {
          const reached = addWorkingDays(day, n);
          expect(isWorkingDay(reached)).toBe(true);
          expect(n > 0 ? reached > day : reached < day).toBe(true);
        },
      ),
    );
  });

  test('counting twice is counting the sum', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(60), (day, n, m) => {
        const start = nextWorkingDay(day);
        expect(addWorkingDays(addWorkingDays(start, n), m)).toBe(addWorkingDays(start, n + m));
      }),
    );
  });

  test('the n-th is preceded by exactly n - 1 others', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, n) => {
        const reached = addWorkingDays(day, n);
        let found = 0;
        for (let at = addDays(day, 1); at <= reached; at = addDays(at, 1)) if (isWorkingDay(at)) found += 1;
        expect(found).toBe(n);
      }),
    );
  });

  test('the next one is at most five days off', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = nextWorkingDay(day);
        expect(isWorkingDay(next)).toBe(true);
        expect(next >= day && next <= addDays(day, 5)).toBe(true);
      }),
    );
  });
});

test('the working days between two days are counted one by one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 800 }), (from, length) => {
      const until = addDays(from, length);
      let count = 0;
      for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
      expect(workingDaysBetween(from, until)).toBe(count);
      expect(workingDaysBetween(until, from)).toBe(0 - count);
    }),
  );
});
