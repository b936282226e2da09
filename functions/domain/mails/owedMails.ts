import type { DecisionRequest, MailState, Round } from '../round/round.ts';

/** Why a mail leaves. `key` names its state on the row that is its reason; one reason is one mail. */
export type MailReason =
  | { readonly kind: 'asked'; readonly key: 'asked'; readonly request: DecisionRequest }
  | { readonly kind: 'decided'; readonly key: string; readonly request: DecisionRequest }
  | { readonly kind: 'divided' | 'concluded'; readonly key: string }
  | { readonly kind: 'partner-informed'; readonly key: string; readonly partner: string };

/**
 * The mails this round owes by what its rows say, and has not sent. Asked once a body; a decision or a
 * deferral is told once; a divided or concluded round is told once; partners are told when it is concluded.
 */
export function owedMails(round: Round, requests: readonly DecisionRequest[]): MailReason[] {
  const unsent = (state: MailState | undefined) => state?.sentAt === undefined;
  const ofRequests = requests.flatMap((request): MailReason[] => {
    const owed: MailReason[] = [];
    if (
      round.status === 'open' &&
      request.status === 'open' &&
      request.askedAt &&
      unsent(request.mails.asked)
    ) {
      owed.push({ kind: 'asked', key: 'asked', request });
    }
    const told = latestDecision(request);
    if (told && unsent(request.mails[decidedKey(told)])) {
      owed.push({ kind: 'decided', key: decidedKey(told), request });
    }
    return owed;
  });
  const ofRound: MailReason[] = [];
  if (round.status === 'handed-over' && unsent(round.mails.divided)) {
    ofRound.push({ kind: 'divided', key: 'divided' });
  }
  if (round.status === 'concluded') {
    if (unsent(round.mails.concluded)) ofRound.push({ kind: 'concluded', key: 'concluded' });
    for (const partner of round.informs) {
      const key = `partner-${partner}`;
      if (unsent(round.mails[key])) ofRound.push({ kind: 'partner-informed', key, partner });
    }
  }
  return [...ofRequests, ...ofRound];
}

/** Can a mail in this state be claimed at `now` (wall clock)? Not when it was sent or somebody is at it. */
export function isClaimable(state: MailState | undefined, now: string): boolean {
  return state === undefined || (state.sentAt === undefined && state.claimedUntil <= now);
}

function latestDecision(request: DecisionRequest): string | undefined {
  return request.decisionId ?? request.deferrals.at(-1)?.decisionId;
}

function decidedKey(decisionId: string): string {
  return `decided-${decisionId.slice(0, 12)}`;
}
