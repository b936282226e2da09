import { type Day, dayOf, laterDay } from '../calendar/days.ts';
import { addWorkingDays, nextWorkingDay, workingDaysBetween } from '../calendar/workingDays.ts';
import type { Calendars } from '../meetings/calendar.ts';
import { opensNotBefore, roundOfMilestone } from '../plan/derived.ts';
import { durationOf } from '../plan/planningRules.ts';
import type { Plan, PlanMilestone } from '../plan/schema.ts';
import { type ForecastStage, forecastRound } from './forecastRound.ts';
import { inOrder, lastStageOf, predecessorsOf } from './order.ts';
import type { DueDate, MilestoneForecast, MovedDay } from './planning.ts';
import type { TrajectoryState } from './state.ts';

/**
 * The earliest day on which each milestone can be expected: after what it waits for and the beginning of its period,
 * as long as it takes, on days its bodies meet. What is done is as it was; what is open goes on from today.
 */
export function forecast(
  plan: Plan,
  calendars: Calendars,
  state: TrajectoryState,
  due: ReadonlyMap<string, DueDate>,
  today: Day,
): Map<string, MilestoneForecast> {
  const forecasts = new Map<string, MilestoneForecast>();
  const rounds = new Map<string, ForecastStage[]>();
  for (const milestone of inOrder(plan)) {
    const row = state.milestones.find(({ id }) => id === milestone.id);
    const before = predecessorsOf(plan, milestone).flatMap((id) => forecasts.get(id) ?? []);
    const last = before.reduce<MilestoneForecast | undefined>(
      (a, b) => (a && a.finish >= b.finish ? a : b),
      undefined,
    );
    const own = nextWorkingDay(
      laterDay(opensNotBefore(milestone), row?.openedAt ? dayOf(row.openedAt) : today),
    );
    const start = last && last.finish > own ? last.finish : own;
    const after = last && last.finish >= own ? last.id : undefined;
    const {
      start: begins,
      finish,
      moved,
    } = row?.completedOn
      ? {
          start: row.openedAt ? dayOf(row.openedAt) : row.completedOn,
          finish: row.completedOn,
          moved: [] as MovedDay[],
        }
      : expected(plan, calendars, milestone, state, rounds, start, today);
    forecasts.set(milestone.id, {
      id: milestone.id,
      start: begins,
      finish,
      completed: row?.completedOn !== undefined,
      slack: workingDaysBetween(finish, due.get(milestone.id)?.day ?? finish),
      ...(after && { after }),
      moved,
    });
  }
  return forecasts;
}

function expected(
  plan: Plan,
  calendars: Calendars,
  milestone: PlanMilestone,
  state: TrajectoryState,
  rounds: Map<string, ForecastStage[]>,
  start: Day,
  today: Day,
): ForecastStage {
  const round = roundOfMilestone(plan, milestone.id);
  if (!round) {
    const finish = laterDay(addWorkingDays(start, durationOf(milestone)), nextWorkingDay(today));
    return { start, finish, moved: [] };
  }
  const stages = rounds.get(round.id) ?? forecastRound(plan, calendars, round, state, start, today);
  rounds.set(round.id, stages);
  const stage = stages[lastStageOf(round, milestone.id)];
  return stage ?? { start, finish: start, moved: [] };
}

/** The milestones that determine when the last decision is expected, in order, and that day. */
export function criticalPath(
  plan: Plan,
  forecasts: ReadonlyMap<string, MilestoneForecast>,
): { readonly path: readonly string[]; readonly finish: Day } {
  const decisions = plan.milestones.filter(({ kind }) => kind === 'decision');
  const ends = (decisions.length > 0 ? decisions : plan.milestones).flatMap(
    ({ id }) => forecasts.get(id) ?? [],
  );
  const last = ends.reduce((a, b) => (b.finish >= a.finish ? b : a));
  const path: string[] = [];
  for (
    let at: MilestoneForecast | undefined = last;
    at && !at.completed;
    at = forecasts.get(at.after ?? '')
  ) {
    path.unshift(at.id);
  }
  return { path, finish: last.finish };
}
