import type { Day } from '../calendar/days.ts';
import { ROLE_REQUEST } from '../dutch.ts';
import type { DueDate } from '../planning/planning.ts';
import type { DecisionRequest } from '../round/round.ts';

/** A day in somebody's calendar. Its `uid` stays when its day changes; of two the higher `sequence` counts. */
export interface AgendaEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly day: Day;
  /** `confirmed`: it was asked; `tentative`: the planning expects it. */
  readonly status: 'confirmed' | 'tentative';
  readonly summary: string;
  readonly description: string;
}

/** What a body is asked, or will be, and by when. */
export interface AgendaRequest {
  readonly trajectory: string;
  /** `process-proposal.r1` */
  readonly round: string;
  readonly title: string;
  readonly body: { readonly id: string; readonly name: string };
  readonly role: DecisionRequest['role'];
  readonly due: DueDate;
  readonly sequence: number;
  readonly asked: boolean;
}

/** The day a body must have decided and, where it is an earlier one, the day its papers must be in. */
export function eventsOfRequest(request: AgendaRequest): AgendaEvent[] {
  const { trajectory, round, title, body, due, sequence, asked } = request;
  const event = (part: 'meeting' | 'papers', day: Day, summary: string): AgendaEvent => ({
    uid: uidOf(trajectory, round, body.id, part),
    sequence,
    day,
    status: asked ? 'confirmed' : 'tentative',
    summary,
    description: descriptionOf(request),
  });
  const atMeeting = due.meeting !== undefined && !due.assumed;
  return [
    ...(due.papersBy < due.day
      ? [event('papers', due.papersBy, `Stukken inleveren: ${body.name} – ${title}`)]
      : []),
    event('meeting', due.day, `${atMeeting ? 'Vergadering' : 'Uiterlijk'} ${body.name} – ${title}`),
  ];
}

/**
 * Rises with every change of plan or calendar (`ofTiming`), when the body is asked (asked late, it gets a later day)
 * and with every deferral; none of these is ever taken back.
 */
export function sequenceOfRequest(
  ofTiming: number,
  { askedAt, deferrals }: Pick<DecisionRequest, 'askedAt' | 'deferrals'>,
): number {
  return ofTiming + (askedAt ? 1 : 0) + deferrals.length;
}

/** Unique in the world and the same for ever, as RFC 5545 (3.8.4.7) asks. */
export function uidOf(...path: readonly string[]): string {
  return `${path.join('/')}@besluitketen`;
}

/** Why a day is as it is: shown with it, in a feed as in a mail. */
export function reasonsOf({ assumed, moved }: DueDate): string[] {
  return [
    ...moved.map(({ reason }) => `Over deze datum: ${reason}.`),
    ...(assumed ? ['Voor deze dag is geen vergaderrooster bekend; er is gerekend met werkdagen.'] : []),
  ];
}

function descriptionOf({ trajectory, round, role, due, asked }: AgendaRequest): string {
  return [
    asked ? `Gevraagd: ${ROLE_REQUEST[role]}.` : `Voorlopig: er zal worden gevraagd ${ROLE_REQUEST[role]}.`,
    ...reasonsOf(due),
    `Traject ${trajectory}, ronde ${round}.`,
  ].join('\n');
}
