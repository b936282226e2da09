import type { DecisionRequest, Round } from '../round/round.ts';
import type { MilestoneRow } from '../trajectory.ts';

/** Where a trajectory stands, as far as its planning needs it: its milestones, and the rounds that are not settled. */
export interface TrajectoryState {
  readonly milestones: readonly MilestoneRow[];
  readonly rounds: readonly { readonly round: Round; readonly requests: readonly DecisionRequest[] }[];
}
