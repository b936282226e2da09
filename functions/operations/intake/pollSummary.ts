/** What one look at one source brought. */
export interface PollSummary {
  readonly source: string;
  readonly result: 'read' | 'failed' | 'paused' | 'waiting' | 'busy' | 'not-polled';
  /** Decisions that the source gave. */
  readonly decisions: number;
  /** Of a council system: how many led to a new item. */
  readonly proposed: number;
  /** Of a document system: how many it had not told us of, and are in the queue now. */
  readonly queued?: number;
  /** How many were known already. */
  readonly known: number;
  /** How many are about others, of a kind that is never ours, or from before the days that count. */
  readonly unmatched: number;
  readonly skipped: number;
  readonly undecided: number;
  readonly from?: string;
  readonly until?: string;
  /** The items it led to, new or not. */
  readonly items?: readonly string[];
  /** What is the matter, in Dutch. */
  readonly said?: string;
}

const NOTHING = { decisions: 0, proposed: 0, known: 0, unmatched: 0, skipped: 0, undecided: 0 };

/** Of a look that did not take place, or had nothing to count yet. */
export function nothingFound(source: string, result: PollSummary['result']): PollSummary {
  return { source, result, ...NOTHING };
}
