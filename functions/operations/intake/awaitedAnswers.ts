import { dayOf } from '../../domain/calendar/days.ts';
import type { AwaitedAnswer } from '../../domain/councils/matchCouncilDecision.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import type { RecordStore } from '../ports.ts';

type Reads = Pick<RecordStore, 'activeTrajectories' | 'trajectory' | 'openRounds' | 'round' | 'request'>;

/** All that is still expected of a body in open rounds of real trajectories: asked already, or later in its chain. */
export async function awaitedAnswers(store: Reads, body: string): Promise<AwaitedAnswer[]> {
  const found: AwaitedAnswer[] = [];
  for (const id of await store.activeTrajectories('real')) {
    const trajectory = await store.trajectory(id);
    if (!trajectory) continue;
    for (const roundId of await store.openRounds(id)) {
      const round = await store.round(id, roundId);
      const stage = round?.stages.slice(round.stage).find(({ bodies }) => bodies.includes(body));
      if (round?.status !== 'open' || !stage) continue;
      const request = await store.request(id, formatRoundId(roundId), body);
      if (request && request.status !== 'open') continue;
      found.push({
        trajectory: id,
        trajectoryTitle: trajectory.title,
        round: formatRoundId(roundId),
        family: round.family,
        roundTitle: round.title,
        body,
        role: stage.role,
        openedOn: dayOf(round.openedAt),
      });
    }
  }
  return found;
}
