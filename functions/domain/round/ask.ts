import { dayOf } from '../calendar/days.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import { formatRoundId } from '../roundId.ts';
import { type DecisionRequest, type Round, SCHEMA_VERSION } from './round.ts';

/** The request the chain writes when it asks a body of the current stage; the token is added by the chain. */
export function newRequest(round: Round, body: string): DecisionRequest {
  const stage = round.stages[round.stage];
  if (!stage) throw new RangeError(`round ${formatRoundId(round)} has no stage ${round.stage}`);
  return {
    kind: 'request',
    schemaVersion: SCHEMA_VERSION,
    trajectory: round.trajectory,
    round: formatRoundId(round),
    body,
    stage: round.stage,
    role: stage.role,
    status: 'open',
    askedAt: round.askAt,
    ...(stage.silenceAfter !== undefined && {
      silenceOn: addWorkingDays(dayOf(round.askAt), stage.silenceAfter),
    }),
    epoch: round.epoch,
    deferrals: [],
    mails: {},
    lastWrite: 'asked',
  };
}
