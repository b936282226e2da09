import { type Day, dayOf } from '../domain/calendar/days.ts';
import { dutchDay } from '../domain/calendar/dutchDay.ts';
import type { Calendars } from '../domain/meetings/calendar.ts';
import { factsBetween } from '../domain/meetings/factsBetween.ts';
import { type Body, bodiesOfStage } from '../domain/plan/bodies.ts';
import { roundOfMilestone } from '../domain/plan/derived.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { dueOfRequest } from '../domain/planning/dueOfRequest.ts';
import { lastStageOf } from '../domain/planning/order.ts';
import type { DueDate, MovedDay } from '../domain/planning/planning.ts';
import { planningOf } from '../domain/planning/planningOf.ts';
import type { Replanning } from '../domain/replan/replanning.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { MilestoneRow } from '../domain/trajectory.ts';
import type { MilestoneView, RequestView, TrajectoryStatus } from './statusViews.ts';

interface PlanningSources {
  readonly plan: Plan;
  readonly calendars: Calendars;
  readonly milestones: readonly MilestoneRow[];
  readonly rounds: readonly Round[];
  readonly requests: readonly DecisionRequest[];
  readonly replanned: Replanning | undefined;
  readonly today: Day;
}

/** Days of a trajectory as people see them, each with the reason why it is no other day. */
export interface PlanningViews {
  readonly forecast: TrajectoryStatus['forecast'];
  ofMilestone(id: string): Pick<MilestoneView, 'dueOn' | 'moved' | 'forecast'>;
  ofRequest(
    round: Round,
    stage: number,
    body: string,
    request: DecisionRequest | undefined,
  ): Pick<RequestView, 'dueOn' | 'papersBy' | 'moved'>;
}

export function planningViews(sources: PlanningSources): PlanningViews {
  const { plan, calendars, milestones, requests, replanned, today } = sources;
  const rounds = sources.rounds.map((round) => ({
    round,
    requests: requests.filter((request) => request.round === formatRoundId(round)),
  }));
  const planning = planningOf(plan, calendars, { milestones, rounds }, today);
  return {
    forecast: { finish: planning.finish, criticalPath: planning.criticalPath },
    ofMilestone: (id) => {
      const planned = planning.milestones.get(id);
      if (!planned) throw new Error(`the planning has no milestone ${id}`);
      const { due, forecast } = planned;
      const begun = milestones.find((row) => row.id === id);
      return {
        dueOn: due.day,
        moved: [...movedByReplanning(replanned, id, undefined, due), ...due.moved],
        forecast: {
          startsOn: begun?.openedAt ? dayOf(begun.openedAt) : forecast.start,
          expectedOn: forecast.finish,
          slack: forecast.slack,
          critical: planning.criticalPath.includes(id),
          moved: forecast.moved,
          facts: forecast.completed
            ? []
            : factsBetween(calendars, bodiesOfMilestone(plan, id), forecast.start, forecast.finish),
        },
      };
    },
    ofRequest: (round, stage, body, request) => {
      const seen = request ?? { stage, body, deferrals: [] };
      const due = dueOfRequest(plan, calendars, planning, round, seen);
      if (!due) return { dueOn: null, papersBy: null, moved: [] };
      const subject = formatRoundId(round);
      return {
        dueOn: due.day,
        papersBy: due.papersBy,
        moved: [...movedByReplanning(replanned, subject, body, due), ...due.moved],
      };
    },
  };
}

/** What the last re-planning moved stays beside the day for as long as it is that day. */
function movedByReplanning(
  replanned: Replanning | undefined,
  subject: string,
  body: string | undefined,
  due: DueDate,
): MovedDay[] {
  const move = replanned?.changes.moves.find(
    (each) =>
      each.subject === subject && each.to === due.day && (body === undefined || each.bodies.includes(body)),
  );
  if (!replanned || !move) return [];
  const reason = `op ${dutchDay(dayOf(replanned.at))} herpland: ${replanned.reason.replace(/\.$/, '')}`;
  return [{ from: move.from, to: move.to, reason }];
}

function bodiesOfMilestone(plan: Plan, id: string): readonly Body[] {
  const round = roundOfMilestone(plan, id);
  const stage = round?.stages[lastStageOf(round, id)];
  if (stage) return bodiesOfStage(plan, stage);
  const milestone = plan.milestones.find((each) => each.id === id);
  return milestone ? bodiesOfStage(plan, { ask: milestone.owner }) : [];
}
