import { bodiesOfStage } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { TrajectoryState } from '../planning/state.ts';
import { formatRoundId } from '../roundId.ts';
import type { DroppedRound, PartnerChange } from './changes.ts';
import { isRunning, latestRound } from './latestRound.ts';

/** The rounds that the new plan has no more and that are not over; one that is over stays what it is. */
export function droppedRounds(previous: Plan, plan: Plan, state: TrajectoryState): DroppedRound[] {
  return previous.rounds.flatMap(({ id, title, stages }): DroppedRound[] => {
    if (plan.rounds.some((round) => round.id === id)) return [];
    const latest = latestRound(state, id);
    if (!latest) {
      const expected = stages.flatMap((stage) => bodiesOfStage(previous, stage).map((body) => body.id));
      return [{ family: id, title, asked: [], expected: [...new Set(expected)] }];
    }
    if (!isRunning(latest.round)) return [];
    const asked = latest.requests.filter(({ askedAt }) => askedAt).map(({ body }) => body);
    const expected = latest.round.stages
      .flatMap(({ bodies }) => bodies)
      .filter((body) => !asked.includes(body));
    return [{ family: id, title: latest.round.title, round: formatRoundId(latest.round), asked, expected }];
  });
}

/** Partners that will, or will no longer, be told of a round that is not concluded. */
export function partnerChanges(previous: Plan, plan: Plan, state: TrajectoryState): PartnerChange[] {
  const families = new Set([...previous.rounds, ...plan.rounds].map(({ id }) => id));
  return [...families].flatMap((family) => {
    if (latestRound(state, family)?.round.status === 'concluded') return [];
    const before = previous.rounds.find(({ id }) => id === family);
    const after = plan.rounds.find(({ id }) => id === family);
    const was = before?.informs ?? [];
    const is = after?.informs ?? [];
    const title = (after ?? before)?.title ?? family;
    return [
      ...was.filter((id) => !is.includes(id)).map((partner) => ({ partner, title, informed: false })),
      ...is.filter((id) => !was.includes(id)).map((partner) => ({ partner, title, informed: true })),
    ];
  });
}
