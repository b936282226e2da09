import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../functions/domain/calendar/days.ts';
import { periodOf, quarterOf } from '../../functions/domain/calendar/periods.ts';
import { planSchema } from '../../functions/domain/plan/schema.ts';
import { anyDay } from './calendarArbitraries.ts';

describe('a period', () => {
  test.each([
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-Q2..2027-Q3', '2026-04-01', '2027-09-30'],
    ['2026-02..2026-Q2', '2026-02-01', '2026-06-30'],
    ['2026-Q1..2026-Q1', '2026-01-01', '2026-03-31'],
  ])('%s is from %s until %s', (text, from, until) => {
    expect(periodOf(text)).toEqual({ from, until });
  });

  test('written backwards is given as it is written', () => {
    expect(periodOf('2027-Q1..2026-Q4')).toEqual({ from: '2027-01-01', until: '2026-12-31' });
  });

  test.each([
    '',
    '2026',
    '2026-13',
    '2026-Q5',
    '2026-Q1..',
    '..2026-Q1',
    '2026-Q1..2026-Q2..2026-Q3',
    '2026-01-01',
  ])('that is none is refused: %j', (text) => {
    expect(() => periodOf(text)).toThrow(/is geen periode/);
  });

  test('is known for every text the plan accepts', () => {
    const part = fc.stringMatching(/^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$/);
    const text = fc.oneof(
      part,
      fc.tuple(part, part).map((parts) => parts.join('..')),
    );
    const { period } = planSchema.shape.milestones.element.shape;
    fc.assert(
      fc.property(text, (written) => {
        expect(period.safeParse(written).success).toBe(true);
        const { from, until } = periodOf(written);
        expect(from).toMatch(/^[0-9]{4}-[0-9]{2}-01$/);
        expect(until).toMatch(/^[0-9]{4}-[0-9]{2}-(28|29|30|31)$/);
      }),
    );
  });
});

test('a quarter holds its days and follows the one before', () => {
  expect(quarterOf('2026-03-31')).toBe('2026-Q1');
  expect(quarterOf('2026-04-01')).toBe('2026-Q2');
  fc.assert(
    fc.property(anyDay, (day) => {
      const { from, until } = periodOf(quarterOf(day));
      expect(from <= day && day <= until).toBe(true);
      expect(quarterOf(addDays(until, 1))).not.toBe(quarterOf(day));
    }),
  );
});
