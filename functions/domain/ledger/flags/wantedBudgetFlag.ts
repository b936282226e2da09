import type { Day } from '../../calendar/days.ts';
import type { Plan } from '../../plan/schema.ts';
import type { LedgerSummary } from '../ledgerSummary.ts';
import type { BudgetFlag } from './flagKinds.ts';

/** A flag of the money whose cause holds today. It reads the same every morning until an amount or a day changes. */
export interface WantedBudgetFlag {
  readonly flag: BudgetFlag;
  /** What stays the same while it stands: a year of the money and a period, a milestone, a municipality. */
  readonly subject: string;
  /** Cents. */
  readonly amount: number;
  /** The day it is about; absent only where the ledger holds no entry to name one. */
  readonly date?: Day | undefined;
  readonly reason: string;
  readonly todo: string;
}

export interface BudgetInputs {
  readonly plan: Plan;
  readonly summary: LedgerSummary;
  readonly today: Day;
}
