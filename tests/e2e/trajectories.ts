import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { PATIENCE } from '../../functions/cli/simulate/play.ts';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import type { RecordedBy } from '../../functions/domain/decision/answer.ts';
import type { Outcome } from '../../functions/domain/decision/outcomes.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import type { Round } from '../../functions/domain/round/round.ts';
import { parseRoundId } from '../../functions/domain/roundId.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { untilAtRest } from '../../functions/operations/untilAtRest.ts';
import { store } from './deployed.ts';
import { until } from './until.ts';

export const BY: RecordedBy = { by: 'tests', via: 'command-line' };
export const COLLEGES = ['GM1900/college', 'GM0072/college', 'GM1949/college', 'GM1940/college'] as const;
export const COUNCILS = ['GM1900/council', 'GM0072/council', 'GM1949/council', 'GM1940/council'] as const;

const memoPlan = join(import.meta.dirname, '..', '..', 'workflows', 'plans', 'visietraject.yaml');
/** The first day of the memo's plan: a Monday, on which the process proposal opens. */
export const FIRST_DAY = '2025-12-01';

/** Of this run, and removed at its end (globalSetup.ts). */
const scratch = dirname(inject('testCloudFile'));

export interface PlanCopy {
  readonly id: string;
  readonly file: string;
  readonly plan: Plan;
}

/** A copy of a plan file under an id that no other test has: tests do not meet each other in the table. */
export function copyOfPlan(name: string, source = memoPlan): PlanCopy {
  const id = `${name}-${randomBytes(3).toString('hex')}`;
  const text = readFileSync(source, 'utf8').replace(/^id: .*$/m, `id: ${id}`);
  const read = readPlan(text);
  if (!('plan' in read)) throw new Error(`${source} is no plan: ${JSON.stringify(read.mistakes)}`);
  return { id, file: fileWith(`${id}.yaml`, text), plan: read.plan };
}

/** A file for the command line to read; gone when the tests end. */
export function fileWith(name: string, text: string | Uint8Array): string {
  const file = join(scratch, name);
  writeFileSync(file, text);
  return file;
}

/** A trajectory on the memo's plan whose four colleges have been asked for the process proposal. */
export async function startedTrajectory(name: string): Promise<PlanCopy> {
  const copy = copyOfPlan(name);
  await startTrajectory(store, copy.plan, copy.id, 'real', momentOf(FIRST_DAY), BY);
  await atRest(copy);
  return copy;
}

/** Waits until the deployed stacks have done all they owe this trajectory's rounds. */
export async function atRest({ id, plan }: PlanCopy, day = FIRST_DAY): Promise<void> {
  await untilAtRest(store, plan, id, day, PATIENCE);
}

export interface Given {
  readonly outcome?: Outcome;
  readonly on?: string;
  readonly at?: string;
  readonly note?: string;
  readonly reference?: string;
  readonly newDate?: string;
}

/** A body answers, straight into the record; two weeks after the start unless said otherwise. */
export function answer(trajectory: string, round: string, body: string, given: Given = {}) {
  const { at = '2025-12-16T10:00:00.000Z', on = '2025-12-16', outcome = 'adopted', ...rest } = given;
  return recordDecision(store, { trajectory, round, body, outcome, on, ...rest }, at, BY);
}

export async function answerAll(trajectory: string, round: string, bodies: readonly string[], given?: Given) {
  for (const body of bodies) await answer(trajectory, round, body, given);
}

/** Waits for a round to fulfil a condition. */
export function untilRound(
  trajectory: string,
  id: string,
  what: string,
  condition: (round: Round) => boolean,
): Promise<Round> {
  return until(`${trajectory} ${id} ${what}`, async () => {
    const round = await store.round(trajectory, parseRoundId(id));
    return round && condition(round) ? round : undefined;
  });
}

/** Waits until all these bodies have been asked in this round. */
export async function untilAsked(
  trajectory: string,
  round: string,
  bodies: readonly string[],
): Promise<void> {
  await until(`${trajectory} ${round}: ${bodies.join(', ')} asked`, async () => {
    const requests = await store.requestsOfRound(trajectory, round);
    return bodies.every((body) => requests.some((request) => request.body === body && request.token));
  });
}
