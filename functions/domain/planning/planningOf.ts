import type { Day } from '../calendar/days.ts';
import type { Calendars } from '../meetings/calendar.ts';
import type { Plan } from '../plan/schema.ts';
import { dueDates } from './dueDates.ts';
import { criticalPath, forecast } from './forecast.ts';
import type { Planning } from './planning.ts';
import type { TrajectoryState } from './state.ts';

/** Due dates, forecast and critical path of a trajectory as it stands on a day; pure, worked out whenever needed. */
export function planningOf(plan: Plan, calendars: Calendars, state: TrajectoryState, today: Day): Planning {
  const due = dueDates(plan, calendars);
  const forecasts = forecast(plan, calendars, state, due.milestones, today);
  const { path, finish } = criticalPath(plan, forecasts);
  return {
    milestones: new Map(
      [...due.milestones].flatMap(([id, dueDate]) => {
        const expected = forecasts.get(id);
        return expected ? [[id, { due: dueDate, forecast: expected }] as const] : [];
      }),
    ),
    requests: due.requests,
    criticalPath: path,
    finish,
  };
}
