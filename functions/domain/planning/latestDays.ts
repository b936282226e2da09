import { type Day, earlierDay } from '../calendar/days.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Calendars } from '../meetings/calendar.ts';
import { lastUsableDay } from '../meetings/usableDays.ts';
import { bodiesOfStage } from '../plan/bodies.ts';
import { dueDayOf, firstMilestoneOf, opensNotBefore, roundOfMilestone } from '../plan/derived.ts';
import { durationOf, papersLeadOf } from '../plan/planningRules.ts';
import type { Plan, PlanMilestone, PlanRound } from '../plan/schema.ts';
import { lastWorkingDayBy } from './movedDays.ts';
import { lastStageOf, successorsOf } from './order.ts';

/** The latest days that leave what comes after enough time: of milestones, and of the stages of rounds. */
export interface LatestDays {
  /** The last working day of a milestone's own period. */
  ownEnd(milestone: string): Day;
  ofMilestone(milestone: string): Day;
  ofStage(round: PlanRound, stage: number): Day;
}

/**
 * Counted back from the ends of the periods: a milestone must leave what waits for it its duration, or the time its
 * bodies need (the papers of their last usable meeting). Memoised; a valid plan has no circles.
 */
export function latestDays(plan: Plan, calendars: Calendars): LatestDays {
  const milestones = new Map(plan.milestones.map((milestone) => [milestone.id, milestone]));
  const ends = new Map<string, Day>();
  const stages = new Map<string, Day>();
  const ownEnd = (id: string): Day => lastWorkingDayBy(dueDayOf(milestones.get(id) ?? plan.milestones[0]!));

  function ofMilestone(id: string): Day {
    const known = ends.get(id);
    if (known) return known;
    const day = [ownEnd(id), ...successorsOf(plan, id).map(mustBegin)].reduce(earlierDay);
    ends.set(id, day);
    return day;
  }

  /** The last day on which a milestone can begin and still be done by its latest day. */
  function mustBegin(milestone: PlanMilestone): Day {
    const round = roundOfMilestone(plan, milestone.id);
    if (round) return stageMustBegin(round, lastStageOf(round, milestone.id));
    return addWorkingDays(ofMilestone(milestone.id), -durationOf(milestone));
  }

  function ofStage(round: PlanRound, index: number): Day {
    const key = `${round.id}#${index}`;
    const known = stages.get(key);
    if (known) return known;
    const milestone = round.stages[index]?.milestone;
    const own = milestone && lastStageOf(round, milestone) === index ? [ofMilestone(milestone)] : [];
    const next = index + 1 < round.stages.length ? [stageMustBegin(round, index + 1)] : [];
    const day = [...own, ...next, ...(own.length + next.length === 0 ? [endOfRound(round)] : [])].reduce(
      earlierDay,
    );
    stages.set(key, day);
    return day;
  }

  /** Its bodies must have been asked by the day on which the papers of their last usable meeting are due. */
  function stageMustBegin(round: PlanRound, index: number): Day {
    const until = ofStage(round, index);
    const from = couldDecideFrom(round, index);
    return bodiesOfStage(plan, round.stages[index]!)
      .map(({ id }) => {
        const usable = lastUsableDay(calendars.get(id), from, until);
        return usable?.papersBy ?? addWorkingDays(usable?.day ?? until, -papersLeadOf(plan, id));
      })
      .reduce(earlierDay, until);
  }

  /** Not before its round opens and the stages up to it have had the time their papers take. */
  function couldDecideFrom(round: PlanRound, index: number): Day {
    const opens = milestones.get(firstMilestoneOf(round) ?? '');
    const papers = round.stages
      .slice(0, index + 1)
      .map((stage) => Math.max(0, ...bodiesOfStage(plan, stage).map(({ id }) => papersLeadOf(plan, id))));
    return addWorkingDays(
      opens ? opensNotBefore(opens) : ofStage(round, index),
      papers.reduce((sum, each) => sum + each, 0),
    );
  }

  function endOfRound(round: PlanRound): Day {
    const last = round.stages.map(({ milestone }) => milestone).findLast((id) => id !== undefined);
    return ownEnd(last ?? plan.milestones[0]!.id);
  }

  return { ownEnd, ofMilestone, ofStage };
}
