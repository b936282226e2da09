import type { Plan } from '../plan/schema.ts';
import { centsOf } from './planBudget.ts';

/** When something is said about the money; docs/budget.md explains each to a controller. */
export interface FlagRules {
  /** Both must be passed. */
  readonly above: { readonly cents: number; readonly percent: number };
  readonly unspentDaysAhead: number;
  readonly uncommittedAfterDays: number;
  readonly noBenefitAfterDays: number;
}

/** A decentralisatie-uitkering has no legal term: all of these are agreed by the participants, in their plan file. */
const USUAL = { euro: 10_000, percent: 5, daysAhead: 30, afterDays: 180 } as const;

export function flagRules({ budget }: Pick<Plan, 'budget'>): FlagRules {
  const flags = budget?.flags;
  return {
    above: {
      cents: centsOf(flags?.unspentAbove?.euro ?? USUAL.euro),
      percent: flags?.unspentAbove?.percent ?? USUAL.percent,
    },
    unspentDaysAhead: flags?.unspentDaysAhead ?? USUAL.daysAhead,
    uncommittedAfterDays: flags?.uncommittedAfterDays ?? USUAL.afterDays,
    noBenefitAfterDays: flags?.noBenefitAfterDays ?? USUAL.afterDays,
  };
}

/** Is what is left of a year's money worth saying? More than the amount, and more than the share of what came in. */
export function isWorthSaying(left: number, received: number, { above }: FlagRules): boolean {
  return left > above.cents && left * 100 > received * above.percent;
}
