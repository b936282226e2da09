import type { Day } from '../calendar/days.ts';
import type { DecisionRequest } from './round.ts';

/** The last day of a noting body's term: a deferral gives it until its new date, never less than it had. */
export function silenceTerm(request: Pick<DecisionRequest, 'silenceOn' | 'deferrals'>): Day | undefined {
  const newDate = request.deferrals.at(-1)?.newDate;
  if (!request.silenceOn || !newDate) return request.silenceOn;
  return newDate > request.silenceOn ? newDate : request.silenceOn;
}
