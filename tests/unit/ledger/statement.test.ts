import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOfAll, type Counters, movesOf } from '../../../functions/domain/ledger/balances.ts';
import { statementCount } from '../../../functions/domain/ledger/statement/countStatement.ts';
import {
  quartersFrom,
  quarterToTell,
  readQuarter,
} from '../../../functions/domain/ledger/statement/quarters.ts';
import { statementFile } from '../../../functions/domain/ledger/statement/statementFile.ts';
import { statementText } from '../../../functions/domain/ledger/statement/statementText.ts';
import { catalogueOf } from '../../../functions/domain/mails/catalogue/catalogueOf.ts';
import { examplePlan } from '../exampleRecord.ts';
import { CODES, entriesOf, ledgerEntries } from './ledgerArbitraries.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function statementOf(quarter: string, entries: ReturnType<typeof entriesOf>) {
  const count = statementCount(quarter, CODES);
  for (const entry of entries) count.add(entry);
  return count.statement();
}

describe('a quarter is told', () => {
  test.each([
    ['2025-12-31', '2025-Q3'],
    // New Year's Day, and then a Friday.
    ['2026-01-01', '2025-Q3'],
    ['2026-01-02', '2025-Q4'],
    ['2026-03-31', '2025-Q4'],
    ['2026-04-01', '2026-Q1'],
    // A Saturday and a Sunday.
    ['2028-07-02', '2028-Q1'],
    ['2028-07-03', '2028-Q2'],
  ])('from its first working day after it on: on %s that is %s', (day, quarter) => {
    expect(quarterToTell(day)).toBe(quarter);
  });

  test('by its name, and nothing else', () => {
    expect(readQuarter(' 2026-q1 ')).toBe('2026-Q1');
    expect(quartersFrom('2025-Q4', '2026-Q1')).toBe(2);
    for (const wrong of ['2026', '2026-Q5', '2026-01', '26-Q1'])
      expect(() => readQuarter(wrong)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});

describe('of any ledger', () => {
  test('a statement says what its entries say, and municipalities add up to the total', () => {
    fc.assert(
      fc.property(ledgerEntries, (given) => {
        const entries = entriesOf(given);
        const { total, municipalities, entries: counted } = statementOf('2026-Q2', entries);
        const upTo = entries.filter(({ date }) => date <= '2026-06-30');
        const counters: Record<string, number> = {};
        for (const entry of upTo)
          for (const [name, by] of Object.entries(movesOf(entry).counters as Counters))
            counters[name] = (counters[name] ?? 0) + by;
        const balance = balanceOfAll(counters);
        expect(counted).toBe(upTo.length);
        expect(total.before.received + total.received.cents).toBe(balance.received);
        expect(total.before.committed + total.committed.cents).toBe(balance.committed);
        expect(total.before.spent + total.spent.cents).toBe(balance.spent);
        expect([total.free, total.open]).toEqual([balance.free, balance.open]);
        const all = [...municipalities.values()];
        for (const name of ['received', 'committed', 'spent', 'forecast'] as const)
          expect(sum(all.map((each) => each[name].cents))).toBe(total[name].cents);
        for (const name of ['free', 'open'] as const)
          expect(sum(all.map((each) => each[name]))).toBe(total[name]);
      }),
    );
  });

  test('its digest changes with any entry up to the end of the quarter, and with none after it', () => {
    fc.assert(
      fc.property(ledgerEntries, fc.nat(), (given, at) => {
        const entries = entriesOf(given);
        const { digest } = statementOf('2026-Q2', entries);
        expect(
          statementOf(
            '2026-Q2',
            entries.filter(({ date }) => date <= '2026-06-30'),
          ).digest,
        ).toBe(digest);
        const changed = entries.map((entry, index) =>
          index === at % entries.length ? { ...entry, description: 'iets anders' } : entry,
        );
        const touched = entries[at % entries.length];
        if (touched && touched.date <= '2026-06-30')
          expect(statementOf('2026-Q2', changed).digest).not.toBe(digest);
      }),
    );
  });
});

describe('a figure', () => {
  const quarters = entriesOf([
    {
      type: 'allocation',
      amount: 34_068_800,
      vat: 0,
      corrects: false,
      weights: [1, 1, 1, 1],
      date: [2025, 12],
      later: 0,
      description: 'x',
    },
    {
      type: 'commitment',
      amount: 12_000_000,
      vat: 0,
      corrects: false,
      weights: [1, 1, 1, 1],
      date: [2026, 2],
      later: 0,
      description: 'x',
    },
    ...Array.from({ length: 20 }, () => ({
      type: 'expenditure' as const,
      amount: 100_000,
      vat: 0,
      corrects: false,
      weights: [1, 1, 1, 1] as [number, number, number, number],
      date: [2026, 3] as [number, number],
      later: 0,
      description: 'x',
    })),
  ]).map((entry) => ({
    ...entry,
    ...(entry.type === 'commitment' && { until: '2026-12-31' }),
    ...(entry.type === 'expenditure' && { commitment: 'R-1' }),
  }));

  test('names the entries it is made of, the first of many, and how many more there are', () => {
    const { total, municipalities } = statementOf('2026-Q1', quarters);
    expect(total.received).toEqual({ cents: 0, references: [], entries: 0 });
    expect(total.before).toEqual({ received: 34_068_800, committed: 0, spent: 0 });
    expect(total.committed).toEqual({ cents: 12_000_000, references: ['R-1'], entries: 1 });
    expect(total.spent).toMatchObject({ cents: 2_000_000, entries: 20 });
    expect(total.spent.references).toHaveLength(12);
    expect(municipalities.get('GM0072')?.spent).toMatchObject({ cents: 500_000, entries: 20 });
    const text = statementText(catalogueOf('nl'), examplePlan(), statementOf('2026-Q1', quarters));
    expect(text.facts).toContainEqual(['Verplicht', '€ 120.000,00 (R-1)']);
    expect(text.facts.find(([label]) => label === 'Uitgegeven')?.[1]).toMatch(/R-13 en 8 andere\)$/);
  });

  test('of the next quarter is an equal part of what is open, to the end of the commitment', () => {
    // 100,000 open, in Q2, Q3 and Q4: a third of 25,000 for each municipality, in whole cents.
    expect(statementOf('2026-Q1', quarters).total.forecast).toEqual({
      cents: 4 * 833_333,
      references: ['R-1'],
      entries: 1,
    });
    const over = quarters.map((entry) =>
      entry.type === 'commitment' ? { ...entry, until: '2026-03-01' } : entry,
    );
    expect(statementOf('2026-Q1', over).total.forecast.cents).toBe(10_000_000);
  });

  test('can be counted again from the attached file', () => {
    const [file] = statementFile('voorbeeld', statementOf('2026-Q1', quarters));
    const rows = String(file?.content)
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';'));
    const cents = (counts: string) =>
      sum(rows.filter((row) => row[2] === counts).map((row) => Number(row[10])));
    expect([cents('bijdrage'), cents('verplichting'), cents('uitgave')]).toEqual([
      34_068_800, 12_000_000, 2_000_000,
    ]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([15]));
  });
});
