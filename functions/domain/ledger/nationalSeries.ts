import type { Plan } from '../plan/schema.ts';
import { balanceOfYear, type Counters } from './balances.ts';
import { centsOf } from './planBudget.ts';

/** What the state has for one year, for the whole country. */
export interface NationalYear {
  readonly year: number;
  readonly cents: number;
  /** `given`: it was published. `estimate`: drawn between years that were. */
  readonly source: 'given' | 'estimate';
}

/** The national amounts as the plan file has them, in order; none when it has none. */
export function nationalSeries({ budget }: Pick<Plan, 'budget'>): NationalYear[] {
  return (budget?.national?.years ?? [])
    .map(({ year, amount, estimate }) => ({
      year,
      cents: centsOf(amount),
      source: estimate ? ('estimate' as const) : ('given' as const),
    }))
    .sort((a, b) => a.year - b.year);
}

/**
 * What a year may bring, to the cent: its national amount times what the participants had of the first year of which
 * they received, or else certainly expect, anything. Always an estimate; undefined where there is nothing to go by.
 */
export function estimateFromShare(
  plan: Pick<Plan, 'budget'>,
  year: number,
  counters: Counters,
): number | undefined {
  const series = nationalSeries(plan);
  const national = series.find((each) => each.year === year);
  if (!national) return undefined;
  const first =
    series.find((each) => balanceOfYear(counters, each.year).received > 0) ??
    series.find((each) => certainlyExpected(plan, each.year) > 0);
  if (!first) return undefined;
  const share = balanceOfYear(counters, first.year).received || certainlyExpected(plan, first.year);
  // Beyond 2^53 in between: cents times cents.
  const whole = BigInt(first.cents);
  return Number((2n * BigInt(national.cents) * BigInt(share) + whole) / (2n * whole));
}

function certainlyExpected({ budget }: Pick<Plan, 'budget'>, year: number): number {
  return (budget?.expects ?? [])
    .filter((each) => each.year === year && !each.estimate)
    .reduce((sum, { amount }) => sum + centsOf(amount ?? 0), 0);
}
