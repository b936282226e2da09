import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { burnForecast, type QuarterForecast } from '../../../functions/domain/ledger/burnForecast.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { MEMO_PLAN } from './memoScenario.ts';
import { came, pay, planOf, promise } from './seenFlags.ts';
import { type Booked, summaryOf } from './summaryOf.ts';

const until2027 = { years: { from: 2025, until: 2027 } };
const forecast = (
  booked: readonly Booked[],
  today: string,
  plan: Plan = planOf(until2027),
  over?: Set<string>,
) => burnForecast(plan, summaryOf(booked, today, plan), today, over);
const total = (quarters: readonly QuarterForecast[], of: keyof Omit<QuarterForecast, 'quarter'>) =>
  quarters.reduce((sum, each) => sum + each[of], 0);
const of = (quarters: readonly QuarterForecast[], quarter: string) =>
  quarters.find((each) => each.quarter === quarter);

describe('the burn forecast', () => {
  test('of the memo runs by quarter until the end of 2034, and what is left is what nobody promised', () => {
    const booked = [
      came(34_068_800),
      promise(12_000_000, '2026-02-16', { until: '2026-12-31' }),
      pay(3_000_000, '2026-03-16'),
    ];
    const quarters = forecast(booked, '2026-04-10', MEMO_PLAN);
    expect(quarters).toHaveLength(1 + 9 * 4);
    expect(quarters[0]).toMatchObject({ quarter: '2025-Q4', received: 34_068_800, left: 34_068_800 });
    expect(of(quarters, '2026-Q1')).toMatchObject({ spent: 3_000_000, committed: 0, left: 31_068_800 });
    expect(of(quarters, '2026-Q2')).toMatchObject({ spent: 0, committed: 3_000_000, left: 28_068_800 });
    expect(of(quarters, '2026-Q4')).toMatchObject({
      committed: 3_000_000,
      estimated: 30_661_920,
      left: 22_068_800,
    });
    expect(quarters.at(-1)).toMatchObject({ quarter: '2034-Q4', left: 22_068_800, certain: 0 });
  });

  test('keeps estimates apart: they are never in what is left', () => {
    const quarters = forecast([came(34_068_800)], '2026-01-10', MEMO_PLAN);
    expect(quarters.every(({ left }) => left === 34_068_800)).toBe(true);
    expect(quarters.at(-1)?.leftWithEstimates).toBe(34_068_800 + total(quarters, 'estimated'));
    expect(total(quarters, 'estimated')).toBeGreaterThan(0);
  });

  test('expects what is late this quarter, and nothing in a quarter that is past', () => {
    const plan = planOf({ ...until2027, expects: [{ year: 2026, by: '2026-03-31', amount: 10 }] });
    const quarters = forecast([promise(5, '2026-01-01', { until: '2026-02-01' })], '2026-08-01', plan);
    expect(quarters[0]).toMatchObject({ quarter: '2026-Q3', committed: 5, certain: 1_000, left: 995 });
  });

  test('spreads a milestone’s budget over its period, less what was promised for it; nothing once it is over', () => {
    const base = planOf(until2027);
    const milestones = base.milestones.map((each) =>
      each.id === 'consult' ? { ...each, budget: 10 } : each,
    );
    const plan = { ...base, milestones };
    const booked = [came(5_000), promise(399, '2026-01-10', { milestone: 'consult', until: '2026-03-31' })];
    const quarters = forecast(booked, '2026-01-15', plan);
    expect([of(quarters, '2026-Q2')?.planned, of(quarters, '2026-Q3')?.planned]).toEqual([300, 301]);
    expect(of(quarters, '2026-Q1')).toMatchObject({ planned: 0, committed: 399 });
    expect(total(forecast(booked, '2026-01-15', plan, new Set(['consult'])), 'planned')).toBe(0);
  });

  test('puts what falls after the last year into the last quarter: nothing is lost', () => {
    const quarters = forecast([promise(100, '2026-01-01', { until: '2031-01-01' })], '2027-11-01');
    expect(quarters.at(-1)).toMatchObject({ quarter: '2027-Q4', committed: 100 });
    expect(forecast([], '2029-02-01').at(-1)?.quarter).toBe('2029-Q1');
  });

  test('adds up to the cent, however odd the amounts and however many the quarters', () => {
    const cents = fc.integer({ min: 1, max: 99_999_999_999 });
    const until = fc.constantFrom('2026-02-01', '2026-12-31', '2027-09-30', '2033-05-05');
    fc.assert(
      fc.property(fc.array(fc.record({ cents, until }), { maxLength: 8 }), (promises) => {
        const booked = promises.map((each, i) =>
          promise(each.cents, '2026-01-01', { reference: `V-${i}`, until: each.until }),
        );
        const quarters = forecast(booked, '2026-05-01', MEMO_PLAN);
        const all = promises.reduce((sum, each) => sum + each.cents, 0);
        expect(total(quarters, 'committed')).toBe(all);
        expect(quarters.at(-1)?.left).toBe(total(quarters, 'certain') - all);
      }),
    );
  });
});
