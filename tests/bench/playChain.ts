import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { ninePlan, STAGES } from './ninePlan.ts';

const BY = { by: 'bench', via: 'command-line' } as const;
const AT = '2026-01-05T09:00:00.000Z';
const ROUND = 'nine.r1';
const LOOK_EVERY_MS = 4;
const plan = ninePlan();

export interface PlayedChain {
  readonly trajectory: string;
  readonly milliseconds: number;
  /** From the record of a stage's last answer to the next stage's first open request, in ms. */
  readonly hops: readonly number[];
}

/** Plays one chain of nine decisions: each stage is answered as soon as all its bodies have been asked. */
export async function playChain(store: RecordStore, pace?: () => Promise<void>): Promise<PlayedChain> {
  const trajectory = `nine-${randomBytes(4).toString('hex')}`;
  const began = performance.now();
  await startTrajectory(store, plan, trajectory, 'virtual', AT, BY);
  const hops: number[] = [];
  let answered: number | undefined;
  for (const bodies of STAGES) {
    await untilAsked(store, trajectory, bodies.length, bodies);
    if (answered !== undefined) hops.push(performance.now() - answered);
    for (const body of bodies) {
      await pace?.();
      const outcome = body === 'rac' ? 'noted' : 'adopted';
      const answer = { trajectory, round: ROUND, body, outcome, on: '2026-01-05' } as const;
      await recordDecision(store, answer, AT, BY);
    }
    answered = performance.now();
  }
  await until(
    async () => (await store.round(trajectory, { family: 'nine', number: 1 }))?.status === 'concluded',
  );
  return { trajectory, milliseconds: performance.now() - began, hops };
}

/** Waits until nothing of this chain is owed any more: mails sent, milestones completed. */
export async function untilSettled(store: RecordStore, trajectory: string): Promise<void> {
  await until(
    async () => (await store.round(trajectory, { family: 'nine', number: 1 }))?.openIn === undefined,
  );
}

async function untilAsked(store: RecordStore, trajectory: string, count: number, bodies: readonly string[]) {
  await until(async () => {
    const requests = await store.requestsOfRound(trajectory, ROUND);
    return requests.filter(({ body, token }) => token && bodies.includes(body)).length === count;
  });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + 120_000; !(await condition()); ) {
    if (performance.now() > deadline) throw new Error('a chain did not go on within two minutes');
    await wait(LOOK_EVERY_MS);
  }
}
