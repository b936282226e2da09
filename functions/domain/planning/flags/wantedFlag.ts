import type { Day } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import type { BodyCalendar, Calendars } from '../../meetings/calendar.ts';
import { recessOn } from '../../meetings/usableDays.ts';
import { bodiesOf } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Planning } from '../planning.ts';
import type { TrajectoryState } from '../state.ts';
import type { PlanningFlag } from './flagKinds.ts';

/** A flag whose cause holds today. Its sentences name days, not how far they are: it reads the same every morning. */
export interface WantedFlag {
  readonly flag: PlanningFlag;
  /** `process-proposal.r1 GM0072/college` for an open request, `vision-adopted` or `vision-adopted GM0072/council`. */
  readonly subject: string;
  readonly body?: string | undefined;
  /** The day it is about: papers due, due, or expected. */
  readonly date: Day;
  readonly reason: string;
  readonly todo: string;
}

export interface FlagInputs {
  readonly plan: Plan;
  readonly calendars: Calendars;
  readonly planning: Planning;
  readonly state: TrajectoryState;
  readonly today: Day;
}

export function bodyName(plan: Plan, id: string): string {
  return bodiesOf(plan).find((body) => body.id === id)?.name ?? id;
}

export function titleOf(plan: Plan, milestone: string): string {
  return plan.milestones.find(({ id }) => id === milestone)?.title ?? milestone;
}

/** Why a body does not meet on a day, in brackets, when that is a recess; otherwise nothing. */
export function recessWords(calendar: BodyCalendar | undefined, day: Day): string {
  const recess = recessOn(calendar, day);
  return recess ? ` (${recess.name} tot en met ${dutchDay(recess.until)})` : '';
}
