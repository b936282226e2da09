import * as z from 'zod';
import { dayOf } from '../../domain/calendar/days.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { flagFailedTrajectory } from '../../operations/failedWatch.ts';
import { knownPlan } from '../../operations/lookUp.ts';
import { type Patience, untilAtRest } from '../../operations/untilAtRest.ts';
import {
  emptySummary,
  toldOf,
  type WatchDependencies,
  type WatchSummary,
  watchDay,
} from '../../operations/watchDay.ts';

/** What the chain makes of a morning takes seconds; a round that stands still keeps nobody waiting longer. */
const PATIENCE: Patience = { longestMs: 20_000, slowestLookMs: 400 };

const daySchema = z.object({
  at: z.iso.datetime(),
  trajectories: z.array(z.string()),
  left: z.record(z.string(), z.int()).optional(),
});

/**
 * What the chain makes of this morning belongs to this morning: a next, missed day comes after it, so that five
 * days at once give the rows of five mornings.
 */
async function letSettle(deps: WatchDependencies, { trajectory, day }: WatchSummary): Promise<void> {
  try {
    await untilAtRest(deps.store, await knownPlan(deps.store, trajectory), trajectory, day, PATIENCE);
  } catch (error) {
    // The day is done; whoever cannot see it settle does not undo it.
    if (error instanceof Unavailable) throw error;
  }
}

function hasMoved(summary: WatchSummary): boolean {
  const { opened, completed, started, resumed, woken, silences } = summary;
  return opened.length + completed.length + started + resumed + woken + silences > 0;
}

/** One day of the watch for its trajectories; one that fails does not keep the others from their day. */
export function createHandler(deps: WatchDependencies) {
  return async (event: unknown): Promise<readonly WatchSummary[]> => {
    const { at, trajectories, left } = daySchema.parse(event);
    const summaries: WatchSummary[] = [];
    let unavailable: Unavailable | undefined;
    for (const trajectory of trajectories) {
      try {
        const summary = await watchDay(deps, trajectory, at);
        summaries.push(summary);
        if (hasMoved(summary)) await letSettle(deps, summary);
      } catch (error) {
        if (error instanceof Unavailable) unavailable = error;
        // What cannot be watched must not keep the others from their days, today and every next morning.
        await flagFailedTrajectory(deps.store, trajectory, error, at);
        const failed = toldOf([{ subject: trajectory, error }]);
        summaries.push({ ...emptySummary(trajectory, dayOf(at)), failed });
      }
    }
    // The state machine tries again by this name: a day done twice gives the same rows.
    if (unavailable) throw unavailable;
    return summaries.map((summary) => {
      const daysLeft = left?.[summary.trajectory];
      return daysLeft === undefined ? summary : { ...summary, daysLeft };
    });
  };
}
