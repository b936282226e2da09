import type { Plan } from '../domain/plan/schema.ts';
import { Refusal } from '../domain/refusal.ts';
import { formatRoundId, type RoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';

/** The trajectory, or a refusal that says how to see which there are. */
export async function knownTrajectory(
  store: Pick<RecordStore, 'trajectory'>,
  id: string,
): Promise<Trajectory> {
  const trajectory = await store.trajectory(id);
  if (!trajectory) {
    throw new Refusal(
      'UNKNOWN_TRAJECTORY',
      `Er is geen traject "${id}"; bekijk met "status" welke trajecten er zijn.`,
    );
  }
  return trajectory;
}

export async function knownPlan(store: RecordStore, id: string): Promise<Plan> {
  return store.plan(await knownTrajectory(store, id));
}

/** Why a round that has no row cannot be used: it does not exist in the plan, or it has not been opened. */
export function missingRound(plan: Plan, round: RoundId): Refusal {
  const families = plan.rounds.map(({ id }) => id);
  if (!families.includes(round.family)) {
    return new Refusal(
      'UNKNOWN_ROUND',
      `Ronde ${formatRoundId(round)} bestaat niet in het plan; het plan kent: ${families.join(', ')}.`,
    );
  }
  return new Refusal(
    'ROUND_NOT_OPEN_YET',
    `Ronde ${formatRoundId(round)} is nog niet geopend; een antwoord kan pas worden vastgelegd als zij loopt.`,
  );
}
