import { z } from 'zod';
import { type WatchDependencies, type WatchSummary, watchDay } from '../../operations/watchDay.ts';

const daySchema = z.object({ at: z.iso.datetime(), trajectories: z.array(z.string()) });

/** One day of the watch for its trajectories; one that fails does not keep the others from their day. */
export function createHandler(deps: WatchDependencies) {
  return async (event: unknown): Promise<readonly WatchSummary[]> => {
    const { at, trajectories } = daySchema.parse(event);
    const summaries: WatchSummary[] = [];
    const failures: unknown[] = [];
    for (const trajectory of trajectories) {
      try {
        summaries.push(await watchDay(deps, trajectory, at));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(
        failures,
        `${failures.length} of ${trajectories.length} not watched: ${failures.join('; ')}`,
      );
    return summaries;
  };
}
