import { stageIndexOfMilestone } from '../plan/derived.ts';
import type { Plan, PlanMilestone, PlanRound } from '../plan/schema.ts';

/** The milestones so that each comes after all it waits for; a valid plan has no circles. */
export function inOrder(plan: Plan): PlanMilestone[] {
  const byId = new Map(plan.milestones.map((milestone) => [milestone.id, milestone]));
  const done = new Set<string>();
  const ordered: PlanMilestone[] = [];
  const visit = (milestone: PlanMilestone) => {
    if (done.has(milestone.id)) return;
    done.add(milestone.id);
    for (const id of predecessorsOf(plan, milestone)) {
      const before = byId.get(id);
      if (before) visit(before);
    }
    ordered.push(milestone);
  };
  plan.milestones.forEach(visit);
  return ordered;
}

/** What a milestone waits for: by the plan, and by the order of the stages in its own round. */
export function predecessorsOf(plan: Plan, milestone: PlanMilestone): string[] {
  const round = plan.rounds.find((each) => stageIndexOfMilestone(each, milestone.id) !== undefined);
  const index = round && lastStageOf(round, milestone.id);
  const before = round && index !== undefined ? milestoneBefore(round, index, milestone.id) : undefined;
  return [...new Set([...milestone.waitsFor, ...(before ? [before] : [])])];
}

export function successorsOf(plan: Plan, id: string): PlanMilestone[] {
  return plan.milestones.filter((milestone) => predecessorsOf(plan, milestone).includes(id));
}

/** The stage whose passing completes a milestone: the last one that names it. */
export function lastStageOf(round: PlanRound, milestone: string): number {
  return round.stages.findLastIndex((stage) => stage.milestone === milestone);
}

function milestoneBefore(round: PlanRound, index: number, own: string): string | undefined {
  return round.stages
    .slice(0, index)
    .map(({ milestone }) => milestone)
    .findLast((milestone) => milestone !== undefined && milestone !== own);
}
