import type { Day } from '../calendar/days.ts';
import { nextWorkingDay } from '../calendar/workingDays.ts';
import { opensNotBefore } from '../plan/derived.ts';
import type { Plan, PlanMilestone, PlanRound } from '../plan/schema.ts';
import type { MilestoneRow } from '../trajectory.ts';

/** A milestone that may open now, with the round it opens when bodies must answer first. */
export interface Openable {
  readonly milestone: PlanMilestone;
  readonly round: PlanRound | undefined;
}

/**
 * The milestones that may open on a day: all they wait for is completed and their period (less its lead) has
 * begun. A milestone that a later stage of a round completes is opened by the chain, not here.
 */
export function openableMilestones(plan: Plan, rows: readonly MilestoneRow[], day: Day): Openable[] {
  const status = new Map(rows.map((row) => [row.id, row.status]));
  return plan.milestones.flatMap((milestone) => {
    if (status.has(milestone.id)) return [];
    if (!milestone.waitsFor.every((id) => status.get(id) === 'completed')) return [];
    const round = plan.rounds.find(({ stages }) => stages.some((stage) => stage.milestone === milestone.id));
    const begins = opensNotBefore(milestone);
    // Opening a round asks bodies by mail: not on a day on which nobody works.
    if ((round ? nextWorkingDay(begins) : begins) > day) return [];
    if (round && round.stages[0]?.milestone !== milestone.id) return [];
    return [{ milestone, round }];
  });
}
