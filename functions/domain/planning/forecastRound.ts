import { type Day, dayOf, laterDay } from '../calendar/days.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Calendars } from '../meetings/calendar.ts';
import { bodiesOfStage } from '../plan/bodies.ts';
import type { Plan, PlanRound } from '../plan/schema.ts';
import { expectedAnswer } from './expectedAnswer.ts';
import type { MovedDay } from './planning.ts';
import type { TrajectoryState } from './state.ts';

export interface ForecastStage {
  readonly start: Day;
  readonly finish: Day;
  readonly moved: readonly MovedDay[];
}

/** Working days an organisation needs for a revised proposal; a round that was divided begins anew after it. */
export const REVISION_TAKES = 15;

/** When each stage of a round is expected to begin and to end, given that the round can open on `start`. */
export function forecastRound(
  plan: Plan,
  calendars: Calendars,
  planRound: PlanRound,
  state: TrajectoryState,
  start: Day,
  today: Day,
): ForecastStage[] {
  const latest = state.rounds
    .filter(({ round }) => round.family === planRound.id)
    .reduce<TrajectoryState['rounds'][number] | undefined>(
      (a, b) => (a && a.round.number > b.round.number ? a : b),
      undefined,
    );
  const open = latest?.round.status === 'open' ? latest : undefined;
  const revising = latest?.round.status === 'handed-over' && !latest.round.revisedAt && latest.round.closedAt;
  let begins = open ? dayOf(open.round.openedAt) : start;
  if (revising) begins = laterDay(addWorkingDays(dayOf(revising), REVISION_TAKES), today);
  return planRound.stages.map((stage, index): ForecastStage => {
    const passedOn = open?.round.stages[index]?.passedOn;
    const answers = passedOn
      ? [{ day: passedOn, moved: [] }]
      : bodiesOfStage(plan, stage).map((body) => {
          const request = open?.requests.find((each) => each.body === body.id);
          return expectedAnswer(plan, calendars, body, stage, request, begins, today);
        });
    const last = answers.reduce((a, b) => (b.day > a.day ? b : a), {
      day: begins,
      moved: [] as readonly MovedDay[],
    });
    const forecast = { start: begins, finish: last.day, moved: last.moved };
    begins = last.day;
    return forecast;
  });
}
