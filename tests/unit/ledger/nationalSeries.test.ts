import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { estimateFromShare, nationalSeries } from '../../../functions/domain/ledger/nationalSeries.ts';
import { readPlan } from '../../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { examplePlan } from '../exampleRecord.ts';

const read = readPlan(
  readFileSync(new URL('../../../workflows/plans/visietraject.yaml', import.meta.url), 'utf8'),
);
if (!('plan' in read)) throw new Error(JSON.stringify(read.mistakes));
const { plan } = read;

describe('the Impulsbudget in the plan file', () => {
  test('adds up to 289.7 million to the cent, from 35.0 in 2025 to 19.8 in 2034', () => {
    const series = nationalSeries(plan);
    expect(series.reduce((sum, { cents }) => sum + cents, 0)).toBe(28_970_000_000);
    expect(series.map(({ year }) => year)).toEqual(Array.from({ length: 10 }, (_each, i) => 2025 + i));
    expect(series.map(({ cents }) => cents / 100_000_00)).toEqual([
      350, 315, 315, 315, 315, 315, 288, 258, 228, 198,
    ]);
  });

  test('says of 2031 to 2033 that they are estimates, and only of those', () => {
    const estimates = nationalSeries(plan).filter(({ source }) => source === 'estimate');
    expect(estimates.map(({ year }) => year)).toEqual([2031, 2032, 2033]);
  });

  test('expects a certain amount only of 2025: of later years nothing was promised to the region', () => {
    const certain = plan.budget?.expects?.filter(({ estimate }) => !estimate);
    expect(certain).toEqual([{ year: 2025, by: '2025-12-31', amount: 340_688 }]);
    expect(plan.budget?.expects?.filter(({ amount }) => amount !== undefined)).toHaveLength(1);
  });
});

describe('what a later year may bring', () => {
  test('is the national amount times the region’s share of 2025, to the cent', () => {
    const received = { '2025r': 34_068_800 };
    expect(estimateFromShare(plan, 2026, received)).toBe(30_661_920);
    expect(estimateFromShare(plan, 2031, received)).toBe(28_033_755); // 280,337.554…
    expect(estimateFromShare(plan, 2034, received)).toBe(19_273_207); // 192,732.068…
  });

  test('follows what really came in, and until then what is certainly expected', () => {
    expect(estimateFromShare(plan, 2026, {})).toBe(30_661_920);
    expect(estimateFromShare(plan, 2026, { '2025r': 17_034_400 })).toBe(15_330_960);
  });

  test('is nothing where there is nothing to go by: another year, no series, an estimate alone', () => {
    expect(estimateFromShare(plan, 2035, {})).toBeUndefined();
    expect(estimateFromShare(examplePlan(), 2026, { '2025r': 1 })).toBeUndefined();
    const years = [{ year: 2025, amount: 100 }];
    const onlyGuessed: Plan['budget'] = {
      national: { title: 'Rijk', years },
      expects: [{ year: 2025, by: '2025-12-31', amount: 10, estimate: true }],
    };
    expect(estimateFromShare({ budget: onlyGuessed }, 2025, {})).toBeUndefined();
  });
});
