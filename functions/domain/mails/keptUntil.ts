import type { Day } from '../calendar/days.ts';
import { isUnderEmbargo } from '../decision/embargo.ts';
import type { DecisionRequest } from '../round/round.ts';

/** A day on which no embargo runs. */
export const WHEN_ALL_IS_PUBLIC: Day = '9999-12-31';

type Answered = Pick<DecisionRequest, 'status' | 'stage' | 'embargo'>;

/** Others may not be told yet what was answered. */
export function isEmbargoed({ status, embargo }: Answered, today: Day): boolean {
  return status === 'decided' && isUnderEmbargo(embargo, today);
}

/** A stage before this one has such an answer: that this one was asked at all says how that stage was weighed. */
export function followsOnEmbargoed({ stage }: Answered, ofRound: readonly Answered[], today: Day): boolean {
  return ofRound.some((before) => before.stage < stage && isEmbargoed(before, today));
}

/** How the round ended would tell of an answer that others may not see yet. */
export function isAnythingKept(ofRound: readonly Answered[], today: Day): boolean {
  return ofRound.some((request) => isEmbargoed(request, today));
}
