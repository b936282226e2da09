import { addDays, type Day } from '../calendar/days.ts';
import { periodOf, quarterOf } from '../calendar/periods.ts';
import type { Plan } from '../plan/schema.ts';
import { addTo } from './addTo.ts';
import { expectedIncome } from './expectedIncome.ts';
import type { LedgerSummary } from './ledgerSummary.ts';
import { balanceOfMilestone } from './milestoneBalance.ts';
import { centsOf, yearsOfBudget } from './planBudget.ts';

/** One quarter of the money, past or to come; cents. */
export interface QuarterForecast {
  readonly quarter: string;
  readonly received: number;
  readonly spent: number;
  /** What is promised and not paid, spread to the day it is expected to be paid. */
  readonly committed: number;
  /** What milestones may still cost beyond what was promised for them, spread over their period. */
  readonly planned: number;
  /** Expected in the plan with an amount; and estimated, which nobody may rely on. */
  readonly certain: number;
  readonly estimated: number;
  /** At the end of the quarter, without estimates and with them. */
  readonly left: number;
  readonly leftWithEstimates: number;
}

type Flow = 'received' | 'spent' | 'committed' | 'planned' | 'certain' | 'estimated';

/**
 * How the money burns, by quarter, from the first booking until the last quarter of the budget: what happened up to
 * today, what is to be expected after it. What should have happened already and did not is expected this quarter; what
 * is expected after the budget's last year, in its last quarter. `over` are the milestones that cost nothing any more.
 */
export function burnForecast(
  plan: Plan,
  summary: LedgerSummary,
  today: Day,
  over: ReadonlySet<string> = new Set(),
): QuarterForecast[] {
  const now = quarterOf(today);
  const last = [`${yearsOfBudget(plan).until}-Q4`, now].sort().at(-1)!;
  const flows: Record<Flow, Map<string, number>> = {
    received: new Map(),
    spent: new Map(summary.spent),
    committed: new Map(),
    planned: new Map(),
    certain: new Map(),
    estimated: new Map(),
  };
  for (const days of summary.received.values())
    for (const [day, cents] of days) addTo(flows.received, quarterOf(day), cents);
  const within = (quarter: string) => (quarter < now ? now : quarter > last ? last : quarter);
  const spread = (flow: Flow, cents: number, from: Day, until: Day) => {
    const quarters = quartersBetween(within(quarterOf(from)), within(quarterOf(until)));
    evenly(cents, quarters.length).forEach((part, index) => {
      addTo(flows[flow], quarters[index]!, part);
    });
  };
  for (const { open, until } of summary.commitments) spread('committed', open, today, until ?? today);
  for (const { id, budget, period } of plan.milestones) {
    if (budget === undefined || over.has(id)) continue;
    const { committed, spent } = balanceOfMilestone(summary.milestones, id);
    const left = centsOf(budget) - Math.max(committed, spent);
    const { from, until } = periodOf(period);
    if (left > 0) spread('planned', left, from, until);
  }
  for (const { by, missing = 0, certain } of expectedIncome(plan, summary.counters))
    addTo(flows[certain ? 'certain' : 'estimated'], within(quarterOf(by)), missing);
  const first = [now, ...flows.received.keys(), ...flows.spent.keys()].sort()[0]!;
  return runningTotals(flows, quartersBetween(first, last));
}

function runningTotals(
  flows: Record<Flow, ReadonlyMap<string, number>>,
  quarters: readonly string[],
): QuarterForecast[] {
  let left = 0;
  let leftWithEstimates = 0;
  return quarters.map((quarter) => {
    const of = (flow: Flow) => flows[flow].get(quarter) ?? 0;
    const change = of('received') + of('certain') - of('spent') - of('committed') - of('planned');
    left += change;
    leftWithEstimates += change + of('estimated');
    return {
      quarter,
      received: of('received'),
      spent: of('spent'),
      committed: of('committed'),
      planned: of('planned'),
      certain: of('certain'),
      estimated: of('estimated'),
      left,
      leftWithEstimates,
    };
  });
}

/** From one quarter up to and including another; the first alone when the other is not after it. */
function quartersBetween(from: string, until: string): string[] {
  const quarters = [from];
  for (let next = from; next < until; ) {
    next = quarterOf(addDays(periodOf(next).until, 1));
    quarters.push(next);
  }
  return quarters;
}

/** Whole cents that add up to the amount and differ by one at most, whatever the number. */
function evenly(cents: number, parts: number): number[] {
  const upTo = (index: number) => Math.floor((cents * index) / parts);
  return Array.from({ length: parts }, (_each, index) => upTo(index + 1) - upTo(index));
}
