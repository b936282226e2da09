import type { Plan } from '../plan/schema.ts';
import type { Round } from '../round/round.ts';

/** What the plan says comes after a round: every milestone that waits for it, directly or further on. */
export function planningLines(
  plan: Plan,
  round: Pick<Round, 'stages'>,
  periodWords: (period: string) => string,
): string[] {
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
  return plan.milestones
    .filter(({ id }) => after.has(id))
    .map((milestone) => `${milestone.title} (${periodWords(milestone.period)})`);
}
