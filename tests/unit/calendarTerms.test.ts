import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../functions/domain/calendar/days.ts';
import { endOfTerm, startOfTermBefore, type Term } from '../../functions/domain/calendar/terms.ts';
import { isWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import { anyDay } from './calendarArbitraries.ts';

const days = (length: number): Term => ({ length, unit: 'days' });
const weeks = (length: number): Term => ({ length, unit: 'weeks' });
const months = (length: number): Term => ({ length, unit: 'months' });

const shortTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map(days),
  fc.integer({ min: 1, max: 12 }).map(weeks),
  fc.integer({ min: 1, max: 3 }).map(months),
);

describe('a term that is counted forward', () => {
  test.each([
    ['2026-05-11', weeks(2), '2026-05-26', '25 mei 2026 is Tweede pinksterdag'],
    ['2026-03-21', weeks(2), '2026-04-07', '4 april 2026 is een zaterdag'],
    ['2026-03-20', weeks(2), '2026-04-07', '3 april 2026 is Goede Vrijdag'],
    ['2026-12-11', weeks(2), '2026-12-28', '25 december 2026 is Eerste kerstdag'],
    ['2026-05-17', days(7), '2026-05-26', '24 mei 2026 is een zondag'],
  ])('from %s for %o ends on %s', (from, term, end, reason) => {
    const { day, moved } = endOfTerm(from, term);
    expect(day).toBe(end);
    expect(moved).toEqual([{ from: expect.any(String), to: end, reason }]);
  });

  test('that ends on a working day ends there, without a reason', () => {
    expect(endOfTerm('2026-05-11', weeks(1))).toEqual({ day: '2026-05-18', moved: [] });
    expect(endOfTerm('2026-05-12', days(1))).toEqual({ day: '2026-05-13', moved: [] });
  });

  test('of months ends on the same number, or on the last day of a month that is too short', () => {
    expect(endOfTerm('2027-10-31', months(1)).day).toBe('2027-11-30');
    expect(endOfTerm('2027-11-30', months(3)).day).toBe('2028-02-29');
    expect(endOfTerm('2026-11-15', months(1)).day).toBe('2026-12-15');
  });

  test('of three days or more has two working days in it (art. 2)', () => {
    // Maundy Thursday: Good Friday, the weekend and Easter Monday follow.
    expect(endOfTerm('2026-04-02', days(3))).toEqual({
      day: '2026-04-08',
      moved: [
        {
          from: '2026-04-05',
          to: '2026-04-08',
          reason: 'een termijn tot en met 5 april 2026 zou geen twee werkdagen tellen',
        },
      ],
    });
    // One of two days only runs on to the first working day.
    expect(endOfTerm('2026-04-02', days(2)).day).toBe('2026-04-07');
  });

  test.each([days(91), weeks(13), months(4)])('of %o is too long to run on (art. 4)', (term) => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const { day, moved } = endOfTerm(from, term);
        expect(moved).toEqual([]);
        if (term.unit !== 'months') expect(startOfTermBefore(day, term)).toBe(from);
      }),
    );
  });

  test('always ends on a working day, never before it would by counting, and says so when it moves', () => {
    fc.assert(
      fc.property(anyDay, shortTerm, (from, term) => {
        const { day, moved } = endOfTerm(from, term);
        expect(isWorkingDay(day)).toBe(true);
        expect(moved.length).toBeLessThanOrEqual(1);
        const counted = moved[0]?.from ?? day;
        if (term.unit !== 'months')
          expect(counted).toBe(addDays(from, term.length * (term.unit === 'weeks' ? 7 : 1)));
        expect(day >= counted).toBe(true);
        for (const move of moved) expect(move.to).toBe(day);
      }),
    );
  });
});

describe('a term that is counted backwards', () => {
  test('stays where it falls, on a weekend day or a holiday too', () => {
    expect(startOfTermBefore('2026-06-08', weeks(2))).toBe('2026-05-25'); // Whit Monday
    expect(startOfTermBefore('2026-05-18', days(1))).toBe('2026-05-17'); // a Sunday
    expect(startOfTermBefore('2026-03-31', months(1))).toBe('2026-02-28');
  });
});

test.each([0, -1, 1.5, Number.NaN])('a term of %d days is a mistake in the program', (length) => {
  expect(() => endOfTerm('2026-05-11', days(length))).toThrow(RangeError);
});
