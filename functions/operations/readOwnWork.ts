import { type Holding, mayDo } from '../domain/access/accessTable.ts';
import type { Grant } from '../domain/access/role.ts';
import type { Day } from '../domain/calendar/days.ts';
import type { StatementRow } from '../domain/ledger/statement/statementRow.ts';
import type { MemoRow } from '../domain/memo/memoRow.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { dueOfRequest } from '../domain/planning/dueOfRequest.ts';
import type { DueDate } from '../domain/planning/planning.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { Flag, Trajectory } from '../domain/trajectory.ts';
import { Unavailable } from '../domain/unavailable.ts';
import { LAST_QUARTERS, type StatementStore } from './ledger/statementPorts.ts';
import type { MemoStore } from './memo/ports.ts';
import { waitingMemos } from './memo/waitingMemos.ts';
import type { StatusSources } from './readStatus.ts';
import { readTiming, type Timing } from './readTiming.ts';

/** More than these would take longer to read than somebody waits for a page. */
const MOST_TRAJECTORIES = 40;

export interface OwnWorkSources extends StatusSources {
  readonly statements: Pick<StatementStore, 'lastStatements'>;
  readonly memos: Pick<MemoStore, 'memos'>;
}

/** A body of these grants that is asked and has not answered. */
export interface OpenAnswer {
  readonly round: Round;
  /** Without the token that wakes the chain. */
  readonly request: Omit<DecisionRequest, 'token'>;
  readonly due: DueDate | undefined;
}

/** What waits for the holder of these grants in one trajectory. */
export interface WorkIn {
  readonly trajectory: Trajectory;
  readonly plan: Plan;
  readonly today: Day;
  readonly answers: readonly OpenAnswer[];
  /** Divided rounds that wait for the organisation's revised proposal. */
  readonly revisions: readonly Round[];
  readonly flags: readonly Flag[];
  readonly statements: readonly StatementRow[];
  /** Memos for the councils, made and not approved. */
  readonly memos: readonly MemoRow[];
}

export interface OwnWork {
  readonly work: readonly WorkIn[];
  /** Ids of those of which a row cannot be read; they do not take the others' work away. */
  readonly unreadable: readonly string[];
  /** How many trajectories were not looked at, because there are so many. */
  readonly notRead: number;
}

/**
 * What waits for one person over all active trajectories. Reads what is open, through the sparse index, and of nobody
 * else's trajectories anything. Simulations only where a grant names them. `tell` hears why one cannot be read.
 */
export async function readOwnWork(
  sources: OwnWorkSources,
  grants: readonly Grant[],
  tell: (id: string, error: unknown) => void,
): Promise<OwnWork> {
  const ids = await trajectoriesOf(sources, grants);
  const unreadable: string[] = [];
  const found = await Promise.all(
    ids.slice(0, MOST_TRAJECTORIES).map(async (id) => {
      try {
        return await workIn(sources, grants, id);
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        tell(id, error);
        unreadable.push(id);
        return undefined;
      }
    }),
  );
  return {
    work: found.flatMap((each) => each ?? []),
    unreadable: unreadable.sort(),
    notRead: Math.max(0, ids.length - MOST_TRAJECTORIES),
  };
}

async function trajectoriesOf({ store }: OwnWorkSources, grants: readonly Grant[]): Promise<string[]> {
  // A reader is asked nothing, and what an administrator looks after is of no trajectory.
  const working = grants.filter(({ role }) => role === 'secretary' || role === 'lead');
  if (working.length === 0) return [];
  const [real, virtual] = await Promise.all([
    store.activeTrajectories('real'),
    store.activeTrajectories('virtual'),
  ]);
  return [
    ...real.filter((id) => mayDo(working, 'see-trajectory', { trajectory: id })),
    ...virtual.filter((id) => working.some(({ trajectory }) => trajectory === id)),
  ];
}

async function workIn(
  sources: OwnWorkSources,
  grants: readonly Holding[],
  id: string,
): Promise<WorkIn | undefined> {
  const { store, reference, statements, memos, now } = sources;
  // The index lags behind the table: what it still names may be gone.
  const trajectory = await store.trajectory(id);
  if (!trajectory) return undefined;
  const today = todayOf(trajectory, now());
  const leads = mayDo(grants, 'do-lead-work', { trajectory: id });
  const [timing, flags, rows, letters] = await Promise.all([
    readTiming(store, reference, trajectory, today),
    leads ? store.openFlags(id) : [],
    leads ? statements.lastStatements(id, LAST_QUARTERS) : [],
    leads ? waitingMemos(memos, id) : [],
  ]);
  const { plan, state } = timing;
  return {
    trajectory,
    plan,
    today,
    answers: answersIn(timing, grants),
    revisions: leads
      ? state.rounds
          .map(({ round }) => round)
          .filter(({ status, revisedAt }) => status === 'handed-over' && !revisedAt)
      : [],
    flags: flags.filter(({ resolvedAt }) => !resolvedAt),
    statements: rows.filter(({ approvedAt, entries }) => !approvedAt && entries > 0),
    memos: letters,
  };
}

function answersIn({ plan, calendars, planning, state }: Timing, grants: readonly Holding[]): OpenAnswer[] {
  return state.rounds
    .filter(({ round }) => round.status === 'open')
    .flatMap(({ round, requests }) =>
      requests
        .filter(({ status }) => status === 'open')
        .filter(({ trajectory, body }) => mayDo(grants, 'answer-for-body', { trajectory, body }))
        .map(({ token: _token, ...request }) => ({
          round,
          request,
          due: dueOfRequest(plan, calendars, planning, round, request),
        })),
    );
}
