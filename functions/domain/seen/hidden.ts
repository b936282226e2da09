import type { Day } from '../calendar/days.ts';

/** What a viewer is not told of: answers under embargo, and what followed from them. */
export interface Hidden {
  /** `process-proposal.r1 GM0072/college`, and until when. */
  readonly answers: ReadonlyMap<string, Day>;
  /** What others answered in later stages of those rounds, by the same subject. */
  readonly later: ReadonlySet<string>;
  /** Rounds that are to look as if not weighed, from which stage on. */
  readonly unweighed: ReadonlyMap<string, number>;
  /** Rounds that were opened by what followed. */
  readonly rounds: ReadonlySet<string>;
  /** Milestones of which it must not be seen that they are completed. */
  readonly completed: ReadonlySet<string>;
  /** Milestones that began by what followed. */
  readonly milestones: ReadonlySet<string>;
}

export const NOTHING_HIDDEN: Hidden = {
  answers: new Map(),
  later: new Set(),
  unweighed: new Map(),
  rounds: new Set(),
  completed: new Set(),
  milestones: new Set(),
};
