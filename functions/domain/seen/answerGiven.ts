import { isAskedKey } from '../mails/askedPeople.ts';
import type { DecisionRequest } from '../round/round.ts';

/**
 * A request whose answer is under embargo, as others see it: that and when it was given. Built from what may be seen, so
 * that a field that is added one day is not shown by itself. Keys of mails hold a part of the decision's id, from which
 * a short answer could be guessed.
 */
export function answerGiven(request: DecisionRequest): DecisionRequest {
  const { kind, schemaVersion, trajectory, round, body, stage, role, status, epoch, lastWrite } = request;
  const { askedAt, silenceOn, deferrals, recordedAt, embargo } = request;
  return {
    ...{ kind, schemaVersion, trajectory, round, body, stage, role, status, epoch, lastWrite },
    ...{ askedAt, silenceOn, deferrals, recordedAt, embargo },
    mails: Object.fromEntries(Object.entries(request.mails).filter(([key]) => isAskedKey(key))),
  };
}
