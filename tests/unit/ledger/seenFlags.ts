import { budgetFlags } from '../../../functions/domain/ledger/flags/budgetFlags.ts';
import type { BudgetFlag } from '../../../functions/domain/ledger/flags/flagKinds.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { examplePlan } from '../exampleRecord.ts';
import { type Booked, summaryOf } from './summaryOf.ts';

// What the rules say of a handful of bookings, for tests that read as sentences.

export const planOf = (budget: Plan['budget'] = {}): Plan => ({ ...examplePlan(), budget });
export function seen(flag: BudgetFlag, booked: readonly Booked[], today: string, plan = planOf()) {
  const summary = summaryOf(booked, today, plan);
  return budgetFlags({ plan, summary, today }).filter((each) => each.flag === flag);
}
export const short = (flags: ReturnType<typeof seen>) =>
  flags.map(({ subject, amount, date }) => `${subject}: ${amount} op ${date}`);

export const came = (amount: number, date = '2025-12-15', more: Partial<Booked> = {}): Booked => ({
  type: 'allocation',
  amount,
  date,
  ...more,
});
export const promise = (amount: number, date: string, more: Partial<Booked> = {}): Booked => ({
  type: 'commitment',
  reference: 'V-1',
  amount,
  date,
  ...more,
});
export const pay = (amount: number, date: string, more: Partial<Booked> = {}): Booked => ({
  type: 'expenditure',
  commitment: 'V-1',
  amount,
  date,
  ...more,
});
export const MILLION = 100_000_000;
