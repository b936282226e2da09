import { expect, test } from 'vitest';
import { forecastLines } from '../../../functions/cli/views/forecastLines.ts';
import { readForecast } from '../../../functions/operations/ledger/readForecast.ts';
import { ledgerWorld } from './ledgerWorld.ts';

const NOW = '2026-02-10T08:00:00.000Z';

test('the forecast is of what was booked, to the last year of the budget, and says what is an estimate', async () => {
  const world = await ledgerWorld({
    years: { from: 2025, until: 2027 },
    national: {
      title: 'Impulsbudget',
      years: [
        { year: 2025, amount: 1_000_000 },
        { year: 2026, amount: 500_000, estimate: true },
      ],
    },
    expects: [{ year: 2026, by: '2026-12-31', estimate: true }],
  });
  await world.book({ amount: 10_000_000 });
  await world.book({
    type: 'commitment',
    reference: 'V-1',
    amount: 4_000_000,
    date: '2026-02-01',
    until: '2026-06-30',
  });
  const view = await readForecast(world, world.plan.id, NOW);
  expect(view.forecast.map(({ quarter }) => quarter)).toEqual([
    ...['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
    ...['2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'],
  ]);
  expect(view.forecast.at(-1)).toMatchObject({ left: 6_000_000, leftWithEstimates: 11_000_000 });
  const lines = forecastLines(view).join('\n');
  expect(lines).toContain('2026: € 50.000,00 (raming), uiterlijk 31 december 2026');
  expect(lines).toContain('2026: € 500.000,00 (raming)');
  expect(lines).toContain('2025: € 1.000.000,00\n');
});

test('the forecast of who never booked says what is expected; of what does not exist it is refused', async () => {
  const world = await ledgerWorld({ years: { from: 2025, until: 2026 } });
  expect(await readForecast(world, world.plan.id, NOW)).toMatchObject({ expected: [], national: null });
  await expect(readForecast(world, 'nergens', NOW)).rejects.toMatchObject({ code: 'UNKNOWN_TRAJECTORY' });
});
