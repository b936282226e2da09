import type { Instant } from '../calendar/days.ts';

/** One event of an execution as far as anybody needs it: never what went in or came out, for task tokens are in that. */
export interface HistoryEvent {
  readonly id: number;
  /** The event before it on its own branch; 0 for the first. */
  readonly previous: number;
  readonly at: Instant;
  /** As AWS calls it: `TaskTimedOut`. */
  readonly type: string;
  /** Of an event that enters or leaves a state. */
  readonly state?: string | undefined;
  /** What a task called: `putItem.waitForTaskToken`. */
  readonly resource?: string | undefined;
  /** The name of the error, without its cause. */
  readonly error?: string | undefined;
}

export const EXECUTION_STATUSES = ['running', 'succeeded', 'failed', 'timed-out', 'aborted'] as const;
export type ExecutionStatus = (typeof EXECUTION_STATUSES)[number];

/** What became of an execution. */
export interface ExecutionFacts {
  readonly status: ExecutionStatus;
  readonly startedAt: Instant;
  readonly endedAt?: Instant | undefined;
  readonly error?: string | undefined;
}

/**
 * Every event with the state in which it happened: only entering one names it, so it is looked up along the branch. The
 * local cloud tells no branches within a Map: there it is the step that was entered last.
 */
export function placeEvents(events: readonly HistoryEvent[]): HistoryEvent[] {
  const states = new Map<number, string | undefined>();
  let step: string | undefined;
  return events.map((event) => {
    if (event.state && !event.state.includes(': ')) step = event.state;
    const state = event.state ?? states.get(event.previous) ?? step;
    states.set(event.id, state);
    return { ...event, state };
  });
}
