import { dayOf } from '../../domain/calendar/days.ts';
import type { Candidate } from '../../domain/intake/read/match.ts';
import type { Source } from '../../domain/intake/source.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import type { RecordStore } from '../ports.ts';

/** Every request of the source's municipality in a round that runs, asked or still expected, of all real trajectories. */
export async function readCandidates(
  store: RecordStore,
  { municipality }: Pick<Source, 'municipality'>,
): Promise<Candidate[]> {
  const ids = await store.activeTrajectories('real');
  const found = await Promise.all(ids.map((id) => candidatesOf(store, id, municipality)));
  return found.flat();
}

async function candidatesOf(store: RecordStore, id: string, municipality: string): Promise<Candidate[]> {
  const trajectory = await store.trajectory(id);
  if (!trajectory) return [];
  const rounds = await Promise.all(
    (await store.openRounds(id)).map(async (roundId) => {
      const round = await store.round(id, roundId);
      if (round?.status !== 'open') return [];
      const name = formatRoundId(round);
      const bodies = round.stages
        .flatMap((stage) => stage.bodies)
        .filter((body) => body.startsWith(`${municipality}/`));
      if (bodies.length === 0) return [];
      const requests = await store.requestsOfRound(id, name);
      return bodies.map((body): Candidate => {
        const request = requests.find((each) => each.body === body);
        return {
          trajectory: id,
          round: name,
          family: round.family,
          body,
          status: !request ? 'expected' : request.status === 'open' ? 'open' : 'decided',
          ...(round.number > 1 && { revisedOn: dayOf(round.openedAt) }),
          title: `${trajectory.title} – ${round.title}`,
        };
      });
    }),
  );
  return rounds.flat();
}
