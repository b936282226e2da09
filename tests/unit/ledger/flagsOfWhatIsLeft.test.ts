import { describe, expect, test } from 'vitest';
import { came, MILLION, pay, planOf, promise, seen, short } from './seenFlags.ts';
import type { Booked } from './summaryOf.ts';

describe('unspent', () => {
  test('is said from thirty days before the end of a quarter until that end, and for the next end anew', () => {
    const at = (day: string) => short(seen('unspent', [came(MILLION)], day));
    expect(at('2026-02-28')).toEqual([]);
    expect(at('2026-03-01')).toEqual([`2025 2026-Q1: ${MILLION} op 2026-03-31`]);
    expect(at('2026-03-31')).toEqual([`2025 2026-Q1: ${MILLION} op 2026-03-31`]);
    expect(at('2026-04-01')).toEqual([]);
    expect(at('2026-05-31')).toEqual([`2025 2026-Q2: ${MILLION} op 2026-06-30`]);
    // The last quarter ends with the year: one flag, not two.
    expect(at('2026-12-01')).toEqual([`2025 2026: ${MILLION} op 2026-12-31`]);
  });

  test('names a year’s end beside a quarter’s when the plan wants to know long ahead', () => {
    const plan = planOf({ flags: { unspentDaysAhead: 120 } });
    expect(short(seen('unspent', [came(MILLION)], '2026-09-01', plan))).toEqual([
      `2025 2026-Q3: ${MILLION} op 2026-09-30`,
    ]);
    expect(short(seen('unspent', [came(MILLION)], '2026-09-02', plan))).toEqual([
      `2025 2026: ${MILLION} op 2026-12-31`,
      `2025 2026-Q3: ${MILLION} op 2026-09-30`,
    ]);
    const never = planOf({ flags: { unspentDaysAhead: 0 } });
    expect(seen('unspent', [came(MILLION)], '2026-12-30', never)).toEqual([]);
    expect(seen('unspent', [came(MILLION)], '2026-12-31', never)).toHaveLength(1);
  });

  test('takes what was paid from the oldest money, whatever year it was booked in', () => {
    const booked = [
      came(MILLION, '2025-12-15'),
      came(MILLION, '2026-06-15'),
      promise(MILLION + 5_000_000, '2026-01-10', { year: 2026 }),
      pay(MILLION + 2_000_000, '2026-11-10', { year: 2026 }),
    ];
    const flags = seen('unspent', booked, '2026-12-15');
    expect(short(flags)).toEqual([`2026 2026: ${MILLION - 2_000_000} op 2026-12-31`]);
    expect(flags[0]?.reason).toContain('daarvan is € 30.000,00 verplicht en € 950.000,00 vrij');
  });

  test('is about money that was not paid, promised or not: a promise spends nothing', () => {
    const [flag] = seen('unspent', [came(MILLION), promise(MILLION, '2026-01-10')], '2026-03-31');
    expect(flag).toMatchObject({ amount: MILLION });
    expect(flag?.reason).toContain('€ 1.000.000,00 verplicht en € 0,00 vrij');
  });

  test.each([
    ['exactly the amount', 1_000_000, 0],
    ['a cent above it', 1_000_001, 1],
  ])('needs more than its amount left: %s', (_name, left, flags) => {
    const plan = planOf({ flags: { unspentAbove: { percent: 0 } } });
    const booked = [came(MILLION), promise(MILLION, '2026-01-10'), pay(MILLION - left, '2026-01-11')];
    expect(seen('unspent', booked, '2026-03-31', plan)).toHaveLength(flags);
  });

  test.each([
    ['exactly the share', 5_000_000, 0],
    ['a cent above it', 5_000_001, 1],
  ])('and more than its share of what came in: %s', (_name, left, flags) => {
    const booked = [came(MILLION), promise(MILLION, '2026-01-10'), pay(MILLION - left, '2026-01-11')];
    expect(seen('unspent', booked, '2026-03-31')).toHaveLength(flags);
  });

  test('leaves the money of a year that has not begun alone', () => {
    const booked = [came(MILLION, '2026-12-10', { year: 2027 })];
    expect(seen('unspent', booked, '2026-12-31')).toEqual([]);
    expect(seen('unspent', booked, '2027-03-31')).toHaveLength(1);
  });

  test('forgets what was taken back by a correction', () => {
    const back: Booked = {
      type: 'correction',
      corrects: { reference: 'R-1', type: 'allocation' },
      amount: -MILLION,
      date: '2026-02-01',
      year: 2025,
    };
    expect(seen('unspent', [came(MILLION), back], '2026-03-31')).toEqual([]);
  });
});

describe('uncommitted', () => {
  const usual = (booked: readonly Booked[], day: string) => short(seen('uncommitted', booked, day));

  test('is said on the 180th day after the money came, and not the day before', () => {
    expect(usual([came(MILLION)], '2026-06-12')).toEqual([]);
    expect(usual([came(MILLION)], '2026-06-13')).toEqual([`2025: ${MILLION} op 2026-06-13`]);
    const plan = planOf({ flags: { uncommittedAfterDays: 0 } });
    expect(seen('uncommitted', [came(MILLION)], '2025-12-15', plan)).toHaveLength(1);
  });

  test('is only about money that is old enough: new money of the same year waits its own days', () => {
    const booked = [came(MILLION, '2026-01-01'), came(MILLION, '2026-06-01')];
    expect(usual(booked, '2026-06-30')).toEqual([`2026: ${MILLION} op 2026-06-30`]);
    expect(usual(booked, '2026-11-28')).toEqual([`2026: ${2 * MILLION} op 2026-06-30`]);
    // What is promised is taken from the oldest; the rest is not old yet.
    const promised = [...booked, promise(MILLION, '2026-02-01')];
    expect(usual(promised, '2026-06-30')).toEqual([]);
    expect(usual(promised, '2026-11-28')).toEqual([`2026: ${MILLION} op 2026-11-28`]);
  });

  test('comes back when a commitment is released', () => {
    const booked = [came(MILLION), promise(MILLION, '2026-01-10')];
    expect(usual(booked, '2026-07-01')).toEqual([]);
    const released: Booked = { type: 'release', commitment: 'V-1', amount: 40_000_000, date: '2026-06-20' };
    expect(usual([...booked, released], '2026-07-01')).toEqual(['2025: 40000000 op 2026-06-13']);
  });
});
