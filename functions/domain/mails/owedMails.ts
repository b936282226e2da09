import type { Day } from '../calendar/days.ts';
import type { Person } from '../contacts/contact.ts';
import type { DecisionRequest, MailState, Round } from '../round/round.ts';
import { followsOnEmbargoed, isAnythingKept, isEmbargoed, WHEN_ALL_IS_PUBLIC } from './keptUntil.ts';

/** Why a mail leaves. `key` names its state on the row that is its reason; one reason is one mail. */
export type MailReason =
  | AskedReason
  /** `toLead`: the others are told when the embargo is over that keeps it from them. */
  | {
      readonly kind: 'decided';
      readonly key: string;
      readonly request: DecisionRequest;
      readonly toLead?: true;
    }
  /** That a body answered, and not yet what. */
  | { readonly kind: 'given'; readonly key: string; readonly request: DecisionRequest }
  | { readonly kind: 'divided' | 'concluded' | 'withdrawn'; readonly key: string; readonly toLead?: true }
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
 * concluded. What an embargo keeps from others on this day is told to the project lead at once, and to them on the day
 * it is over (keptUntil.ts); without a day that is what is still to come. `isFollowing`: that the round was opened at all
 * tells of such an answer in another (domain/seen/asSeenBy.ts), so that nothing of it is told to who was not asked.
 */
export function owedMails(
  round: Round,
  requests: readonly DecisionRequest[],
  today: Day = WHEN_ALL_IS_PUBLIC,
  isFollowing = false,
): MailReason[] {
  return mailsOfRound(round, requests, today, isFollowing)
    .filter(({ owed }) => owed)
    .map(({ reason }) => reason);
}

/** Every mail of a round, sent or still owed, in the order in which its reasons came about. */
export function mailsOfRound(
  round: Round,
  requests: readonly DecisionRequest[],
  today: Day = WHEN_ALL_IS_PUBLIC,
  isFollowing = false,
): RoundMail[] {
  return [
    ...requests.flatMap((request) => mailsOfRequest(round, request, requests, today, isFollowing)),
    ...mailsOfRoundItself(round, isFollowing || isAnythingKept(requests, today)),
  ].filter(({ owed, state }) => owed || state !== undefined);
}

function mailsOfRequest(
  round: Round,
  request: DecisionRequest,
  all: readonly DecisionRequest[],
  today: Day,
  isFollowing: boolean,
): RoundMail[] {
  const asks = round.status === 'open' && request.status === 'open' && request.askedAt !== undefined;
  const last = latestDecision(request);
  return [
    mailOf({ kind: 'asked', key: 'asked', request }, request.mails.asked, asks),
    ...answersOf(request).flatMap(({ decisionId, asItWas }) => {
      const key = decidedKey(decisionId);
      // Only the last word is still told; an earlier one that was never told has been overtaken.
      const isLast = decisionId === last;
      const told = { kind: 'decided', request: asItWas } as const;
      const given = givenKey(asItWas);
      const follows = isFollowing || followsOnEmbargoed(request, all, today);
      const isUnder = isEmbargoed(asItWas, today);
      const isKept = isUnder || follows;
      const mayKnow = isLast && isUnder && !follows;
      // Told to everybody before an embargo came to be: the lead is one of them.
      const isForLead = isLast && isKept && !request.mails[key]?.sentAt;
      return [
        mailOf({ kind: 'given', key: given, request: asItWas }, request.mails[given], mayKnow),
        mailOf({ ...told, key: `${key}-lead`, toLead: true }, request.mails[`${key}-lead`], isForLead),
        mailOf({ ...told, key }, request.mails[key], isLast && !isKept),
      ];
    }),
  ];
}

function mailsOfRoundItself(round: Round, isKept: boolean): RoundMail[] {
  const closed = (['divided', 'withdrawn', 'concluded'] as const).flatMap((kind) => {
    const isSo = round.status === STATUS_THAT_IS_TOLD[kind] && round.withdrawnByPlan === undefined;
    // That it was withdrawn says nothing of what anybody answered.
    const isHeld = isKept && kind !== 'withdrawn';
    const toLead = `${kind}-lead`;
    return [
      mailOf(
        { kind, key: toLead, toLead: true },
        round.mails[toLead],
        isSo && isHeld && !round.mails[kind]?.sentAt,
      ),
      mailOf({ kind, key: kind }, round.mails[kind], isSo && !isHeld),
    ];
  });
  const partners = round.informs.map((partner) => {
    const key = `partner-${partner}`;
    return mailOf(
      { kind: 'partner-informed', key, partner },
      round.mails[key],
      round.status === 'concluded' && !isKept,
    );
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
  const {
    outcome: _o,
    decidedOn: _d,
    by: _b,
    via: _v,
    corrections: _c,
    embargo: _e,
    ...unanswered
  } = request;
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

/** It stands in a mail to others: so nothing in it follows from what was answered. */
function givenKey({ corrections = [] }: DecisionRequest): string {
  return `given-${corrections.length + 1}`;
}

function decidedKey(decisionId: string): string {
  return `decided-${decisionId.slice(0, 12)}`;
}
