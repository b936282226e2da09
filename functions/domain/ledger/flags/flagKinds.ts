/** The flags of the money: raised and resolved by the daily watch, by the ledger, the plan and the day. */
export const BUDGET_FLAGS = [
  'unspent',
  'uncommitted',
  'overspent',
  'no-benefit',
  'late-allocation',
  'forecast-shortfall',
  'ledger-difference',
] as const;
export type BudgetFlag = (typeof BUDGET_FLAGS)[number];

export function isBudgetFlag(kind: string): kind is BudgetFlag {
  return (BUDGET_FLAGS as readonly string[]).includes(kind);
}
