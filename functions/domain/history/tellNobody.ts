import { owedMails } from '../mails/owedMails.ts';
import type { DecisionRequest, MailState, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';

/** Marks every mail the past would owe as done without one: who was there knows. */
export function tellNobody(
  rounds: readonly Round[],
  requests: readonly DecisionRequest[],
): { rounds: Round[]; requests: DecisionRequest[] } {
  const told = new Map<string, DecisionRequest>();
  const closed = rounds.map((round) => {
    const id = formatRoundId(round);
    const ofRound = requests.filter((request) => request.round === id);
    const owed = owedMails(round, ofRound);
    for (const request of ofRound) {
      const keys = owed.flatMap((reason) =>
        'request' in reason && reason.request.body === request.body ? [reason.key] : [],
      );
      told.set(`${id} ${request.body}`, {
        ...request,
        mails: { ...request.mails, ...untold(keys, request.recordedAt ?? round.openedAt) },
      });
    }
    const keys = owed.flatMap((reason) => ('request' in reason ? [] : [reason.key]));
    return { ...round, mails: { ...round.mails, ...untold(keys, round.closedAt ?? round.openedAt) } };
  });
  return {
    rounds: closed,
    requests: requests.map((request) => told.get(`${request.round} ${request.body}`) ?? request),
  };
}

function untold(keys: readonly string[], at: string): Record<string, MailState> {
  return Object.fromEntries(
    keys.map((key) => [key, { claimedUntil: at, sentAt: at, messageId: 'history', attempts: 0 }]),
  );
}
