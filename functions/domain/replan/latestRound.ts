import type { TrajectoryState } from '../planning/state.ts';
import type { Round } from '../round/round.ts';

/** The last round of a family with its requests; nothing when none was opened. */
export function latestRound(
  state: TrajectoryState,
  family: string,
): TrajectoryState['rounds'][number] | undefined {
  return state.rounds
    .filter(({ round }) => round.family === family)
    .toSorted((a, b) => a.round.number - b.round.number)
    .at(-1);
}

/** Somebody or something is still expected in it: it is open, or divided and not revised yet. */
export function isRunning(round: Pick<Round, 'status' | 'revisedAt'>): boolean {
  return round.status === 'open' || (round.status === 'handed-over' && !round.revisedAt);
}
