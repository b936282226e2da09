import { dayOf } from '../domain/calendar/days.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { settleFlags } from './flags.ts';
import { knownTrajectory } from './lookUp.ts';
import { moveRoundOn } from './moveRoundOn.ts';
import { openMilestones } from './openMilestones.ts';
import type { Chain, MailSender, RecordStore, WallClock } from './ports.ts';
import { watchRound } from './watchRound.ts';

export interface WatchDependencies {
  readonly store: RecordStore;
  readonly chain: Chain;
  readonly sender: MailSender;
  readonly now: WallClock;
}

/** What a day's watch did for one trajectory; an administrator reads it in the execution's output. */
export interface WatchSummary {
  readonly trajectory: string;
  readonly day: string;
  opened: string[];
  completed: string[];
  started: number;
  resumed: number;
  woken: number;
  silences: number;
  mailsSent: number;
  mailsFailed: number;
  settled: string[];
  /** The days that this run did not come to; the next run goes on with them. */
  daysLeft?: number;
  /** Why this trajectory could not be watched; it is tried again the next morning. */
  failed?: string;
}

/**
 * The daily watch of one trajectory for one day: derives every owed effect from the table and does what is
 * missing. Events and streams may have been lost; after this nothing is. Running it twice, late, or for
 * several missed days in a row gives the same rows.
 */
export async function watchDay(
  deps: WatchDependencies,
  trajectoryId: string,
  at: string,
): Promise<WatchSummary> {
  const trajectory = await knownTrajectory(deps.store, trajectoryId);
  const summary = emptySummary(trajectoryId, dayOf(at));
  await openInto(summary, deps, trajectory, at);
  const failures: string[] = [];
  for (const roundId of await deps.store.openRounds(trajectoryId)) {
    const round = await deps.store.round(trajectoryId, roundId);
    if (round) failures.push(...(await watchRound(summary, deps, trajectory, round, at)));
  }
  if (summary.completed.length > 0) await openInto(summary, deps, trajectory, at);
  await settleFlags(deps.store, trajectoryId, failures, at);
  await deps.store.markWatched(trajectoryId, summary.day);
  return summary;
}

async function openInto(summary: WatchSummary, deps: WatchDependencies, trajectory: Trajectory, at: string) {
  const opened = await openMilestones(deps.store, trajectory, at);
  summary.opened.push(...opened.milestones);
  // The index may not show a new round yet: its start is done from what was just written.
  for (const round of opened.rounds) {
    const moved = await moveRoundOn(deps.store, deps.chain, round, [], at);
    summary.started += moved.started;
  }
}

/** A day on which nothing was owed. */
export function emptySummary(trajectory: string, day: string): WatchSummary {
  return {
    trajectory,
    day,
    opened: [],
    completed: [],
    started: 0,
    resumed: 0,
    woken: 0,
    silences: 0,
    mailsSent: 0,
    mailsFailed: 0,
    settled: [],
  };
}
