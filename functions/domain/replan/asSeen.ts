import { bodiesOf } from '../plan/bodies.ts';
import { roundOfMilestone } from '../plan/derived.ts';
import type { Plan } from '../plan/schema.ts';
import type { TrajectoryState } from '../planning/state.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { formatRoundId, type RoundId } from '../roundId.ts';
import type { MilestoneRow } from '../trajectory.ts';
import { isRunning, latestRound } from './latestRound.ts';
import { frozen } from './refusals/stagesStay.ts';

/**
 * The rows a re-planning was judged by and that its plan leaves out or changes: it may be applied only while they are
 * as they were seen, or a round could open under stages that the new plan does not have.
 */
export interface AsSeen {
  readonly rounds: readonly { readonly id: RoundId; readonly seen: Round | undefined }[];
  readonly milestones: readonly { readonly id: string; readonly seen: MilestoneRow | undefined }[];
  /** Of bodies that leave the plan: their answer would keep them in it. */
  readonly requests: readonly {
    readonly round: string;
    readonly body: string;
    readonly seen: DecisionRequest | undefined;
  }[];
}

export function asSeen(previous: Plan, plan: Plan, state: TrajectoryState): AsSeen {
  const families = [...new Set([...previous.rounds, ...plan.rounds].map(({ id }) => id))].filter((family) => {
    const before = previous.rounds.find(({ id }) => id === family);
    const after = plan.rounds.find(({ id }) => id === family);
    return !before || !after || frozen(previous, before) !== frozen(plan, after);
  });
  const milestones = previous.milestones.filter(
    ({ id }) =>
      !plan.milestones.some((milestone) => milestone.id === id) ||
      roundOfMilestone(previous, id)?.id !== roundOfMilestone(plan, id)?.id,
  );
  return {
    rounds: families.map((family) => {
      const seen = latestRound(state, family)?.round;
      return { id: seen ?? { family, number: 1 }, seen };
    }),
    milestones: milestones.map(({ id }) => ({ id, seen: state.milestones.find((row) => row.id === id) })),
    requests: requestsOfLeaving(previous, plan, state),
  };
}

function requestsOfLeaving(previous: Plan, plan: Plan, state: TrajectoryState): AsSeen['requests'] {
  const stays = new Set(bodiesOf(plan).map(({ id }) => id));
  const leaving = new Set(bodiesOf(previous).flatMap(({ id }) => (stays.has(id) ? [] : [id])));
  return state.rounds
    .filter(({ round }) => isRunning(round))
    .flatMap(({ round, requests }) =>
      round.stages
        .flatMap(({ bodies }) => bodies)
        .filter((body) => leaving.has(body))
        .map((body) => ({
          round: formatRoundId(round),
          body,
          seen: requests.find((request) => request.body === body),
        })),
    );
}
