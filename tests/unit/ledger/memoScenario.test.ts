import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { playMemoScenario } from './memoScenario.ts';

const page = readFileSync(new URL('../../../docs/budget.md', import.meta.url), 'utf8');

/** The table under the heading of the scenario, without its head. */
function tableOfScenario(): string[][] {
  const section = page.slice(page.indexOf('## The memo, morning by morning'));
  const lines = section.split('\n').filter((line) => line.startsWith('| 20'));
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, 6)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

test('the memo’s money raises its flags on the mornings, and with the amounts, that docs/budget.md names', async () => {
  const seen = await playMemoScenario('2025-12-01', '2027-09-30');
  expect(seen).toEqual(tableOfScenario());
  // What a controller must be able to rely on, whatever the page says.
  expect(seen.filter(([, what, flag]) => what === 'raised' && flag === 'unspent')).toEqual([
    ['2025-12-16', 'raised', 'unspent', '2025 2025', '€ 340.688,00'],
    ['2026-03-01', 'raised', 'unspent', '2025 2026-Q1', '€ 340.688,00'],
    ['2026-05-31', 'raised', 'unspent', '2025 2026-Q2', '€ 310.688,00'],
    ['2026-08-31', 'raised', 'unspent', '2025 2026-Q3', '€ 280.688,00'],
    ['2026-12-01', 'raised', 'unspent', '2025 2026', '€ 250.688,00'],
    ['2027-03-01', 'raised', 'unspent', '2025 2027-Q1', '€ 220.688,00'],
    ['2027-05-31', 'raised', 'unspent', '2025 2027-Q2', '€ 220.688,00'],
    ['2027-08-31', 'raised', 'unspent', '2025 2027-Q3', '€ 220.688,00'],
  ]);
});
