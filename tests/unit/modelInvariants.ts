import { expect } from 'vitest';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { formatRoundId } from '../../functions/domain/roundId.ts';
import type { Execution } from './memoryChain.ts';
import { STAGES, stageOf } from './modelReference.ts';
import type { World } from './modelWorld.ts';

/** What was seen after the step before, to see what a step did. */
export interface Seen {
  readonly ended: ReadonlySet<Execution>;
  readonly withdrawn: ReadonlyMap<string, Round>;
}
export const NOTHING_SEEN: Seen = { ended: new Set(), withdrawn: new Map() };

/** Invariants 1, 2, 3, 6 and 8 of design.md, after every step. */
export async function checkInvariants(world: World, before: Seen): Promise<Seen> {
  const { chain, store } = world.running;
  await world.look(); // Invariant 3: no stage passes without its rule, and none is passed twice.
  expect(new Set(chain.asked).size, 'a body was asked twice').toBe(chain.asked.length);

  const log = await store.audit('voorbeeld');
  const withdrawn = new Map<string, Round>();
  for (const reference of world.references) {
    const round = await world.round(reference.number);
    const requests = await world.requests(reference.number);
    const id = formatRoundId(round);
    const count = (...kinds: string[]) =>
      log.filter(({ what, subject }) => kinds.includes(what) && subject.split(' ')[0] === id).length;

    for (const [body, outcome] of reference.answers) {
      expect(requests, `the answer of ${body} in ${id} was dropped`).toContainEqual(
        expect.objectContaining({ body, status: 'decided', outcome }),
      );
    }
    expect(requests.filter(({ status }) => status === 'decided')).toHaveLength(reference.answers.size);
    expect(requests.flatMap(({ deferrals }) => deferrals)).toHaveLength(reference.deferrals);
    expect(count('decided'), 'each decision is in the log once').toBe(reference.decisions);
    expect(count('round-concluded', 'round-divided'), `${id} was closed twice`).toBeLessThanOrEqual(1);
    checkWaits(world, round, requests);

    if (round.status === 'withdrawn') withdrawn.set(id, round);
    const was = before.withdrawn.get(id);
    if (was) {
      const { status, stage, stages, epoch, startedEpoch } = round;
      expect({ status, stage, stages, epoch, startedEpoch }, `${id} went on after it was withdrawn`).toEqual({
        status: 'withdrawn',
        stage: was.stage,
        stages: was.stages,
        epoch: was.epoch,
        startedEpoch: was.startedEpoch,
      });
    }
  }
  return { ended: await checkEndings(world, before.ended), withdrawn };
}

/** Invariant 8: a token is replaced only by a higher epoch's, and an older execution's wait is not on the row. */
function checkWaits(world: World, round: Round, requests: readonly DecisionRequest[]): void {
  for (const { token, epoch, body } of requests) {
    expect(epoch, `${body} was asked by an epoch that does not exist`).toBeLessThanOrEqual(round.epoch);
    if (token === undefined) continue;
    for (const { keys, waits } of world.running.chain.executions.values()) {
      if (waits.has(token)) expect(keys.epoch, `the token of ${body} is that of another epoch`).toBe(epoch);
    }
  }
}

/** An execution that ends when a newer one works on its round ends as superseded. */
async function checkEndings(world: World, before: ReadonlySet<Execution>): Promise<ReadonlySet<Execution>> {
  const ended = [...world.running.chain.executions.values()].filter(({ ending }) => ending !== undefined);
  for (const execution of ended.filter((each) => !before.has(each))) {
    const round = await world.round(Number(execution.keys.round.split('.r')[1]));
    if (execution.keys.epoch < round.epoch) expect(execution.ending).toBe('Superseded');
    else expect(execution.ending).toBe(ENDING_OF[round.status]);
  }
  return new Set(ended);
}

const ENDING_OF: Readonly<Record<Round['status'], string>> = {
  open: 'no ending',
  concluded: 'RoundConcluded',
  'handed-over': 'HandedBackForRevision',
  withdrawn: 'Withdrawn',
};

/** After a last watch nothing is owed: every round is where its answers bring it, and waits for exactly the rest. */
export async function checkAtRest(world: World): Promise<void> {
  const { chain, store } = world.running;
  for (const reference of world.references) {
    const round = await world.round(reference.number);
    const requests = await world.requests(reference.number);
    const id = formatRoundId(round);
    const { status, stage } = round;
    expect({ id, status, stage }).toEqual({ id, ...reference.bound() });
    const running = [...chain.executions.values()].filter(
      ({ keys, status: state }) => state === 'running' && keys.round === id && keys.epoch === round.epoch,
    );
    const awaited = status === 'open' ? STAGES[stage]!.filter((body) => !reference.answers.has(body)) : [];
    const waiting = running.flatMap(({ waits }) => [...waits.values()].map(({ body }) => body));
    expect(waiting.sort(), `${id} waits for who has not answered, and for nobody else`).toEqual(
      [...awaited].sort(),
    );
    expect(running).toHaveLength(status === 'open' ? 1 : 0);
    for (const body of awaited) {
      expect(requests.find((request) => request.body === body)).toMatchObject({
        status: 'open',
        stage: stageOf(body),
      });
    }
    if (status === 'withdrawn') expect(requests.filter((request) => request.status === 'open')).toEqual([]);
    const owed = status === 'open' || (status === 'handed-over' && !round.revisedAt);
    expect((await store.openRounds('voorbeeld')).map(formatRoundId).includes(id), `${id} is settled`).toBe(
      owed,
    );
  }
}
