import * as z from 'zod';
import { dayOf } from '../../domain/calendar/days.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { flagFailedTrajectory } from '../../operations/failedWatch.ts';
import { knownPlan } from '../../operations/lookUp.ts';
import { type Patience, untilChainRests } from '../../operations/untilAtRest.ts';
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
  missed: z.boolean().default(false),
  brief: z.boolean().default(false),
  trajectories: z.array(z.string()),
  left: z.record(z.string(), z.int()).optional(),
});

/** A morning's answers may let every stage of a plan (ten) pass, and open what waited for them. */
const MOST_PASSES = 20;

/**
 * What the chain makes of this morning belongs to this morning, with all that follows from it: the day is gone over
 * until nothing is owed. So one morning brings its requests' mails, with the stream off too, and a next, missed day
 * comes after it: five days at once give the rows of five mornings.
 */
async function watchWholeDay(
  deps: WatchDependencies,
  trajectory: string,
  at: string,
  missed: boolean,
): Promise<WatchSummary> {
  let day = await watchDay(deps, trajectory, at, missed);
  if (!hasMoved(day)) return day;
  try {
    const plan = await knownPlan(deps.store, trajectory);
    for (let moved = true, passes = 1; passes < MOST_PASSES; passes++) {
      const state = await untilChainRests(deps.store, plan, trajectory, dayOf(at), PATIENCE);
      // What moved last may have left mails; what was left without moving the stream had under way.
      if (state === 'stands-still' || (state === 'at-rest' && !moved)) break;
      // What the chain moves is no money: the first pass has counted it.
      const pass = await watchDay({ ...deps, moneyCounted: true }, trajectory, at, missed);
      moved = hasMoved(pass);
      day = together(day, pass);
    }
  } catch (error) {
    // The day is done; whoever cannot see it settle does not undo it.
    if (error instanceof Unavailable) throw error;
  }
  return day;
}

function together(a: WatchSummary, b: WatchSummary): WatchSummary {
  return {
    ...b,
    opened: [...a.opened, ...b.opened],
    completed: [...a.completed, ...b.completed],
    started: a.started + b.started,
    resumed: a.resumed + b.resumed,
    woken: a.woken + b.woken,
    silences: a.silences + b.silences,
    mailsSent: a.mailsSent + b.mailsSent,
    mailsFailed: a.mailsFailed + b.mailsFailed,
    reminders: a.reminders + b.reminders,
    flagsRaised: a.flagsRaised + b.flagsRaised,
    flagsResolved: a.flagsResolved + b.flagsResolved,
    settled: [...a.settled, ...b.settled],
    ...(a.failed !== undefined && { failed: a.failed }),
  };
}

function hasMoved(summary: WatchSummary): boolean {
  const { opened, completed, started, resumed, woken, silences } = summary;
  return opened.length + completed.length + started + resumed + woken + silences > 0;
}

/** One day of the watch for its trajectories; one that fails does not keep the others from their day. */
export function createHandler(deps: WatchDependencies) {
  return async (event: unknown): Promise<readonly WatchSummary[]> => {
    const { at, missed, brief, trajectories, left } = daySchema.parse(event);
    const summaries: WatchSummary[] = [];
    let unavailable: Unavailable | undefined;
    for (const trajectory of trajectories) {
      try {
        summaries.push(await watchWholeDay(deps, trajectory, at, missed));
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
    const told = summaries.map((summary) => {
      const daysLeft = left?.[summary.trajectory];
      return daysLeft === undefined ? summary : { ...summary, daysLeft };
    });
    return brief ? sumOf(told) : told;
  };
}

/** Of hundreds of trajectories: a page's sums in one summary, and apart only what failed. */
function sumOf(summaries: readonly WatchSummary[]): readonly WatchSummary[] {
  const failed = summaries.filter((summary) => summary.failed !== undefined);
  const [first, ...others] = summaries.filter((summary) => summary.failed === undefined);
  if (!first) return failed;
  const { opened, completed, settled, ...sums } = others.reduce(together, first);
  const name = `${first.trajectory} en ${others.length} andere`;
  return [...failed, { ...sums, trajectory: name, opened: [], completed: [], settled: [] }];
}
