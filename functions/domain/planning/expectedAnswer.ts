import { addDays, type Day, dayOf, laterDay } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import { addWorkingDays, nextWorkingDay } from '../calendar/workingDays.ts';
import type { Calendars } from '../meetings/calendar.ts';
import type { Body } from '../plan/bodies.ts';
import { papersLeadOf } from '../plan/planningRules.ts';
import type { Plan, PlanStage } from '../plan/schema.ts';
import type { DecisionRequest } from '../round/round.ts';
import { firstMeeting } from './firstMeeting.ts';
import { movedForBody } from './movedDays.ts';
import type { MovedDay } from './planning.ts';

export interface ExpectedAnswer {
  readonly day: Day;
  readonly moved: readonly MovedDay[];
}

/**
 * The day on which a body is expected to answer when it is asked on `asked`, seen from `today`: when it has, that
 * day; deferred, its new date; otherwise the first meeting whose papers can still be handed in. A body that only
 * takes note may be earlier by its silence, where the plan says what that means.
 */
export function expectedAnswer(
  plan: Plan,
  calendars: Calendars,
  body: Body,
  stage: PlanStage,
  request: DecisionRequest | undefined,
  asked: Day,
  today: Day,
): ExpectedAnswer {
  if (request?.status === 'decided' && request.decidedOn) return { day: request.decidedOn, moved: [] };
  // Under embargo: seen is that it was given, and when.
  if (request?.status === 'decided' && request.recordedAt)
    return { day: dayOf(request.recordedAt), moved: [] };
  const askedOn = request?.askedAt ? dayOf(request.askedAt) : asked;
  const deferral = request?.deferrals.at(-1);
  const calendar = calendars.get(body.id);
  const lead = papersLeadOf(plan, body.id);
  const usual = addWorkingDays(askedOn, lead);
  const meeting = firstMeeting(calendar, askedOn, lead, today)?.day ?? laterDay(usual, nextWorkingDay(today));
  if (deferral && deferral.newDate >= today) {
    const reason = `${body.name} heeft op ${dutchDay(deferral.decidedOn)} aangehouden tot ${dutchDay(deferral.newDate)}`;
    return { day: deferral.newDate, moved: [{ from: meeting, to: deferral.newDate, reason }] };
  }
  if (stage.role === 'note' && stage.silence) {
    const silent = laterDay(
      nextWorkingDay(addDays(addWorkingDays(askedOn, stage.silence.after), 1)),
      nextWorkingDay(today),
    );
    if (silent < meeting) return { day: silent, moved: [] };
  }
  return { day: meeting, moved: movedForBody(calendar, body.name, laterDay(usual, today), meeting) };
}
