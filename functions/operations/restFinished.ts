import { isRunning } from '../domain/replan/latestRound.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';
import type { Timing } from './readTiming.ts';

/**
 * Takes a trajectory off what is watched every morning once nothing can be owed in it any more: without this the watch
 * would cost more with every trajectory that ever was. All its milestones are over, its rounds are settled and cannot
 * be revised, no flag stands and every re-planning was told; so only another re-planning can bring work, and that puts
 * it back. The index says cheaply, every morning, that it is not so; what it says of the last morning is read again,
 * consistently, once.
 */
export async function restFinished(
  store: RecordStore,
  trajectory: Trajectory,
  { plan, state }: Pick<Timing, 'plan' | 'state'>,
): Promise<boolean> {
  const over = new Set(state.milestones.flatMap(({ id, status }) => (status === 'open' ? [] : [id])));
  if (state.rounds.length > 0 || !plan.milestones.every(({ id }) => over.has(id))) return false;
  if ((await store.openFlags(trajectory.id)).length > 0) return false;
  const [rounds, flags, replannings] = await Promise.all([
    store.rounds(trajectory.id),
    store.flags(trajectory.id),
    store.replannings(trajectory.id),
  ]);
  const mayGoOn = rounds.some(
    (round) =>
      round.openIn !== undefined ||
      isRunning(round) ||
      // A withdrawn one may be revised for as long as the plan has it.
      (round.status === 'withdrawn' && !round.revisedAt && plan.rounds.some(({ id }) => id === round.family)),
  );
  if (mayGoOn || flags.some(({ resolvedAt }) => !resolvedAt) || replannings.some(({ toldAt }) => !toldAt))
    return false;
  return store.restTrajectory(trajectory);
}
