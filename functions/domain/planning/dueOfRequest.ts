import { dayOf } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Calendars } from '../meetings/calendar.ts';
import { papersLeadOf } from '../plan/planningRules.ts';
import type { Plan } from '../plan/schema.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { firstMeeting } from './firstMeeting.ts';
import { type DueDate, type Planning, requestKeyOf } from './planning.ts';

/**
 * By when this body must answer in this round: as planned; asked after that day, at its first meeting since; and when
 * it deferred, on the day it then named. Nothing when the plan no longer asks this body in this stage.
 */
export function dueOfRequest(
  plan: Plan,
  calendars: Calendars,
  planning: Pick<Planning, 'requests'>,
  round: Pick<Round, 'family'>,
  request: Pick<DecisionRequest, 'stage' | 'body' | 'deferrals' | 'askedAt'>,
): DueDate | undefined {
  const planned = planning.requests.get(requestKeyOf(round.family, request.stage, request.body));
  if (!planned) return undefined;
  const deferral = request.deferrals.at(-1);
  if (deferral) {
    const { newDate, decidedOn } = deferral;
    const reason = `aangehouden op ${dutchDay(decidedOn)} tot ${dutchDay(newDate)}`;
    return onDay({ day: newDate, meeting: newDate, papersBy: newDate, assumed: false }, planned, reason);
  }
  const asked = request.askedAt && dayOf(request.askedAt);
  // Its papers could not be in before it was asked: what is left is the meeting itself.
  if (asked && planned.papersBy < asked && asked <= planned.day) return { ...planned, papersBy: planned.day };
  if (!asked || asked <= planned.day) return planned;
  const lead = papersLeadOf(plan, request.body);
  const meeting = firstMeeting(calendars.get(request.body), asked, lead, asked);
  const day = meeting?.day ?? addWorkingDays(asked, lead);
  const papersBy = meeting?.papersBy ?? addWorkingDays(day, -lead);
  const found = { day, ...(meeting && { meeting: day }), papersBy, assumed: meeting?.assumed ?? false };
  return onDay(found, planned, `pas gevraagd op ${dutchDay(asked)}`);
}

function onDay(found: Omit<DueDate, 'moved'>, planned: DueDate, reason: string): DueDate {
  return { ...found, moved: [...planned.moved, { from: planned.day, to: found.day, reason }] };
}
