import { dayOf } from '../domain/calendar/days.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { Unavailable } from '../domain/unavailable.ts';
import { flagFailedTrajectory, type WatchFailure } from './failedWatch.ts';
import { settleFlags } from './flags.ts';
import type { ItemStore } from './intake/ports.ts';
import { sendOpenProposals } from './intake/sendOpenProposals.ts';
import { judgedBy } from './judgedBy.ts';
import type { CountedLedger } from './ledger/recount.ts';
import { type StatementDependencies, settleStatement } from './ledger/settleStatement.ts';
import { watchMoney } from './ledger/watchMoney.ts';
import type { LinkMaking } from './links/createLink.ts';
import { knownTrajectory } from './lookUp.ts';
import { type MemoSending, sendMemos } from './memo/sendMemos.ts';
import { moveRoundOn } from './moveRoundOn.ts';
import { openMilestones } from './openMilestones.ts';
import type { Chain, MailSender, RecordStore, ReferenceData, WallClock } from './ports.ts';
import { readTiming, type Timing } from './readTiming.ts';
import { type NoticeRun, sendReplanNotices } from './replanNotices.ts';
import { restFinished } from './restFinished.ts';
import { sendReminders } from './sendReminders.ts';
import { settleBouncedFlags } from './settleBouncedFlags.ts';
import { settlePlanningFlags } from './settlePlanningFlags.ts';
import { watchRound } from './watchRound.ts';
import { withdrawWhatWasDropped } from './withdrawWhatWasDropped.ts';

export interface WatchDependencies {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  /** Where the agenda feeds and the mail links are; absent: mails do not name them. */
  readonly portalUrl?: string | undefined;
  readonly links?: LinkMaking['links'];
  readonly chain: Chain;
  readonly sender: MailSender;
  readonly now: WallClock;
  /** What came in from document systems; absent: nothing does. */
  readonly items?: Pick<ItemStore, 'openItems' | 'writeItem'>;
  /** What was booked; absent: the money is not looked at. */
  readonly ledger?: (CountedLedger & StatementDependencies['ledger']) | undefined;
  /** An earlier pass of this morning has counted the money, which takes longest. */
  readonly moneyCounted?: boolean;
  /** Information memos for the councils; absent: none are sent. */
  readonly memos?: MemoSending['memos'];
  readonly memoPdf?: MemoSending['memoPdf'];
  /** Quarterly statements; absent: none are made. */
  readonly statements?: StatementDependencies['statements'];
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
  reminders: number;
  flagsRaised: number;
  flagsResolved: number;
  settled: string[];
  /** The days that this run did not come to; the next run goes on with them. */
  daysLeft?: number;
  /** What of this trajectory could not be watched, and why; it is tried again the next morning. */
  failed?: string;
}

/**
 * The daily watch of one trajectory for one day: derives every owed effect from the table and does what is
 * missing. Events and streams may have been lost; after this nothing is. Running it twice, late, or for
 * several missed days in a row gives the same rows. A part that fails does not keep the others from their day:
 * it is told in `failed`, stands as a flag and is tried again the next morning, and the day counts as watched.
 * Only what cannot be reached now is thrown, after the rest was done: then the day is tried again. On a day that was
 * `missed` nobody is reminded: people get today's reminder, not one for each morning of an outage.
 */
export async function watchDay(
  deps: WatchDependencies,
  trajectoryId: string,
  at: string,
  missed = false,
): Promise<WatchSummary> {
  const { store } = deps;
  const trajectory = await knownTrajectory(store, trajectoryId);
  const summary = emptySummary(trajectoryId, dayOf(at));
  const unwatched: WatchFailure[] = [];
  const unsent: string[] = [];
  const part = async (subject: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      unwatched.push({ subject, error });
    }
  };
  const tell = ({ sent, failed, failures }: NoticeRun) => {
    summary.mailsSent += sent;
    summary.mailsFailed += failed;
    unsent.push(...failures);
  };
  await part(trajectoryId, async () => {
    await withdrawWhatWasDropped(store, trajectory);
    await openInto(summary, deps, trajectory, at);
  });
  for (const roundId of await store.openRounds(trajectoryId)) {
    await part(formatRoundId(roundId), async () => {
      const round = await store.round(trajectoryId, roundId);
      if (round) unsent.push(...(await watchRound(summary, deps, trajectory, round, at)));
    });
  }
  await part(trajectoryId, async () => tell(await sendReplanNotices(deps, trajectory)));
  const { items } = deps;
  if (items && trajectory.clock === 'real') {
    await part(trajectoryId, async () => tell(await sendOpenProposals({ ...deps, items }, trajectoryId)));
  }
  const { ledger, statements, memos, memoPdf } = deps;
  if (memos && memoPdf)
    await part(trajectoryId, async () => tell(await sendMemos({ ...deps, memos, memoPdf }, trajectory)));
  if (ledger && statements) {
    await part(trajectoryId, async () =>
      tell(await settleStatement({ ...deps, ledger, statements }, trajectory, at)),
    );
  }
  if (summary.completed.length > 0) await part(trajectoryId, () => openInto(summary, deps, trajectory, at));
  const settled = unwatched.length;
  let timing: Timing | undefined;
  let moneyAtRest = true;
  await part(trajectoryId, async () => {
    const chased = await chase(summary, deps, trajectory, at, missed);
    timing = chased.timing;
    unsent.push(...chased.failures);
  });
  await part(trajectoryId, async () => {
    if (timing) moneyAtRest = await watchMoney(summary, deps, trajectory, timing.plan, at);
  });
  await part(trajectoryId, async () => {
    const { raised, resolved } = await settleBouncedFlags(deps, trajectory, at, deps.now());
    summary.flagsRaised += raised;
    summary.flagsResolved += resolved;
  });
  await part(trajectoryId, () => settleFlags(store, trajectoryId, unsent, at, unwatched));
  const unsettled = unwatched[settled];
  if (unsettled) await flagFailedTrajectory(store, trajectoryId, unsettled.error, at);
  const unavailable = unwatched.find(({ error }) => error instanceof Unavailable);
  if (unavailable) throw unavailable.error;
  await store.markWatched(trajectoryId, summary.day);
  if (unwatched.length > 0) summary.failed = toldOf(unwatched);
  else if (timing && moneyAtRest) await restFinished(store, trajectory, timing);
  return summary;
}

/** Bounded, like everything in the watch's output (see MOST_SUMMARIES). */
const LONGEST_REASON = 300;

export function toldOf(unwatched: readonly WatchFailure[]): string {
  const told = unwatched.map(({ subject, error }) => `${subject}: ${String(error)}`).join('; ');
  return told.length > LONGEST_REASON ? `${told.slice(0, LONGEST_REASON)}…` : told;
}

/**
 * Reminders and flags of the planning, by the rows as the rest of the watch has left them. Returns the reminders that
 * could not be sent, as sentences by subject, and what it went by.
 */
async function chase(
  summary: WatchSummary,
  deps: WatchDependencies,
  trajectory: Trajectory,
  at: string,
  missed: boolean,
): Promise<{ readonly failures: readonly string[]; readonly timing: Timing }> {
  const { store, reference } = deps;
  const { judgedAt, late } = judgedBy(trajectory, at);
  const timing = await readTiming(store, reference, trajectory, dayOf(judgedAt));
  const reminders = await sendReminders(deps, trajectory.id, timing, judgedAt, missed || late);
  summary.reminders += reminders.sent;
  summary.mailsFailed += reminders.failed;
  const { raised, resolved } = await settlePlanningFlags(
    store,
    trajectory.id,
    timing,
    dayOf(judgedAt),
    judgedAt,
  );
  summary.flagsRaised += raised;
  summary.flagsResolved += resolved;
  return { failures: reminders.failures, timing };
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
    reminders: 0,
    flagsRaised: 0,
    flagsResolved: 0,
    settled: [],
  };
}
