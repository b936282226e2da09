import { dayOf } from '../domain/calendar/days.ts';
import { mailFailures, withheldRequests } from '../domain/mails/failures.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { whyStuck } from '../domain/round/stuck.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { moveRoundOn } from './moveRoundOn.ts';
import { recordSilences } from './recordSilences.ts';
import { MOST_FAULTS, resumeAfterFault } from './resumeRound.ts';
import { sendOwedMails } from './sendMails.ts';
import { settleRound } from './settleRound.ts';
import { raiseStuckFlag } from './stuck.ts';
import type { WatchDependencies, WatchSummary } from './watchDay.ts';

interface Rows {
  readonly round: Round;
  readonly requests: readonly DecisionRequest[];
}

/**
 * The daily watch of one round: its execution, its wakes, its mails, then the silences of that day, which come
 * after the mails so that the same day watched twice finds what it found the first time. Returns what could not
 * be mailed, as sentences by subject.
 */
export async function watchRound(
  summary: WatchSummary,
  deps: WatchDependencies,
  trajectory: Trajectory,
  seen: Round,
  at: string,
): Promise<string[]> {
  const { store, chain } = deps;
  const resumedBefore = summary.resumed;
  if (seen.status === 'open' && seen.startedEpoch === seen.epoch && (await chain.state(seen)) !== 'running') {
    const result = await resumeAfterFault(store, chain, seen.trajectory, seen, seen.epoch, at);
    if (result === 'resumed') summary.resumed++;
  }
  const rows = await readRows(deps, seen);
  const moved = await moveInto(summary, deps, rows, at);
  // What was started or woken a moment ago has not had its time yet.
  const idle = moved.started + moved.woken === 0 && summary.resumed === resumedBefore;
  if (idle && whyStuck(rows.round, rows.requests, at) && (await freeStuckRound(deps, rows.round, at)))
    summary.resumed++;

  const mailed = await mailInto(summary, deps, trajectory, rows, at);
  const told = mailed.sent > 0 ? await readRows(deps, rows.round) : rows;
  const silences = await recordSilences(store, told.round, told.requests, at, trajectory.clock);
  summary.silences += silences;
  if (silences > 0) {
    const answered = await readRows(deps, told.round);
    await moveInto(summary, deps, answered, at);
    await mailInto(summary, deps, trajectory, answered, at);
  }
  if (await settleRound(store, told.round, chain)) summary.settled.push(formatRoundId(seen));
  return unsentOf(mailed.failed + silences > 0 ? await readRows(deps, told.round) : told, at);
}

async function readRows({ store }: WatchDependencies, seen: Round): Promise<Rows> {
  // The round first: requests that are older than their round would look as if nobody had been asked.
  const round = (await store.round(seen.trajectory, seen)) ?? seen;
  return { round, requests: await store.requestsOfRound(round.trajectory, formatRoundId(round)) };
}

async function moveInto(summary: WatchSummary, deps: WatchDependencies, rows: Rows, at: string) {
  const moved = await moveRoundOn(deps.store, deps.chain, rows.round, rows.requests, at);
  summary.started += moved.started;
  summary.woken += moved.woken;
  summary.resumed += moved.resumed;
  summary.completed.push(...moved.completed);
  return moved;
}

async function mailInto(
  summary: WatchSummary,
  deps: WatchDependencies,
  trajectory: Trajectory,
  rows: Rows,
  at: string,
) {
  const plan = await deps.store.plan(trajectory);
  const mails = await sendOwedMails(deps, { trajectory, plan, ...rows, day: dayOf(at) });
  summary.mailsSent += mails.sent;
  summary.mailsFailed += mails.failed;
  return mails;
}

function unsentOf({ round, requests }: Rows, at: string): string[] {
  return [...mailFailures(round, requests), ...withheldRequests(round, requests, dayOf(at))];
}

/**
 * A round that stands still is flagged, and started anew: another execution reads the table and asks or weighs
 * what the old one did not, which is superseded. Looks once more first: another watch may have moved it.
 */
async function freeStuckRound(deps: WatchDependencies, seen: Round, at: string): Promise<boolean> {
  const { round, requests } = await readRows(deps, seen);
  const cause = whyStuck(round, requests, at);
  if (!cause) return false;
  // Beyond the bound resumeAfterFault says that nothing starts it anew any more.
  if (round.faults < MOST_FAULTS) await raiseStuckFlag(deps.store, round, at, cause);
  const result = await resumeAfterFault(deps.store, deps.chain, round.trajectory, round, round.epoch, at);
  return result === 'resumed';
}
