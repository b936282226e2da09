import { dayOf } from '../domain/calendar/days.ts';
import { mailFailures } from '../domain/mails/failures.ts';
import type { Plan } from '../domain/plan/schema.ts';
import type { Round } from '../domain/round/round.ts';
import { whyStuck } from '../domain/round/stuck.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { settleFlags } from './flags.ts';
import { knownTrajectory } from './lookUp.ts';
import { moveRoundOn } from './moveRoundOn.ts';
import { openMilestones } from './openMilestones.ts';
import type { Chain, MailSender, RecordStore, WallClock } from './ports.ts';
import { recordSilences } from './recordSilences.ts';
import { sendReplanNotices } from './replanNotices.ts';
import { resumeAfterFault } from './resumeRound.ts';
import { sendOwedMails } from './sendMails.ts';
import { settleRound } from './settleRound.ts';
import { raiseStuckFlag } from './stuck.ts';
import { withdrawWhatWasDropped } from './withdrawWhatWasDropped.ts';

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
  const plan = await deps.store.plan(trajectory);
  const summary = emptySummary(trajectoryId, dayOf(at));
  await withdrawWhatWasDropped(deps.store, trajectory);
  await openInto(summary, deps, trajectory, at);
  const failures: string[] = [];
  for (const roundId of await deps.store.openRounds(trajectoryId)) {
    const round = await deps.store.round(trajectoryId, roundId);
    if (round) failures.push(...(await watchRound(summary, deps, plan, round, at)));
  }
  const notices = await sendReplanNotices(deps.store, deps.sender, deps.now, trajectory);
  summary.mailsSent += notices.sent;
  summary.mailsFailed += notices.failed;
  failures.push(...notices.failures);
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

/** One round; returns what could not be mailed, as sentences by subject. */
async function watchRound(
  summary: WatchSummary,
  deps: WatchDependencies,
  plan: Plan,
  seen: Round,
  at: string,
): Promise<string[]> {
  const { store, chain, sender, now } = deps;
  const id = formatRoundId(seen);
  const resumedBefore = summary.resumed;
  if (seen.status === 'open' && seen.startedEpoch === seen.epoch && (await chain.state(seen)) !== 'running') {
    const result = await resumeAfterFault(store, chain, seen.trajectory, seen, seen.epoch, at);
    if (result === 'resumed') summary.resumed++;
  }
  summary.silences += await recordSilences(store, seen, await store.requestsOfRound(seen.trajectory, id), at);

  // Read again: the silences and the resume changed the rows.
  const round = (await store.round(seen.trajectory, seen)) ?? seen;
  const requests = await store.requestsOfRound(round.trajectory, id);
  const moved = await moveRoundOn(store, chain, round, requests, at);
  summary.started += moved.started;
  summary.woken += moved.woken;
  summary.resumed += moved.resumed;
  summary.completed.push(...moved.completed);

  // What was started or woken a moment ago has not had its time yet.
  const idle = moved.started + moved.woken === 0 && summary.resumed === resumedBefore;
  if (idle && whyStuck(round, requests, at) && (await freeStuckRound(deps, round, at))) summary.resumed++;

  const mails = await sendOwedMails(store, sender, now, plan, round, requests);
  summary.mailsSent += mails.sent;
  summary.mailsFailed += mails.failed;
  if (await settleRound(store, round, chain)) summary.settled.push(id);
  if (mails.failed === 0 && mailFailures(round, requests).length === 0) return [];
  const afterwards = await store.requestsOfRound(round.trajectory, id);
  return mailFailures((await store.round(round.trajectory, round)) ?? round, afterwards);
}

/**
 * A round that stands still is flagged, and started anew: another execution reads the table and asks or weighs
 * what the old one did not, which is superseded. Looks once more first: another watch may have moved it.
 */
async function freeStuckRound(
  { store, chain }: WatchDependencies,
  seen: Round,
  at: string,
): Promise<boolean> {
  const round = (await store.round(seen.trajectory, seen)) ?? seen;
  const cause = whyStuck(round, await store.requestsOfRound(round.trajectory, formatRoundId(round)), at);
  if (!cause) return false;
  await raiseStuckFlag(store, round, at, cause);
  return (await resumeAfterFault(store, chain, round.trajectory, round, round.epoch, at)) === 'resumed';
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
