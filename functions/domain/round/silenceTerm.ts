import { type Day, dayOf } from '../calendar/days.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Trajectory } from '../trajectory.ts';
import type { DecisionRequest, Round } from './round.ts';

/**
 * The last day of a noting body's term, undefined where its silence says nothing. It runs from the day the body
 * was asked, or from the day its request really left (`leftOn`) when that was later: nobody is silent on what he
 * has not heard. A deferral gives it until its new date, never less than it had.
 */
export function silenceTerm(
  request: Pick<DecisionRequest, 'silenceOn' | 'deferrals' | 'stage'>,
  round: Pick<Round, 'stages'>,
  leftOn?: Day,
): Day | undefined {
  if (!request.silenceOn) return undefined;
  const after = round.stages[request.stage]?.silenceAfter;
  const fromLeaving = leftOn && after !== undefined ? addWorkingDays(leftOn, after) : '';
  return [fromLeaving, request.deferrals.at(-1)?.newDate ?? ''].reduce(
    (latest, day) => (day > latest ? day : latest),
    request.silenceOn,
  );
}

/**
 * The day on which a mail leaves at `at`, the machine's clock. A simulated trajectory has days of its own, on
 * which its mails leave at once: there the day it was asked counts.
 */
export function leavingDay(clock: Trajectory['clock'], at: string): Day | undefined {
  const moment = leavingMoment(clock, at);
  return moment && dayOf(moment);
}

/** The same as a moment: undefined where a mail leaves at the moment of its reason. */
export function leavingMoment(clock: Trajectory['clock'], at: string): string | undefined {
  return clock === 'virtual' ? undefined : at;
}

/** A noting body that is asked and whose term would be over on `day`, by when it was to be asked. */
export function isTermOver(request: DecisionRequest, day: Day, term = request.silenceOn): boolean {
  return request.status === 'open' && request.role === 'note' && term !== undefined && term < day;
}
