import type { Day } from '../calendar/days.ts';
import { periodOf } from '../calendar/periods.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Plan, PlanMilestone, PlanRound } from './schema.ts';

// What follows from a valid plan, so that nobody works it out twice.

/** The round that completes a milestone; none for a task, session or consultation. */
export function roundOfMilestone(plan: Pick<Plan, 'rounds'>, milestoneId: string): PlanRound | undefined {
  return plan.rounds.find((round) => stageIndexOfMilestone(round, milestoneId) !== undefined);
}

/** Place, from 0, of the stage of a round that completes a milestone; none when the round does not. */
export function stageIndexOfMilestone(
  round: Pick<PlanRound, 'stages'>,
  milestoneId: string,
): number | undefined {
  const index = round.stages.findIndex((stage) => stage.milestone === milestoneId);
  return index < 0 ? undefined : index;
}

/** Id of the milestone that opens a round. Validation sees to it that there is one; the type cannot say so. */
export function firstMilestoneOf(round: Pick<PlanRound, 'stages'>): string | undefined {
  return round.stages[0]?.milestone;
}

/** The last day of a milestone's period: what is not completed by then is late the day after. */
export function dueDayOf(milestone: Pick<PlanMilestone, 'period'>): Day {
  return periodOf(milestone.period).until;
}

/** The first day a milestone may open: the first of its period, or its `lead` in working days before that. */
export function opensNotBefore(milestone: Pick<PlanMilestone, 'period' | 'lead'>): Day {
  return addWorkingDays(periodOf(milestone.period).from, -milestone.lead);
}
