import type { Plan, PlanMilestone } from '../plan/schema.ts';
import type { Round } from '../round/round.ts';

/** What the plan says comes after a round, and when. */
export function planningLines(
  plan: Plan,
  round: Pick<Round, 'stages'>,
  periodWords: (period: string) => string,
): string[] {
  return milestonesAfter(plan, round).map(
    (milestone) => `${milestone.title} (${periodWords(milestone.period)})`,
  );
}

/** Every milestone that waits for a round, directly or further on, in the plan's order. */
export function milestonesAfter(plan: Plan, round: Pick<Round, 'stages'>): PlanMilestone[] {
  const done = new Set(round.stages.flatMap((stage) => stage.milestone ?? []));
  const after = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const milestone of plan.milestones) {
      if (done.has(milestone.id) || after.has(milestone.id)) continue;
      if (milestone.waitsFor.some((id) => done.has(id) || after.has(id))) {
        after.add(milestone.id);
        grown = true;
      }
    }
  }
  return plan.milestones.filter(({ id }) => after.has(id));
}
