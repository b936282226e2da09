import type { ExecutionFacts, HistoryEvent } from '../../domain/executions/historyEvent.ts';
import type { Round } from '../../domain/round/round.ts';

/** The execution that worked on a round under an epoch. */
export type ExecutionOf = Pick<Round, 'trajectory' | 'family' | 'number' | 'epoch'>;

export interface RunningExecutions {
  readonly names: ReadonlySet<string>;
  /** False: there are more than were looked through. */
  readonly complete: boolean;
}

export interface ExecutionHistory {
  /** The oldest first. */
  readonly events: readonly HistoryEvent[];
  /** There are more than were read. */
  readonly more: boolean;
}

/**
 * What Step Functions says of executions of the chain, to look at; never the data that went through them. Undefined: there
 * is none of that name, never or not any more. Throws `Unavailable`.
 */
export interface Executions {
  running(): Promise<RunningExecutions>;
  facts(of: ExecutionOf): Promise<ExecutionFacts | undefined>;
  history(of: ExecutionOf): Promise<ExecutionHistory | undefined>;
}
