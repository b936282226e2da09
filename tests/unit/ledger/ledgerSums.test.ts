import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balanceOfAll,
  balanceOfYear,
  counterOf,
  movesOf,
  SUMS,
  yearsOf,
} from '../../../functions/domain/ledger/balances.ts';
import { writtenAmount } from '../../../functions/domain/ledger/euros.ts';
import { csvLine, textCell } from '../../../functions/domain/ledger/export/csvText.ts';
import { exportHeader, exportLinesOf } from '../../../functions/domain/ledger/export/exportLines.ts';
import { partsOf } from '../../../functions/domain/ledger/sums.ts';
import { isVatCompensable, vatShares } from '../../../functions/domain/ledger/vat.ts';
import { yearEndCount } from '../../../functions/domain/ledger/yearEnd.ts';
import { examplePlan } from '../exampleRecord.ts';
import { CODES, entriesOf, ledgerEntries } from './ledgerArbitraries.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function countersOf(entries: ReturnType<typeof entriesOf>) {
  const counters: Record<string, number> = {};
  for (const entry of entries)
    for (const [name, by] of Object.entries(movesOf(entry).counters))
      counters[name] = (counters[name] ?? 0) + by;
  return counters;
}

describe('of any ledger', () => {
  test('the parts of municipalities add up to each entry, in amount and in VAT', () => {
    fc.assert(
      fc.property(ledgerEntries, (given) => {
        for (const entry of entriesOf(given)) {
          expect(sum(partsOf(entry).map(({ cents }) => cents))).toBe(entry.amount);
          expect(sum(partsOf(entry).map(({ vat }) => vat)) + 0).toBe(entry.vat + 0);
          expect(sum(vatShares(entry).map(({ cents }) => cents)) + 0).toBe(entry.vat + 0);
        }
      }),
    );
  });

  test('the exported lines of all municipalities add up to its balances, whichever way they are written', () => {
    fc.assert(
      fc.property(ledgerEntries, fc.boolean(), (given, dutch) => {
        const entries = entriesOf(given);
        const counters = countersOf(entries);
        const lines = entries.flatMap((entry) => exportLinesOf(entry, { dutch }));
        const text = exportHeader({ dutch }) + lines.map(({ line }) => line).join('');
        const rows: Record<string, string>[] = parse(text, { columns: true, delimiter: dutch ? ';' : ',' });
        expect(rows).toHaveLength(lines.length);
        const word = {
          received: 'bijdrage',
          committed: 'verplichting',
          released: 'vrijval',
          spent: 'uitgave',
        };
        for (const year of yearsOf(counters)) {
          for (const each of SUMS) {
            const of = rows.filter((row) => row.jaar === String(year) && row.telt_als === word[each]);
            const cents = of.map((row) => writtenAmount(row.aandeel ?? ''));
            expect(sum(cents.map((amount) => ('cents' in amount ? amount.cents : Number.NaN))) + 0).toBe(
              (counters[counterOf.sum(year, each)] ?? 0) + 0,
            );
            expect(sum(of.map((row) => Number(row.aandeel_centen))) + 0).toBe(
              (counters[counterOf.sum(year, each)] ?? 0) + 0,
            );
          }
        }
      }),
    );
  });

  test('year-end figures go over from year to year, and at last say what the balances say', () => {
    fc.assert(
      fc.property(ledgerEntries, (given) => {
        const entries = entriesOf(given);
        const figures = [2024, 2025, 2026, 2027, 2028].map((year) => {
          const count = yearEndCount(year);
          for (const entry of entries) count.add(entry);
          return count.figures(CODES, true);
        });
        figures.slice(1).forEach(({ total, municipalities }, index) => {
          expect(total.carriedIn).toBe(figures[index]?.total.carriedOver);
          expect(total.carriedOver).toBe(total.carriedIn + total.received - total.spent);
          for (const name of [
            'received',
            'spent',
            'vat',
            'compensated',
            'carriedOver',
            'obligations',
            'free',
          ] as const)
            expect(sum([...municipalities.values()].map((each) => each[name]))).toBe(total[name]);
        });
        const { received, spent, open, free } = balanceOfAll(countersOf(entries));
        expect(figures.at(-1)?.total).toMatchObject({
          carriedOver: received - spent,
          obligations: open,
          free,
        });
      }),
    );
  });
});

describe('VAT', () => {
  test('is whose the amount is, and is given back by the fund unless the plan says otherwise', () => {
    const shares = [
      { municipality: 'GM0072', cents: 10_000 },
      { municipality: 'GM1900', cents: 20_000 },
    ];
    expect(vatShares({ vat: 5_207, shares }).map(({ cents }) => cents)).toEqual([1_736, 3_471]);
    expect(isVatCompensable({ budget: undefined })).toBe(true);
    expect(isVatCompensable(examplePlan())).toBe(true);
    expect(isVatCompensable({ budget: { vatCompensable: false } })).toBe(false);
    const count = yearEndCount(2026);
    for (const code of [true, false]) expect(count.figures(CODES, code).total.compensated).toBe(0);
  });
});

describe('a year that is closed', () => {
  test('is not changed by what is booked with a later date, a correction of its entries too', () => {
    const base = entriesOf([
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
    ]);
    const later = entriesOf([
      {
        type: 'allocation',
        amount: 100,
        vat: 0,
        corrects: true,
        weights: [1, 1, 1, 1],
        date: [2026, 1],
        later: 0,
        description: 'x',
      },
    ]).map((entry) => ({ ...entry, reference: 'C-1', year: 2025 }));
    const figures = (year: number, all: typeof base) => {
      const count = yearEndCount(year);
      for (const entry of all) count.add(entry);
      return count.figures(CODES, true).total;
    };
    expect(figures(2025, [...base, ...later])).toEqual(figures(2025, base));
    expect(figures(2026, [...base, ...later])).toMatchObject({
      carriedIn: 34_068_800,
      received: -100,
      carriedOver: 34_068_700,
    });
    // The budget of 2025 is less all the same.
    expect(balanceOfYear(countersOf([...base, ...later]), 2025).received).toBe(34_068_700);
  });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula in what we write', (text) => {
  expect(textCell(text)).toBe(`'${text}`);
  expect(parse(csvLine([textCell(text)], { dutch: true }), { delimiter: ';' })[0]).toEqual([`'${text}`]);
});

test('a text without danger stays as it is, and an amount below nothing a number', () => {
  expect(textCell('Termijn 1')).toBe('Termijn 1');
  const [entry] = entriesOf([
    {
      type: 'expenditure',
      amount: 500,
      vat: 0,
      corrects: true,
      weights: [1, 0, 0, 0],
      date: [2026, 1],
      later: 0,
      description: '=x',
    },
  ]);
  const [first] = exportLinesOf(entry!, { dutch: true });
  expect(first?.line).toBe(
    "R-0;correctie;uitgave;2026-01-15;2026;'=x;;X;;GM0072;-500;-5,00;0,00;-5,00;-5,00\r\n",
  );
});
