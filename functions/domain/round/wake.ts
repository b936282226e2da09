import type { DecisionRequest, Round } from './round.ts';

/** Does an execution wait for this request's answer without having been told of it? */
export function isWakeOwed(round: Round, request: DecisionRequest): boolean {
  return (
    // A withdrawn round's waits are woken too: its execution then ends as withdrawn.
    (round.status === 'open' || round.status === 'withdrawn') &&
    request.status !== 'open' &&
    request.token !== undefined &&
    request.wokenAt === undefined &&
    request.stage === round.stage
  );
}
