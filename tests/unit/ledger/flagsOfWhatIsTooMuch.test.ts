import { describe, expect, test } from 'vitest';
import { came, MILLION, pay, planOf, promise, seen, short } from './seenFlags.ts';

describe('overspent', () => {
  const ahead = planOf({ commitBeyondReceived: true });

  test('is not said of money that is promised and paid to the last cent', () => {
    const booked = [came(MILLION), promise(MILLION, '2026-01-10'), pay(MILLION, '2026-01-11')];
    expect(seen('overspent', booked, '2026-03-31')).toEqual([]);
  });

  test('is said of what was promised, or paid, above what came in; on the day of the last booking', () => {
    const booked = [came(MILLION), promise(MILLION + 1, '2026-01-10')];
    expect(short(seen('overspent', booked, '2026-03-31'))).toEqual(['committed: 1 op 2026-01-10']);
    const paid = [...booked, pay(MILLION + 1, '2026-02-01')];
    expect(short(seen('overspent', paid, '2026-03-31'))).toEqual(['spent: 1 op 2026-02-01']);
  });

  test('lets a plan promise ahead for later years, and not for this one', () => {
    const until = (day?: string) => [came(1), promise(MILLION, '2026-01-10', day ? { until: day } : {})];
    expect(seen('overspent', until('2027-01-01'), '2026-03-31', ahead)).toEqual([]);
    expect(short(seen('overspent', until('2026-12-31'), '2026-03-31', ahead))).toEqual([
      `committed: ${MILLION - 1} op 2026-01-10`,
    ]);
    expect(seen('overspent', until(), '2026-03-31', ahead)).toHaveLength(1);
    expect(seen('overspent', until('2027-01-01'), '2027-01-01', ahead)).toHaveLength(1);
  });

  test('is said of a milestone above its own budget, all years together, and of no other', () => {
    const base = planOf();
    const milestones = base.milestones.map((each) =>
      each.id === 'prepare' || each.id === 'consult' ? { ...each, budget: 100.5 } : each,
    );
    const plan = { ...base, milestones };
    const booked = (more: number) => [
      came(MILLION),
      promise(10_000, '2025-12-20', { milestone: 'prepare', year: 2025 }),
      promise(50 + more, '2026-01-10', { milestone: 'prepare', reference: 'V-2' }),
    ];
    expect(seen('overspent', booked(0), '2026-03-31', plan)).toEqual([]);
    expect(short(seen('overspent', booked(1), '2026-03-31', plan))).toEqual(['prepare: 1 op 2026-01-10']);
  });
});

describe('forecast-shortfall', () => {
  const expects = (certain: boolean) =>
    planOf({
      commitBeyondReceived: true,
      expects: [{ year: 2027, by: '2027-06-30', amount: 500, ...(certain ? {} : { estimate: true }) }],
    });
  const booked = [came(50_000), promise(100_000, '2026-01-10', { until: '2027-09-30' })];

  test('an estimate covers nothing, a promised contribution does', () => {
    expect(short(seen('forecast-shortfall', booked, '2026-03-31', expects(false)))).toEqual([
      '2027: 50000 op 2027-09-30',
    ]);
    expect(seen('forecast-shortfall', booked, '2026-03-31', expects(true))).toEqual([]);
  });

  test('what is late covers nothing any more, until it is there', () => {
    const late = [...booked, promise(1, '2027-07-01', { reference: 'V-2', until: '2028-01-01' })];
    expect(seen('forecast-shortfall', late, '2027-07-01', expects(true))).toMatchObject([
      { subject: '2028', amount: 50_001 },
    ]);
    const there = [...late, came(50_001, '2027-07-02', { year: 2027 })];
    expect(seen('forecast-shortfall', there, '2027-07-03', expects(true))).toEqual([]);
  });

  test('names for each year what is short by its end, and the first commitment that is not covered', () => {
    const plan = planOf({ commitBeyondReceived: true });
    const many = [
      came(50_000),
      promise(50_000, '2026-01-01', { until: '2027-03-01' }),
      promise(10_000, '2026-01-01', { reference: 'V-2', until: '2027-06-01' }),
      promise(10_000, '2026-01-01', { reference: 'V-3', until: '2027-08-01' }),
      promise(5_000, '2026-01-01', { reference: 'V-4', until: '2029-01-01' }),
    ];
    expect(short(seen('forecast-shortfall', many, '2026-03-31', plan))).toEqual([
      '2027: 20000 op 2027-06-01',
      '2029: 25000 op 2029-01-01',
    ]);
  });

  test('is not about this year: that is overspent', () => {
    expect(seen('forecast-shortfall', booked, '2027-01-01', expects(false))).toEqual([]);
    expect(seen('overspent', booked, '2027-01-01', expects(false))).toHaveLength(1);
  });
});
