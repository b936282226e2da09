import { type Day, laterDay } from '../calendar/days.ts';
import { addWorkingDays, nextWorkingDay } from '../calendar/workingDays.ts';
import type { Calendars } from '../meetings/calendar.ts';
import { lastUsableDay } from '../meetings/usableDays.ts';
import { type Body, bodiesOfStage } from '../plan/bodies.ts';
import { dueDayOf, opensNotBefore, roundOfMilestone } from '../plan/derived.ts';
import { papersLeadOf } from '../plan/planningRules.ts';
import type { Plan, PlanMilestone, PlanRound } from '../plan/schema.ts';
import { type LatestDays, latestDays } from './latestDays.ts';
import { movedForBody, movedOffNonWorkingDay } from './movedDays.ts';
import { inOrder, lastStageOf, predecessorsOf } from './order.ts';
import { type DueDate, requestKeyOf } from './planning.ts';

export interface DueDates {
  readonly milestones: ReadonlyMap<string, DueDate>;
  readonly requests: ReadonlyMap<string, DueDate>;
}

/**
 * By when each milestone must be completed, and each body must have decided: on its last usable meeting day that
 * leaves the next step its time. Where there is none, the last one in the period; where there is none either, the
 * period's last working day, without a meeting. No due day lies before that of what it waits for.
 */
export function dueDates(plan: Plan, calendars: Calendars): DueDates {
  const latest = latestDays(plan, calendars);
  const milestones = new Map<string, DueDate>();
  const requests = new Map<string, DueDate>();
  for (const milestone of inOrder(plan)) {
    const after = predecessorsOf(plan, milestone).map((id) => milestones.get(id)?.day ?? '');
    const notBefore = [nextWorkingDay(opensNotBefore(milestone)), ...after].reduce(laterDay);
    const round = roundOfMilestone(plan, milestone.id);
    milestones.set(
      milestone.id,
      round
        ? dueOfStages(plan, calendars, latest, round, milestone, notBefore, requests)
        : dueOfWork(milestone, latest, notBefore),
    );
  }
  stagesAfterLastMilestone(plan, calendars, latest, milestones, requests);
  return { milestones, requests };
}

/** The stages up to the one that completes this milestone, from the last milestone before; fills in `requests`. */
function dueOfStages(
  plan: Plan,
  calendars: Calendars,
  latest: LatestDays,
  round: PlanRound,
  milestone: PlanMilestone,
  notBefore: Day,
  requests: Map<string, DueDate>,
): DueDate {
  let from = notBefore;
  let stageDue: DueDate | undefined;
  const last = lastStageOf(round, milestone.id);
  for (let index = 0; index <= last; index++) {
    const bodies = bodiesOfStage(plan, round.stages[index]!);
    if (bodies.every(({ id }) => requests.has(requestKeyOf(round.id, index, id)))) continue;
    const dues = bodies.map((body) => {
      const due = dueOfBody(
        plan,
        calendars,
        body,
        from,
        latest.ofStage(round, index),
        latest.ownEnd(milestone.id),
      );
      requests.set(requestKeyOf(round.id, index, body.id), due);
      return due;
    });
    stageDue = dues.reduce((a, b) => (b.day > a.day ? b : a));
    from = laterDay(from, stageDue.day);
  }
  return stageDue ?? dueOfWork(milestone, latest, notBefore);
}

/** A round may go on after its last milestone: those stages are due by the end of that milestone's period. */
function stagesAfterLastMilestone(
  plan: Plan,
  calendars: Calendars,
  latest: LatestDays,
  milestones: ReadonlyMap<string, DueDate>,
  requests: Map<string, DueDate>,
): void {
  for (const round of plan.rounds) {
    const milestone = round.stages.map((stage) => stage.milestone).findLast((id) => id !== undefined);
    let from = (milestone && milestones.get(milestone)?.day) ?? '';
    round.stages.forEach((stage, index) => {
      const end = milestone ? latest.ownEnd(milestone) : from;
      // The bodies of a stage are asked together: none waits for another.
      const asked = from;
      for (const body of bodiesOfStage(plan, stage)) {
        const key = requestKeyOf(round.id, index, body.id);
        if (requests.has(key)) continue;
        const due = dueOfBody(plan, calendars, body, asked, latest.ofStage(round, index), end);
        requests.set(key, due);
        from = laterDay(from, due.day);
      }
    });
  }
}

function dueOfWork(milestone: PlanMilestone, latest: LatestDays, notBefore: Day): DueDate {
  const end = latest.ownEnd(milestone.id);
  const day = laterDay(latest.ofMilestone(milestone.id), notBefore);
  return { day, papersBy: day, assumed: false, moved: movedOffNonWorkingDay(dueDayOf(milestone), end) };
}

function dueOfBody(
  plan: Plan,
  calendars: Calendars,
  body: Body,
  from: Day,
  latestDay: Day,
  ownEnd: Day,
): DueDate {
  const calendar = calendars.get(body.id);
  const usable = lastUsableDay(calendar, from, latestDay) ?? lastUsableDay(calendar, from, ownEnd);
  const wanted = latestDay >= from ? latestDay : laterDay(ownEnd, from);
  const day = usable?.day ?? laterDay(ownEnd, from);
  return {
    day,
    ...(usable && { meeting: usable.day }),
    papersBy: usable?.papersBy ?? addWorkingDays(day, -papersLeadOf(plan, body.id)),
    assumed: usable?.assumed ?? false,
    moved: usable ? movedForBody(calendar, body.name, wanted, day) : [],
  };
}
