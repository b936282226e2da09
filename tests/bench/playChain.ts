import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { ninePlan, STAGES } from './ninePlan.ts';

const BY = { by: 'bench', via: 'command-line' } as const;
const AT = '2026-01-05T09:00:00.000Z';
const ROUND = 'nine.r1';
const plan = ninePlan();

export interface PlayedChain {
  readonly trajectory: string;
  readonly milliseconds: number;
  /** Epoch ms at which the last answer of each stage was recorded. */
  readonly answeredAt: readonly number[];
}

/**
 * Whoever plays asks when it may look and when it may answer. Looking is work for the local cloud too: a crowd that
 * looks as often as it likes measures its own looking.
 */
export interface Pace {
  look(): Promise<void>;
  answer(): Promise<void>;
}

/** One chain on an idle machine looks every few milliseconds, and answers at once. */
export const alone: Pace = { look: () => wait(4), answer: async () => {} };

/** Many chains share their looks and answers: so many a second, all of them together. */
export function together(looksASecond: number, answersASecond = Number.POSITIVE_INFINITY): Pace {
  return { look: metronome(looksASecond), answer: metronome(answersASecond) };
}

function metronome(aSecond: number): () => Promise<void> {
  let next = performance.now();
  return async () => {
    if (!Number.isFinite(aSecond)) return;
    next = Math.max(next + 1000 / aSecond, performance.now());
    await wait(next - performance.now());
  };
}

/** Plays one chain of nine decisions: each stage is answered as soon as all its bodies have been asked. */
export async function playChain(store: RecordStore, pace: Pace = alone): Promise<PlayedChain> {
  const trajectory = `nine-${randomBytes(4).toString('hex')}`;
  const began = performance.now();
  await startTrajectory(store, plan, trajectory, 'virtual', AT, BY);
  const answeredAt: number[] = [];
  for (const bodies of STAGES) {
    await until(`${trajectory} asks ${bodies[0]}`, pace, () => haveBeenAsked(store, trajectory, bodies));
    for (const body of bodies) {
      await pace.answer();
      const outcome = body === 'rac' ? 'noted' : 'adopted';
      const answer = { trajectory, round: ROUND, body, outcome, on: '2026-01-05' } as const;
      await recordDecision(store, answer, AT, BY);
    }
    answeredAt.push(Date.now());
  }
  await until(
    `${trajectory} is concluded`,
    pace,
    async () => (await roundOf(store, trajectory))?.status === 'concluded',
  );
  return { trajectory, milliseconds: performance.now() - began, answeredAt };
}

/** Waits until nothing of this chain is owed any more: mails sent, milestones completed. */
export async function untilSettled(
  store: RecordStore,
  trajectory: string,
  pace: Pace = alone,
): Promise<void> {
  await until(
    `${trajectory} is settled`,
    pace,
    async () => (await roundOf(store, trajectory))?.openIn === undefined,
  );
}

export function roundOf(store: RecordStore, trajectory: string) {
  return store.round(trajectory, { family: 'nine', number: 1 });
}

async function haveBeenAsked(
  store: RecordStore,
  trajectory: string,
  bodies: readonly string[],
): Promise<boolean> {
  const requests = await store.requestsOfRound(trajectory, ROUND);
  return requests.filter(({ body, token }) => token && bodies.includes(body)).length === bodies.length;
}

async function until(what: string, pace: Pace, condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + 300_000; !(await condition()); ) {
    if (performance.now() > deadline) throw new Error(`not within five minutes: ${what}`);
    await pace.look();
  }
}
