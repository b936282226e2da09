import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOfAll } from '../../../functions/domain/ledger/balances.ts';
import { createSumming } from '../../../functions/domain/ledger/ledgerSummary.ts';
import { oldestFirst } from '../../../functions/domain/ledger/oldestFirst.ts';
import { type Booked, entriesOf, summaryOf } from './summaryOf.ts';

const day = fc
  .record({ year: fc.integer({ min: 2025, max: 2034 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`);
const booking = fc.record({
  type: fc.constantFrom('allocation', 'commitment', 'expenditure', 'release'),
  amount: fc.integer({ min: 1, max: 1_000_000_000 }),
  date: day,
  commitment: fc.constantFrom('V-1', 'V-2'),
}) as fc.Arbitrary<Booked>;
const bookings = fc.array(booking, { maxLength: 30 });

describe('what is known of the ledger', () => {
  test('is the same in whatever order entries are read', () => {
    fc.assert(
      fc.property(bookings, (booked) => {
        const entries = entriesOf(booked);
        const [forth, back] = [createSumming('2199-12-31'), createSumming('2199-12-31')];
        for (const entry of entries) forth.add(entry);
        for (const entry of entries.toReversed()) back.add(entry);
        expect(back.summary()).toEqual(forth.summary());
      }),
    );
  });

  test('leaves out what is dated later: a morning that is made up for sees what it would have seen', () => {
    fc.assert(
      fc.property(bookings, day, (booked, until) => {
        const then = booked.map((each, index) => ({ reference: `R-${index + 1}`, ...each }));
        expect(summaryOf(then, until)).toEqual(summaryOf(then.filter(({ date }) => date <= until)));
      }),
    );
  });

  test('has by day and by quarter what the balances have by year', () => {
    fc.assert(
      fc.property(bookings, (booked) => {
        const summary = summaryOf(booked);
        const total = (values: Iterable<number>) => [...values].reduce((sum, cents) => sum + cents, 0);
        const { received, spent } = balanceOfAll(summary.counters);
        expect(total([...summary.received.values()].flatMap((days) => [...days.values()]))).toBe(received);
        expect(total(summary.spent.values())).toBe(spent);
      }),
    );
  });

  test('takes the term of a commitment from what was booked last, read first or not', () => {
    const correction: Booked = {
      type: 'correction',
      reference: 'A-first-by-name',
      corrects: { reference: 'V-1', type: 'commitment' },
      amount: 50,
      date: '2026-02-01',
      until: '2028-01-01',
      bookedAt: '2026-03-01T09:00:00.000Z',
    };
    const promised: Booked = {
      type: 'commitment',
      reference: 'V-1',
      amount: 100,
      date: '2026-01-01',
      until: '2027-01-01',
    };
    for (const order of [
      [correction, promised],
      [promised, correction],
    ])
      expect(summaryOf(order).commitments).toEqual([{ reference: 'V-1', open: 150, until: '2028-01-01' }]);
  });

  test('keeps nothing of a payment: a hundred thousand of them are one number a quarter', () => {
    const summing = createSumming('2199-12-31');
    const [payment] = entriesOf([{ type: 'expenditure', amount: 1, date: '2026-01-01', commitment: 'V-1' }]);
    for (let i = 0; i < 100_000; i++) summing.add({ ...payment!, reference: `F-${i}` });
    const { spent, received, commitments, counters } = summing.summary();
    expect([...spent]).toEqual([['2026-Q1', 100_000]]);
    expect(received.size + commitments.length).toBe(0);
    expect(Object.keys(counters)).toHaveLength(2);
  });
});

describe('the oldest money goes first', () => {
  test('to the cent: what is left of the years together is what is left of all', () => {
    fc.assert(
      fc.property(bookings, (booked) => {
        const { counters } = summaryOf(booked);
        const { received, spent } = balanceOfAll(counters);
        const years = oldestFirst(counters);
        expect(years.reduce((sum, { left }) => sum + left, 0)).toBe(Math.max(0, received - spent));
        for (const each of years) {
          expect(each.left).toBeGreaterThanOrEqual(each.free);
          expect(each.free).toBeGreaterThanOrEqual(0);
        }
        // While a year has anything left, nothing of a later one was spent.
        const first = years.findIndex(({ left }) => left > 0);
        if (first >= 0) expect(years.slice(first + 1).every((each) => each.spent === 0)).toBe(true);
      }),
    );
  });
});
