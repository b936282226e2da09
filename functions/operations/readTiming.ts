import type { Viewer } from '../domain/access/viewer.ts';
import { sequenceOfTiming } from '../domain/agenda/dueTerms.ts';
import type { Day } from '../domain/calendar/days.ts';
import type { Contact } from '../domain/contacts/contact.ts';
import type { Calendars } from '../domain/meetings/calendar.ts';
import type { Plan } from '../domain/plan/schema.ts';
import type { Planning } from '../domain/planning/planning.ts';
import { planningOf } from '../domain/planning/planningOf.ts';
import type { TrajectoryState } from '../domain/planning/state.ts';
import { scopeOf } from '../domain/reference.ts';
import { formatRoundId } from '../domain/roundId.ts';
import { asSeenBy } from '../domain/seen/asSeenBy.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { RecordStore, ReferenceData } from './ports.ts';

/** Everything that says when things must happen in a trajectory, and whom to tell. */
export interface Timing {
  readonly plan: Plan;
  /** Of this very plan: while it is the trajectory's, all of this counts. */
  readonly planHash: string;
  readonly calendars: Calendars;
  readonly contacts: readonly Contact[];
  readonly state: TrajectoryState;
  readonly planning: Planning;
  /** Rises with every change of plan or calendar: what a calendar program takes the newest of. */
  readonly sequence: number;
}

/**
 * Reads what is open, through the sparse index: the cost follows what is open, never how much history there is. The work
 * of the system itself goes by everything; who shows it to people says who looks.
 */
export async function readTiming(
  store: RecordStore,
  reference: ReferenceData,
  trajectory: Trajectory,
  today: Day,
  viewer: Viewer = 'everything',
): Promise<Timing> {
  const scope = scopeOf(trajectory);
  const [plan, milestones, rounds, { calendars, version }, { contacts }] = await Promise.all([
    store.plan(trajectory),
    store.milestones(trajectory.id),
    readOpenRounds(store, trajectory.id),
    reference.calendars(scope),
    reference.contacts(scope),
  ]);
  const state = stateAsSeen(viewer, plan, { milestones, rounds }, today);
  const planning = planningOf(plan, calendars, state, today);
  return {
    plan,
    planHash: trajectory.planHash,
    calendars,
    contacts,
    state,
    planning,
    sequence: sequenceOfTiming(trajectory.planVersion, version),
  };
}

function stateAsSeen(viewer: Viewer, plan: Plan, state: TrajectoryState, today: Day): TrajectoryState {
  if (viewer === 'everything') return state;
  const { milestones, rounds } = state;
  const rows = {
    milestones,
    rounds: rounds.map(({ round }) => round),
    requests: rounds.flatMap(({ requests }) => requests),
  };
  const seen = asSeenBy(viewer, plan, rows, today);
  return {
    milestones: seen.milestones,
    rounds: seen.rounds.map((round) => ({
      round,
      requests: seen.requests.filter((request) => request.round === formatRoundId(round)),
    })),
  };
}

async function readOpenRounds(store: RecordStore, trajectory: string): Promise<TrajectoryState['rounds']> {
  const ids = await store.openRounds(trajectory);
  const rounds = await Promise.all(
    ids.map(async (id) => {
      try {
        const round = await store.round(trajectory, id);
        return round && { round, requests: await store.requestsOfRound(trajectory, formatRoundId(id)) };
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        // A round that cannot be read is flagged by its own watch; the others are planned without it.
        return undefined;
      }
    }),
  );
  return rounds.flatMap((each) => each ?? []);
}
