import type { Person } from '../contacts/contact.ts';
import type { DecisionRequest, MailState, Round } from '../round/round.ts';

/** Why a mail leaves. `key` names its state on the row that is its reason; one reason is one mail. */
export type MailReason =
  | AskedReason
  | { readonly kind: 'decided'; readonly key: string; readonly request: DecisionRequest }
  | { readonly kind: 'divided' | 'concluded' | 'withdrawn'; readonly key: string }
  | { readonly kind: 'partner-informed'; readonly key: string; readonly partner: string };

interface AskedReason {
  readonly kind: 'asked';
  readonly key: 'asked';
  readonly request: DecisionRequest;
}

/** The same for one of those who answer for the body: each gets a message of their own (decision 11). */
export interface AskedPerson {
  readonly kind: 'asked';
  /** `asked` when nobody else is asked, otherwise `asked-to-1a2b3c4d`. */
  readonly key: string;
  readonly request: DecisionRequest;
  readonly person: Person;
  /** False: nobody answers for the body any more, and this only tells the project lead. */
  readonly answers: boolean;
  /** The personal address to answer at; absent where there is none to answer with. */
  readonly link?: string | undefined;
}

/** What a message is composed for: the request of a body is several of them. */
export type MessageReason = Exclude<MailReason, AskedReason> | AskedPerson;

/** A mail of a round: why it leaves, what became of it, and whether it is still to be sent. */
export interface RoundMail {
  readonly reason: MailReason;
  readonly state: MailState | undefined;
  readonly owed: boolean;
}

/**
 * The mails this round owes by what its rows say, and has not sent. Asked once a body; a decision, a deferral or
 * a correction is told once; a divided, withdrawn or concluded round is told once; partners are told when it is
 * concluded.
 */
export function owedMails(round: Round, requests: readonly DecisionRequest[]): MailReason[] {
  return mailsOfRound(round, requests)
    .filter(({ owed }) => owed)
    .map(({ reason }) => reason);
}

/** Every mail of a round, sent or still owed, in the order in which its reasons came about. */
export function mailsOfRound(round: Round, requests: readonly DecisionRequest[]): RoundMail[] {
  return [
    ...requests.flatMap((request) => mailsOfRequest(round, request)),
    ...mailsOfRoundItself(round),
  ].filter(({ owed, state }) => owed || state !== undefined);
}

function mailsOfRequest(round: Round, request: DecisionRequest): RoundMail[] {
  const asks = round.status === 'open' && request.status === 'open' && request.askedAt !== undefined;
  const last = latestDecision(request);
  return [
    mailOf({ kind: 'asked', key: 'asked', request }, request.mails.asked, asks),
    ...answersOf(request).map(({ decisionId, asItWas }) => {
      const key = decidedKey(decisionId);
      // Only the last word is still told; an earlier one that was never told has been overtaken.
      return mailOf({ kind: 'decided', key, request: asItWas }, request.mails[key], decisionId === last);
    }),
  ];
}

function mailsOfRoundItself(round: Round): RoundMail[] {
  const closed = (['divided', 'withdrawn', 'concluded'] as const).map((kind) =>
    mailOf(
      { kind, key: kind },
      round.mails[kind],
      round.status === STATUS_THAT_IS_TOLD[kind] && round.withdrawnByPlan === undefined,
    ),
  );
  const partners = round.informs.map((partner) => {
    const key = `partner-${partner}`;
    return mailOf({ kind: 'partner-informed', key, partner }, round.mails[key], round.status === 'concluded');
  });
  return [...closed, ...partners];
}

const STATUS_THAT_IS_TOLD = {
  divided: 'handed-over',
  withdrawn: 'withdrawn',
  concluded: 'concluded',
} as const;

function mailOf(reason: MailReason, state: MailState | undefined, due: boolean): RoundMail {
  return { reason, state, owed: due && state?.sentAt === undefined };
}

/** Each answer of a body in its turn, with the request as it was then. */
function answersOf(request: DecisionRequest): { decisionId: string; asItWas: DecisionRequest }[] {
  const corrections = request.corrections ?? [];
  const { outcome: _o, decidedOn: _d, by: _b, via: _v, corrections: _c, ...unanswered } = request;
  return [
    ...request.deferrals.map(({ decisionId }, index) => ({
      decisionId,
      asItWas: { ...unanswered, status: 'open' as const, deferrals: request.deferrals.slice(0, index + 1) },
    })),
    ...corrections.map(({ decisionId, outcome, decidedOn, recordedAt, reference, note, by, via }, index) => ({
      decisionId,
      asItWas: {
        ...request,
        ...{ outcome, decidedOn, recordedAt, by, via, decisionId },
        ...{ reference, note },
        corrections: corrections.slice(0, index),
      } as DecisionRequest,
    })),
    ...(request.decisionId ? [{ decisionId: request.decisionId, asItWas: request }] : []),
  ];
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
