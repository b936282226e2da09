import { atTime, type Day, type Instant } from '../../domain/calendar/days.ts';
import type { Person } from '../../domain/contacts/contact.ts';
import { whoAnswersFor } from '../../domain/contacts/whoAnswersFor.ts';
import type { Role } from '../../domain/decision/outcomes.ts';
import { hashOfLink, LINK_ID, type Link } from '../../domain/links/link.ts';
import { type LinkStanding, standingOf } from '../../domain/links/standing.ts';
import { type Body, bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { scopeOf } from '../../domain/reference.ts';
import type { DecisionRequest, Round } from '../../domain/round/round.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { readStatus, type StatusSources } from '../readStatus.ts';
import type { RequestView, RoundView, TrajectoryStatus } from '../statusViews.ts';
import type { LinkStore } from './ports.ts';

export interface LinkSources extends StatusSources {
  readonly links: LinkStore;
}

/** All that a link is about, as things stand. */
export interface LinkView {
  readonly link: Link;
  readonly standing: LinkStanding;
  readonly trajectory: Trajectory;
  readonly plan: Plan;
  readonly body: Body;
  readonly role: Role;
  readonly round: Round;
  readonly request: DecisionRequest | undefined;
  readonly status: TrajectoryStatus;
  readonly roundView: RoundView;
  readonly requestView: RequestView;
  /** Now, by the clock of the trajectory: a simulation has days of its own. */
  readonly at: Instant;
  readonly today: Day;
}

/** What the link with this id opens; undefined when there is no such link. Changes nothing. */
export async function readLink(sources: LinkSources, id: string): Promise<LinkView | undefined> {
  // Of another shape it cannot be one: nothing is read.
  if (!LINK_ID.test(id)) return undefined;
  const { store, reference, links, now } = sources;
  const link = await links.link(hashOfLink(id));
  const trajectory = link && (await store.trajectory(link.trajectory));
  if (!trajectory) return undefined;
  const [plan, round, request, status, { contacts }] = await Promise.all([
    store.plan(trajectory),
    store.round(link.trajectory, parseRoundId(link.round)),
    store.request(link.trajectory, link.round, link.body),
    readStatus(sources, link.trajectory),
    reference.contacts(scopeOf(trajectory)),
  ]);
  const roundView = status.rounds.find((each) => each.id === link.round);
  const requestView = roundView?.requests.find((each) => each.body === link.body);
  const role = round?.stages.find(({ bodies }) => bodies.includes(link.body))?.role;
  if (!round || !roundView || !requestView || !role) return undefined;

  const today = status.today;
  const named = bodiesOf(plan).find((each) => each.id === link.body);
  const body = named ?? { id: link.body, name: requestView.name, group: 'rac', mail: '' };
  const people: readonly Person[] = whoAnswersFor(plan, contacts, link.body, today);
  // The body's own mailbox stays one of those who may answer, also where people are known by name.
  const answering = [...people.map(({ mail }) => mail), ...(named ? [named.mail] : [])];
  return {
    link,
    standing: standingOf(link, round, request, answering, now()),
    trajectory,
    plan,
    body,
    role,
    round,
    request,
    status,
    roundView,
    requestView,
    today,
    at: trajectory.clock === 'real' ? now() : momentOf(today, request?.askedAt ?? round.askAt),
  };
}

/** Noon of the day a simulation has come to, and never before it asked. */
function momentOf(today: Day, asked: Instant): Instant {
  const noon = atTime(today, '12:00');
  return noon > asked ? noon : asked;
}
