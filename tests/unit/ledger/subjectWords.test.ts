import { expect, test } from 'vitest';
import { flagLines } from '../../../functions/cli/views/flagLines.ts';
import { subjectWords } from '../../../functions/domain/ledger/flags/subjectWords.ts';

test.each([
  ['unspent', '2025 2026-Q1', 'geld van 2025, 1e kwartaal 2026'],
  ['unspent', '2025 2026', 'geld van 2025, eind 2026'],
  ['uncommitted', '2025', 'geld van 2025'],
  ['late-allocation', '2026 2026-12-31', 'bijdrage over 2026, verwacht op 31 december 2026'],
  ['forecast-shortfall', '2027', 'verplichtingen tot en met 2027'],
  ['overspent', 'committed', 'alle verplichtingen'],
  ['overspent', 'prepare', 'prepare'],
  ['no-benefit', 'GM0072', 'GM0072'],
  ['ledger-difference', 'balances', 'de saldi'],
  ['overdue', '2025 2026-Q1', '2025 2026-Q1'],
])('the subject of a flag is shown in words: %s %s', (flag, subject, words) => {
  expect(subjectWords(flag, subject)).toBe(words);
});

test('a person at a terminal reads no codes of periods', () => {
  const flag = {
    flag: 'unspent',
    trajectory: 'voorbeeld',
    subject: '2025 2026-Q1',
    raisedAt: '2026-03-01T06:30:00.000Z',
  };
  const lines = flagLines([
    { ...flag, reason: 'Er blijft over.' } as unknown as Parameters<typeof flagLines>[0][number],
  ]);
  expect(lines[0]).toContain('geld van 2025, 1e kwartaal 2026');
});
