import type { Plan } from '../plan/schema.ts';
import type { Weights } from './shares.ts';

// What a plan says about money, or what is usual when it says nothing. The Impulsbudget runs from 2025 to 2034
// (shared/reference/budget.md).

const USUAL_YEARS = { from: 2025, until: 2034 } as const;

export function yearsOfBudget(plan: Pick<Plan, 'budget'>): { readonly from: number; readonly until: number } {
  return plan.budget?.years ?? USUAL_YEARS;
}

/** By which proportion an amount is for everybody's benefit, unless a booking says otherwise: the plan's key, or equally. */
export function usualWeights(plan: Pick<Plan, 'budget' | 'participants'>): Weights {
  return plan.budget?.key ?? Object.fromEntries(plan.participants.map(({ code }) => [code, 1]));
}

/** An amount of a plan file, in euro with at most two decimals, in cents. */
export function centsOf(euro: number): number {
  return Math.round(euro * 100);
}
