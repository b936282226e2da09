import type { ExecutionStatus } from '../../domain/executions/historyEvent.ts';
import type { Round } from '../../domain/round/round.ts';
import { executionName, formatRoundId } from '../../domain/roundId.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { knownTrajectory } from '../lookUp.ts';
import type { RecordStore } from '../ports.ts';
import type { Executions } from './ports.ts';

/** How the execution of a round goes; of a round that is closed, how it ended. */
export type Standing =
  | Exclude<Round['status'], 'open'>
  | ExecutionStatus
  /** The row is ahead: its execution is started by the watch, or by hand. */
  | 'to-start'
  /** Step Functions knows none of that name. */
  | 'absent'
  /** It was not asked, or did not answer. */
  | 'unknown';

export interface ExecutionRow {
  readonly trajectory: Pick<Trajectory, 'id' | 'title' | 'clock'>;
  readonly round: Round;
  readonly id: string;
  readonly standing: Standing;
}

/** Looked up one by one: those that do not run although their round is open. There are few, or something big is wrong. */
const MOST_LOOKED_UP = 50;

/** The rounds of one trajectory, as they are in the table. Refuses UNKNOWN_TRAJECTORY. */
export async function roundsWithExecution(
  store: Pick<RecordStore, 'trajectory' | 'rounds'>,
  trajectory: string,
): Promise<Omit<ExecutionRow, 'standing'>[]> {
  const { id, title, clock } = await knownTrajectory(store, trajectory);
  const rounds = await store.rounds(trajectory);
  return rounds.map((round) => ({
    trajectory: { id, title, clock },
    round,
    id: formatRoundId(round),
  }));
}

/** The same with how each goes: one list of what runs, and a look at what should run and does not. */
export async function withStandings(
  executions: Pick<Executions, 'running' | 'facts'>,
  rows: readonly Omit<ExecutionRow, 'standing'>[],
): Promise<ExecutionRow[]> {
  const running = rows.some(({ round }) => round.status === 'open')
    ? await orUnknown(() => executions.running())
    : undefined;
  let lookedUp = 0;
  const standingOf = async (round: Round): Promise<Standing> => {
    if (round.status !== 'open') return round.status;
    if (round.startedEpoch < round.epoch) return 'to-start';
    if (!running) return 'unknown';
    if (running.names.has(executionName(round.trajectory, round, round.epoch))) return 'running';
    if (lookedUp++ >= MOST_LOOKED_UP) return 'unknown';
    const facts = await orUnknown(async () => (await executions.facts(round)) ?? 'absent');
    return facts === undefined ? 'unknown' : facts === 'absent' ? 'absent' : facts.status;
  };
  return Promise.all(rows.map(async (row) => ({ ...row, standing: await standingOf(row.round) })));
}

async function orUnknown<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}
