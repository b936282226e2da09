import { expect, test } from 'vitest';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import { EXAMPLE, lineOf, mistakesIn } from './planExample.ts';

/** Each: what is wrong, the budget, a piece of the line that must be named, what is said, and the remedy. Nothing else. */
test.each<[what: string, budget: string, at: string, problem: RegExp, remedy: RegExp]>([
  [
    'years that end before they begin',
    '  years: {from: 2030, until: 2025}',
    'years:',
    /beginnen in 2030 en eindigen in 2025/,
    /"from"/,
  ],
  [
    'a key with a municipality that takes no part',
    '  key:\n    GM0001: 2\n    GM0003: 1',
    'GM0003',
    /"GM0003" staat in de sleutel en doet niet mee/,
    /het plan kent: GM0001, GM0002/,
  ],
  ['a key that gives nobody a part', '  key: {GM0001: 0}', 'key:', /niemand een deel/, /boven 0/],
  ['an empty key', '  key: {}', 'key:', /niemand een deel/, /boven 0/],
  [
    'a contribution outside the years',
    '  years: {from: 2025, until: 2026}\n  expects:\n    - {year: 2027, by: 2027-12-31, amount: 5}',
    '2027-12-31',
    /over 2027, maar het budget loopt van 2025 tot en met 2026/,
    /verruim "budget.years"/,
  ],
  [
    'a contribution outside the usual years',
    '  expects:\n    - {year: 2035, by: 2035-12-31, amount: 5}',
    '2035-12-31',
    /van 2025 tot en met 2034/,
    /verruim/,
  ],
  [
    'a contribution twice',
    '  expects:\n    - {year: 2026, by: 2026-12-31, amount: 5}\n    - {year: 2026, by: 2026-12-31, amount: 6}',
    'amount: 6',
    /van 2026-12-31 staat er twee keer in/,
    /Tel ze op/,
  ],
  [
    'a year twice in the national amounts',
    '  national:\n    title: Rijk\n    years:\n      - {year: 2025, amount: 5}\n      - {year: 2025, amount: 6}',
    'amount: 6',
    /Het jaar 2025 staat twee keer/,
    /één/,
  ],
])('%s is refused with its line and a remedy', (_what, budget, at, problem, remedy) => {
  const text = `${EXAMPLE}budget:\n${budget}\n`;
  expect(mistakesIn(text)).toEqual([
    {
      line: lineOf(text, at),
      path: expect.stringMatching(/^budget\./),
      problem: expect.stringMatching(problem),
      remedy: expect.stringMatching(remedy),
    },
  ]);
});

test.each(['budget:', 'budget: 3', 'budget: {key: 3, expects: x, national: {years: [1, {}]}, years: [2]}'])(
  'a budget that cannot be read is told as that: %s',
  (budget) => {
    expect(mistakesIn(`${EXAMPLE}${budget}\n`).length).toBeGreaterThan(0);
  },
);

test('a budget without mistakes is read', () => {
  const text = `${EXAMPLE}budget: {key: {GM0001: 0, GM0002: 1}, expects: [{year: 2026, by: 2027-01-31, amount: 5}]}\n`;
  expect(readPlan(text)).toMatchObject({ plan: { budget: { key: { GM0002: 1 } } } });
});
