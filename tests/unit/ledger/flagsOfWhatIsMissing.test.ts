import { describe, expect, test } from 'vitest';
import { came, MILLION, planOf, promise, seen, short } from './seenFlags.ts';

describe('no-benefit', () => {
  test('names each municipality for which nothing was promised or paid, from the 180th day on', () => {
    const booked = [
      came(MILLION),
      promise(1_000, '2026-01-10', { shares: [{ municipality: 'GM0001', cents: 1_000 }] }),
    ];
    expect(seen('no-benefit', booked, '2026-06-12')).toEqual([]);
    expect(short(seen('no-benefit', booked, '2026-06-13'))).toEqual([`GM0002: ${MILLION / 2} op 2026-06-13`]);
    expect(seen('no-benefit', [came(MILLION)], '2026-06-13')).toHaveLength(2);
    expect(seen('no-benefit', [], '2026-06-13')).toEqual([]);
  });

  test('is not silenced by money being received in one municipality’s name, nor by a promise that was released', () => {
    const own = { shares: [{ municipality: 'GM0001', cents: MILLION }] };
    const booked = [
      came(MILLION, '2025-12-15', own),
      promise(1_000, '2026-01-10'),
      { type: 'release', commitment: 'V-1', amount: 1_000, date: '2026-02-01' } as const,
    ];
    expect(seen('no-benefit', booked, '2026-07-01').map(({ subject }) => subject)).toEqual([
      'GM0001',
      'GM0002',
    ]);
  });

  test('says nothing of one that the plan’s key gives nothing', () => {
    const plan = planOf({ key: { GM0001: 1, GM0002: 0 } });
    expect(seen('no-benefit', [came(MILLION)], '2026-07-01', plan).map(({ subject }) => subject)).toEqual([
      'GM0001',
    ]);
  });
});

describe('late-allocation', () => {
  const certain = planOf({ expects: [{ year: 2026, by: '2026-07-01', amount: 1_000 }] });

  test('is said from the day after, and until the last cent is in', () => {
    expect(seen('late-allocation', [], '2026-07-01', certain)).toEqual([]);
    expect(short(seen('late-allocation', [], '2026-07-02', certain))).toEqual([
      '2026 2026-07-01: 100000 op 2026-07-01',
    ]);
    const most = [came(99_999, '2026-06-01')];
    expect(short(seen('late-allocation', most, '2026-07-02', certain))).toEqual([
      '2026 2026-07-01: 1 op 2026-07-01',
    ]);
    expect(seen('late-allocation', [came(100_000, '2026-06-01')], '2026-07-02', certain)).toEqual([]);
  });

  test('is not satisfied by money of another year', () => {
    const other = [came(MILLION, '2026-06-01', { year: 2025 })];
    expect(seen('late-allocation', other, '2026-07-02', certain)).toHaveLength(1);
  });

  test('an instalment is not counted for two', () => {
    const plan = planOf({
      expects: [
        { year: 2026, by: '2026-10-01', amount: 1_000 },
        { year: 2026, by: '2026-04-01', amount: 1_000 },
      ],
    });
    const one = [came(150_000, '2026-03-01')];
    expect(seen('late-allocation', one, '2026-05-01', plan)).toEqual([]);
    expect(short(seen('late-allocation', one, '2026-10-02', plan))).toEqual([
      '2026 2026-10-01: 50000 op 2026-10-01',
    ]);
  });

  test('of an estimate: something must come, nobody owes the estimate itself', () => {
    const plan = planOf({ expects: [{ year: 2026, by: '2026-07-01', amount: 1_000, estimate: true }] });
    const [flag] = seen('late-allocation', [], '2026-07-02', plan);
    expect(flag?.reason).toContain('raming: € 1.000,00, geen toezegging');
    expect(seen('late-allocation', [came(1, '2026-06-01')], '2026-07-02', plan)).toEqual([]);
    const unknown = planOf({ expects: [{ year: 2026, by: '2026-07-01' }] });
    expect(seen('late-allocation', [], '2026-07-02', unknown)[0]?.reason).toContain(
      'hoeveel het is staat nergens',
    );
  });
});
