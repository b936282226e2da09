import { setTimeout as wait } from 'node:timers/promises';
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
 * Waits until the chain has done what only it can do: asked the bodies of the current stages, weighed the answers it
 * was woken for. What the stream, the events or a watch still owe is not waited for. False: not within the patience.
 */
export async function untilChainRests(
  store: RecordStore,
  trajectory: string,
  patience: Patience,
): Promise<boolean> {
  const deadline = performance.now() + patience.longestMs;
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 1.3, patience.slowestLookMs)) {
    const { rounds } = await readSnapshot(store, trajectory);
    if (!rounds.some(({ round, requests }) => isChainsTurn(round, requests))) return true;
    if (performance.now() > deadline) return false;
    await wait(pause);
  }
}

function isChainsTurn(round: Round, requests: readonly DecisionRequest[]): boolean {
  if (round.status !== 'open' || round.startedEpoch < round.epoch) return false;
  // A wake that is still owed comes first; it is not the chain's to do.
  if (requests.some((request) => isWakeOwed(round, request))) return false;
  const stage = round.stages[round.stage];
  return (
    bodiesToAsk(round, requests).length > 0 || (!!stage && weighStage(stage, requests).kind !== 'waiting')
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
  return [
    ...openableMilestones(plan, snapshot.milestones, day).map(({ milestone }) => `open ${milestone.id}`),
    ...snapshot.rounds.flatMap(({ round, requests }) => owedOfRound(round, requests, snapshot)),
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

function owedOfRound(round: Round, requests: readonly DecisionRequest[], snapshot: Snapshot): string[] {
  const id = formatRoundId(round);
  const mails = owedMails(round, requests).map(({ key }) => `${id}: bericht ${key}`);
  const completions = completionsOwed(round)
    .filter((owed) => !isOver(snapshot.milestones.find((row) => row.id === owed.id)?.status))
    .map((owed) => `${id}: mijlpaal ${owed.id}`);
  if (round.status !== 'open') {
    // A closed round leaves the index once all it owed is done; a withdrawn one by the next watch.
    const waits = round.status === 'withdrawn' || (round.status === 'handed-over' && !round.revisedAt);
    return [...mails, ...completions, ...(waits ? [] : [`${id}: afsluiten`])];
  }
  const stage = round.stages[round.stage];
  return [
    ...mails,
    ...completions,
    ...(round.startedEpoch < round.epoch ? [`${id}: starten`] : []),
    ...bodiesToAsk(round, requests).map((body) => `${id}: ${body} vragen`),
    ...requests.filter((request) => isWakeOwed(round, request)).map(({ body }) => `${id}: ${body} wekken`),
    ...(stage && weighStage(stage, requests).kind !== 'waiting' ? [`${id}: wegen`] : []),
  ];
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
