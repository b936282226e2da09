import * as z from 'zod';
import { Unavailable } from '../../domain/unavailable.ts';
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
    if (failures.length === 0) return summaries;
    const told = `${failures.length} of ${trajectories.length} not watched: ${failures.join('; ')}`;
    // The state machine tries again by this name: a day done twice gives the same rows.
    if (failures.some((failure) => failure instanceof Unavailable)) {
      throw new Unavailable('De dagelijkse ronde', new Error(told));
    }
    throw new AggregateError(failures, told);
  };
}
