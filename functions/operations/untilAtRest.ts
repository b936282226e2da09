import { setTimeout as wait } from 'node:timers/promises';
import { ANYBODY } from '../domain/access/viewer.ts';
import type { Day } from '../domain/calendar/days.ts';
import { owedMails } from '../domain/mails/owedMails.ts';
import { completionsOwed } from '../domain/milestones/completions.ts';
import { openableMilestones } from '../domain/milestones/openable.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { Refusal } from '../domain/refusal.ts';
import { isRunning } from '../domain/replan/latestRound.ts';
import type { Replanning } from '../domain/replan/replanning.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { isWakeOwed } from '../domain/round/wake.ts';
import { weighStage } from '../domain/round/weigh.ts';
import { formatRoundId } from '../domain/roundId.ts';
import { asSeenBy } from '../domain/seen/asSeenBy.ts';
import type { MilestoneRow } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';

/** The record as it is watched or simulated: the milestones, and the rounds that still owe or are owed something. */
export interface Snapshot {
  readonly milestones: readonly MilestoneRow[];
  readonly rounds: readonly { readonly round: Round; readonly requests: readonly DecisionRequest[] }[];
  readonly replannings: readonly Replanning[];
}

/** How long to wait for rest, and how long at most between two looks. */
export interface Patience {
  readonly longestMs: number;
  readonly slowestLookMs: number;
}

const FIRST_LOOK_MS = 10;

/**
 * Waits until nothing is owed any more: all bodies of the current stages asked, every answer weighed, every
 * mail sent, everything opened that may open. Then the deployed stacks have done what this day gave them.
 */
export async function untilAtRest(
  store: RecordStore,
  plan: Plan,
  trajectory: string,
  day: Day,
  patience: Patience,
): Promise<Snapshot> {
  const deadline = performance.now() + patience.longestMs;
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 1.3, patience.slowestLookMs)) {
    const snapshot = await readSnapshot(store, trajectory);
    const owed = whatIsOwed(plan, snapshot, day);
    if (owed.length === 0) return snapshot;
    if (performance.now() > deadline) {
      throw new Refusal(
        'UNAVAILABLE',
        `Traject ${trajectory} kwam op ${day} niet tot rust binnen ${patience.longestMs / 1000} s; nog te doen: ${owed.join('; ')}.`,
      );
    }
    await wait(pause);
  }
}

/**
 * Waits while it is the chain's turn: to ask bodies, to weigh the answers it was woken for. Then either nothing is
 * owed (`at-rest`), or what is left is a watch's work (`work-left`); mails, and closing what waits for them, are not
 * looked at. `stands-still`: the chain did not do its part within the patience.
 */
export async function untilChainRests(
  store: RecordStore,
  plan: Plan,
  trajectory: string,
  day: Day,
  patience: Patience,
): Promise<'at-rest' | 'work-left' | 'stands-still'> {
  const deadline = performance.now() + patience.longestMs;
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 1.3, patience.slowestLookMs)) {
    const snapshot = await readSnapshot(store, trajectory);
    if (!snapshot.rounds.some(({ round, requests }) => isChainsTurn(round, requests)))
      return stepsOwed(plan, snapshot, day).length === 0 ? 'at-rest' : 'work-left';
    if (performance.now() > deadline) return 'stands-still';
    await wait(pause);
  }
}

function isChainsTurn(round: Round, requests: readonly DecisionRequest[]): boolean {
  // A start or a wake that is still owed comes first; neither is the chain's to do.
  return (
    round.startedEpoch >= round.epoch &&
    !requests.some((request) => isWakeOwed(round, request)) &&
    stepsOfChain(round, requests).length > 0
  );
}

export async function readSnapshot(store: RecordStore, trajectory: string): Promise<Snapshot> {
  const [milestones, open, replannings] = await Promise.all([
    store.milestones(trajectory),
    store.openRounds(trajectory),
    store.replannings(trajectory),
  ]);
  const rounds = await Promise.all(
    open.map(async (id) => {
      const [round, requests] = await Promise.all([
        store.round(trajectory, id),
        store.requestsOfRound(trajectory, formatRoundId(id)),
      ]);
      return round ? [{ round, requests }] : [];
    }),
  );
  return { milestones, rounds: rounds.flat(), replannings };
}

function whatIsOwed(plan: Plan, snapshot: Snapshot, day: Day): string[] {
  const rows = {
    milestones: snapshot.milestones,
    rounds: snapshot.rounds.map(({ round }) => round),
    requests: snapshot.rounds.flatMap(({ requests }) => requests),
  };
  const { hidden } = asSeenBy(ANYBODY, plan, rows, day);
  return [
    ...stepsOwed(plan, snapshot, day),
    ...snapshot.rounds.flatMap(({ round, requests }) =>
      mailsAndClosing(round, requests, day, hidden.rounds.has(formatRoundId(round))),
    ),
    ...owedOfReplanning(plan, snapshot),
  ];
}

function owedOfReplanning(plan: Plan, { milestones, rounds, replannings }: Snapshot): string[] {
  const dropped = [
    ...milestones.filter(({ id, status }) => status === 'open' && !plan.milestones.some((m) => m.id === id)),
    ...rounds.filter(({ round }) => isRunning(round) && !plan.rounds.some(({ id }) => id === round.family)),
  ];
  return [
    ...dropped.map(() => 'intrekken'),
    ...replannings.filter(({ toldAt }) => !toldAt).map(({ version }) => `herplanning ${version}: berichten`),
  ];
}

/** What has to be done for the trajectory to go on; nothing waits for a mail. */
function stepsOwed(plan: Plan, { milestones, rounds }: Snapshot, day: Day): string[] {
  return [
    ...openableMilestones(plan, milestones, day).map(({ milestone }) => `open ${milestone.id}`),
    ...rounds.flatMap(({ round, requests }) => [
      ...completionsOwed(round)
        .filter((owed) => !isOver(milestones.find((row) => row.id === owed.id)?.status))
        .map((owed) => `${formatRoundId(round)}: mijlpaal ${owed.id}`),
      ...stepsOfRound(round, requests),
    ]),
  ];
}

function stepsOfRound(round: Round, requests: readonly DecisionRequest[]): string[] {
  if (round.status !== 'open') return [];
  const id = formatRoundId(round);
  return [
    ...(round.startedEpoch < round.epoch ? [`${id}: starten`] : []),
    ...requests.filter((request) => isWakeOwed(round, request)).map(({ body }) => `${id}: ${body} wekken`),
    ...stepsOfChain(round, requests),
  ];
}

function stepsOfChain(round: Round, requests: readonly DecisionRequest[]): string[] {
  const stage = round.stages[round.stage];
  if (round.status !== 'open' || !stage) return [];
  const id = formatRoundId(round);
  const weighs = weighStage(stage, requests).kind !== 'waiting';
  return [
    ...bodiesToAsk(round, requests).map((body) => `${id}: ${body} vragen`),
    ...(weighs ? [`${id}: wegen`] : []),
  ];
}

function mailsAndClosing(
  round: Round,
  requests: readonly DecisionRequest[],
  day: Day,
  isFollowing: boolean,
): string[] {
  const id = formatRoundId(round);
  const owed = owedMails(round, requests, day, isFollowing).map(({ key }) => key);
  const mails = owed.map((key) => `${id}: bericht ${key}`);
  // What an embargo keeps back is told, and the round closed, by the watch of the day on which it is over.
  if (owedMails(round, requests).some(({ key }) => !owed.includes(key))) return mails;
  // A closed round leaves the index once all it owed is done; a withdrawn one by the next watch.
  const stays =
    ['open', 'withdrawn'].includes(round.status) || (round.status === 'handed-over' && !round.revisedAt);
  return stays ? mails : [...mails, `${id}: afsluiten`];
}

/** The bodies of the current stage that have not answered and for whom no execution of this epoch waits. */
function bodiesToAsk(round: Round, requests: readonly DecisionRequest[]): string[] {
  return (round.stages[round.stage]?.bodies ?? []).filter((body) => {
    const request = requests.find((each) => each.body === body);
    return !(
      request?.status === 'decided' ||
      (request?.status === 'open' && request.token && request.epoch === round.epoch)
    );
  });
}

function isOver(status: MilestoneRow['status'] | undefined): boolean {
  return status === 'completed' || status === 'withdrawn';
}
