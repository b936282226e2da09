import { describe, expect, test } from 'vitest';
import { addDays } from '../../../functions/domain/calendar/days.ts';
import { budgetFlags } from '../../../functions/domain/ledger/flags/budgetFlags.ts';
import { ledgerDifferenceFlags } from '../../../functions/domain/ledger/flags/ledgerDifference.ts';
import { came, MILLION, planOf, promise } from './seenFlags.ts';
import { summaryOf } from './summaryOf.ts';

describe('every flag of the money', () => {
  test('has an amount, a sentence that ends, a remedy, and reads the same on another morning', () => {
    const plan = planOf({
      commitBeyondReceived: true,
      expects: [{ year: 2025, by: '2025-12-31', amount: 9_999_999 }],
    });
    const booked = [came(MILLION), promise(2 * MILLION, '2026-06-20', { until: '2028-01-01' })];
    const on = (today: string) => budgetFlags({ plan, summary: summaryOf(booked, today, plan), today });
    const flags = [
      ...on('2026-06-25'),
      ...ledgerDifferenceFlags([{ what: '2025r', kept: 1, counted: -2 }], undefined),
    ];
    for (const { amount, reason, todo } of flags) {
      expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
      expect(reason).toMatch(/€ [\d.]+,\d\d.*\.$/);
      expect(todo).toMatch(/^[A-Z].*\.$/);
    }
    expect(on(addDays('2026-06-25', 1))).toEqual(on('2026-06-25'));
  });

  test('names three differences of a ledger that is wrong in many, and how many more there are', () => {
    const many = Array.from({ length: 40 }, (_each, i) => ({ what: `open V-${i}`, kept: i, counted: 2 * i }));
    const [flag] = ledgerDifferenceFlags(many, '2026-01-01');
    expect(flag).toMatchObject({ subject: 'balances', amount: 39, date: '2026-01-01' });
    expect(flag?.reason).toContain('en nog 37');
    expect(ledgerDifferenceFlags([], '2026-01-01')).toEqual([]);
  });
});
