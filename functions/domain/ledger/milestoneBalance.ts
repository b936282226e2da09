import { type Counters, counterOf, type Sum, yearsOf } from './balances.ts';

/** What was promised for a milestone (net) and paid, all years together; cents. */
export interface MilestoneBalance {
  readonly committed: number;
  readonly spent: number;
}

/** `milestones` are the counters of `counterOf.milestone`. */
export function balanceOfMilestone(milestones: Counters, id: string): MilestoneBalance {
  const own = Object.fromEntries(
    Object.entries(milestones).flatMap(([name, cents]) =>
      name.startsWith(`${id} `) ? [[name.slice(id.length + 1), cents]] : [],
    ),
  );
  const of = (sum: Sum) =>
    yearsOf(own).reduce((total, year) => total + (own[counterOf.sum(year, sum)] ?? 0), 0);
  return { committed: of('committed') - of('released'), spent: of('spent') };
}
