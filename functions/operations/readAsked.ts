import { speakingFor } from '../domain/access/viewer.ts';
import { atTime, type Day, type Instant } from '../domain/calendar/days.ts';
import type { Role } from '../domain/decision/outcomes.ts';
import type { Place } from '../domain/intake/candidate.ts';
import { type Body, bodiesOf } from '../domain/plan/bodies.ts';
import type { Plan } from '../domain/plan/schema.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { parseRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { readStatus, type StatusSources } from './readStatus.ts';
import type { RequestView, RoundView, TrajectoryStatus } from './statusViews.ts';

/** One body in one round: what it is asked, and what it answered, as things stand. */
export interface AskedView {
  readonly place: Place;
  readonly trajectory: Trajectory;
  readonly plan: Plan;
  readonly body: Body;
  readonly role: Role;
  readonly round: Round;
  /** Undefined while the chain has not come to this body. */
  readonly request: DecisionRequest | undefined;
  readonly status: TrajectoryStatus;
  readonly roundView: RoundView;
  readonly requestView: RequestView;
  /** Now, by the clock of the trajectory: a simulation has days of its own. */
  readonly at: Instant;
  readonly today: Day;
}

/** What a body is asked at this place; undefined when there is no such place. Changes nothing. Refuses UNKNOWN_ROUND. */
export async function readAsked(sources: StatusSources, place: Place): Promise<AskedView | undefined> {
  const { store, now } = sources;
  const roundId = parseRoundId(place.round);
  const trajectory = await store.trajectory(place.trajectory);
  if (!trajectory) return undefined;
  const [plan, round, request, status] = await Promise.all([
    store.plan(trajectory),
    store.round(trajectory.id, roundId),
    store.request(trajectory.id, place.round, place.body),
    // Who answers for this body reads this, by a link or signed in.
    readStatus(sources, trajectory.id, speakingFor(trajectory.id, place.body)),
  ]);
  const roundView = status.rounds.find((each) => each.id === place.round);
  const requestView = roundView?.requests.find((each) => each.body === place.body);
  const role = round?.stages.find(({ bodies }) => bodies.includes(place.body))?.role;
  if (!round || !roundView || !requestView || !role) return undefined;

  const { today } = status;
  // A plan that was replaced may not know it any more.
  const named = bodiesOf(plan).find((each) => each.id === place.body);
  return {
    place,
    trajectory,
    plan,
    body: named ?? { id: place.body, name: requestView.name, group: 'rac', mail: '' },
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
