import { forecastShortfallFlags } from './forecastShortfall.ts';
import { lateAllocationFlags } from './lateAllocation.ts';
import { noBenefitFlags } from './noBenefit.ts';
import { overspentFlags } from './overspent.ts';
import { uncommittedFlags } from './uncommitted.ts';
import { unspentFlags } from './unspent.ts';
import type { BudgetInputs, WantedBudgetFlag } from './wantedBudgetFlag.ts';

/** Every flag of the money whose cause holds today; a standing one that is not among them has lost its cause. */
export function budgetFlags(inputs: BudgetInputs): WantedBudgetFlag[] {
  return [
    ...unspentFlags(inputs),
    ...uncommittedFlags(inputs),
    ...overspentFlags(inputs),
    ...noBenefitFlags(inputs),
    ...lateAllocationFlags(inputs),
    ...forecastShortfallFlags(inputs),
  ];
}
