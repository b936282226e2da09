import { type ExecutionFacts, type HistoryEvent, placeEvents } from '../../domain/executions/historyEvent.ts';
import type { Round } from '../../domain/round/round.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { knownTrajectory } from '../lookUp.ts';
import type { RecordStore } from '../ports.ts';
import { type LogLine, type LogStore, readLog } from '../readLog.ts';
import type { Executions } from './ports.ts';

type Store = LogStore & Pick<RecordStore, 'round'>;

/** One execution of a round: what Step Functions still knows of it, and what the log says whatever it knows. */
export interface ExecutionView {
  readonly trajectory: Pick<Trajectory, 'id' | 'title' | 'clock'>;
  readonly round: Round;
  readonly id: string;
  /** Which execution this is: a resume makes a next one. */
  readonly epoch: number;
  /** `gone`: there is none of that name (any more); `unreachable`: Step Functions did not answer. */
  readonly facts: ExecutionFacts | 'gone' | 'unreachable';
  /** Each with the state it happened in, the oldest first. */
  readonly events: readonly HistoryEvent[];
  /** The history is longer than what was read of it. */
  readonly more: boolean;
  /** What the log says of this round, the newest first. */
  readonly log: readonly LogLine[];
}

/**
 * An execution of a round, of its epoch or an earlier one. Undefined when there is no such round or epoch. Refuses
 * UNKNOWN_TRAJECTORY and, of what cannot be a round, UNKNOWN_ROUND.
 */
export async function readExecution(
  store: Store,
  executions: Executions,
  trajectory: string,
  roundText: string,
  now: string,
  asked?: number,
): Promise<ExecutionView | undefined> {
  const { id, title, clock } = await knownTrajectory(store, trajectory);
  const round = await store.round(trajectory, parseRoundId(roundText));
  if (!round) return undefined;
  const epoch = asked ?? round.epoch;
  if (epoch < 1 || epoch > round.epoch) return undefined;
  const [told, log] = await Promise.all([
    tellOf(executions, { ...round, epoch }),
    readLog(store, trajectory, { round: roundText }, undefined, { viewer: 'everything', now }),
  ]);
  return { trajectory: { id, title, clock }, round, id: roundText, epoch, ...told, log: log.lines };
}

async function tellOf(
  executions: Executions,
  of: Round,
): Promise<Pick<ExecutionView, 'facts' | 'events' | 'more'>> {
  try {
    const [facts, history] = await Promise.all([executions.facts(of), executions.history(of)]);
    const { events = [], more = false } = history ?? {};
    return { facts: facts ?? 'gone', events: placeEvents(events), more };
  } catch (error) {
    if (error instanceof Unavailable) return { facts: 'unreachable', events: [], more: false };
    throw error;
  }
}
