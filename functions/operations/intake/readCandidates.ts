import { type Candidate, candidatesIn } from '../../domain/intake/candidate.ts';
import type { Round } from '../../domain/round/round.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import type { RecordStore } from '../ports.ts';

/**
 * The places of a municipality in the open rounds of the trajectories that run on the real clock; only those of one
 * family (`visietraject/process-proposal`) where that is known already. Rounds are read consistently: one that opened a
 * moment ago, and is not in the index yet, counts.
 */
export async function readCandidates(
  store: RecordStore,
  municipality: string,
  family?: string,
): Promise<Candidate[]> {
  const rounds = family === undefined ? await allRounds(store) : await roundsOfFamily(store, family);
  const found = await Promise.all(
    rounds
      .filter(({ status }) => status === 'open')
      .map(async (round) => {
        const requests = await store.requestsOfRound(round.trajectory, formatRoundId(round));
        return candidatesIn(round, requests, municipality);
      }),
  );
  return found.flat();
}

async function allRounds(store: RecordStore): Promise<Round[]> {
  const trajectories = await store.activeTrajectories('real');
  return (await Promise.all(trajectories.map((id) => store.rounds(id)))).flat();
}

/** By the index, which costs what is open and not what there was; past it only when it knows none. */
async function roundsOfFamily(store: RecordStore, family: string): Promise<Round[]> {
  const [id = '', name] = family.split('/');
  if ((await store.trajectory(id))?.clock !== 'real') return [];
  const open = (await store.openRounds(id)).filter((round) => round.family === name);
  const rounds = (await Promise.all(open.map((round) => store.round(id, round)))).flatMap(
    (round) => round ?? [],
  );
  if (rounds.some(({ status }) => status === 'open')) return rounds;
  return (await store.rounds(id)).filter((round) => round.family === name);
}
