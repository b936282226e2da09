import type { DecisionRequest, Round } from './round.ts';

/** Does an execution wait for this request's answer without having been told of it? */
export function isWakeOwed(round: Round, request: DecisionRequest): boolean {
  return (
    round.status === 'open' &&
    request.status !== 'open' &&
    request.token !== undefined &&
    request.wokenAt === undefined &&
    request.stage === round.stage
  );
}
