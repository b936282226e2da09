import type { TrajectoryState } from '../domain/planning/state.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { RecordStore } from './ports.ts';

/** Every milestone and every round of a trajectory with its requests, also those that are over. */
export async function readState(store: RecordStore, trajectory: string): Promise<TrajectoryState> {
  const [milestones, rounds, requests] = await Promise.all([
    store.milestones(trajectory),
    store.rounds(trajectory),
    store.requests(trajectory),
  ]);
  return {
    milestones,
    rounds: rounds.map((round) => ({
      round,
      requests: requests.filter((request) => request.round === formatRoundId(round)),
    })),
  };
}
