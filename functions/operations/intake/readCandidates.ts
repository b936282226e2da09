import { type Candidate, candidatesIn } from '../../domain/intake/candidate.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import type { RecordStore } from '../ports.ts';

/**
 * The places of a municipality in every open round of the trajectories that run on the real clock. Rounds are read
 * consistently, past the index: one that opened a moment ago counts.
 */
export async function readCandidates(store: RecordStore, municipality: string): Promise<Candidate[]> {
  const trajectories = await store.activeTrajectories('real');
  const rounds = (await Promise.all(trajectories.map((id) => store.rounds(id)))).flat();
  const found = await Promise.all(
    rounds
      .filter(({ status }) => status === 'open')
      .map(async (round) =>
        candidatesIn(
          round,
          await store.requestsOfRound(round.trajectory, formatRoundId(round)),
          municipality,
        ),
      ),
  );
  return found.flat();
}
