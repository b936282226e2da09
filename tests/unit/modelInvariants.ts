import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { formatRoundId } from '../../functions/domain/roundId.ts';
import type { Execution } from './memoryChain.ts';
import { type ReferenceRound, STAGES } from './modelReference.ts';
import type { World } from './modelWorld.ts';

/** What was seen after the step before, to see what a step did. */
export interface Seen {
  readonly ended: ReadonlySet<Execution>;
  readonly withdrawn: ReadonlyMap<string, string>;
  /** The epoch that asked each body, by round and body. */
  readonly epochs: ReadonlyMap<string, number>;
}
export const NOTHING_SEEN: Seen = { ended: new Set(), withdrawn: new Map(), epochs: new Map() };

/** Thousands of stories are looked at after every step: cheaper than an assertion of the test runner. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}

/** Invariants 1, 2, 3, 6 and 8 of design.md, after every step. */
export async function checkInvariants(world: World, before: Seen): Promise<Seen> {
  const { chain, store } = world.running;
  // Invariant 3: `look` fails when a stage passes without its rule, or a round goes back.
  await world.look();
  must(new Set(chain.asked).size === chain.asked.length, 'no body is asked twice in a round');

  const log = await store.audit('voorbeeld');
  const withdrawn = new Map<string, string>();
  const epochs = new Map<string, number>();
  for (const reference of world.references) {
    const round = await world.round(reference.number);
    const id = formatRoundId(round);
    const count = (...kinds: string[]) =>
      log.filter(({ what, subject }) => kinds.includes(what) && subject.split(' ')[0] === id).length;
    const requests = await world.requests(reference.number);
    checkAnswers(reference, id, requests);
    checkTokens(world, round, requests);
    must(count('decided') === reference.decisions, `each decision on ${id} is in the log once`);
    must(count('round-concluded', 'round-divided') <= 1, `${id} is concluded or divided once`);

    if (round.status === 'withdrawn') {
      const { stage, stages, epoch, startedEpoch } = round;
      withdrawn.set(id, JSON.stringify([stage, stages, epoch, startedEpoch]));
    }
    for (const { body, epoch } of requests) {
      const key = `${id} ${body}`;
      epochs.set(key, epoch);
      must(epoch >= (before.epochs.get(key) ?? 0), `${body} is not asked by an older execution again`);
    }
    const was = before.withdrawn.get(id);
    must(was === undefined || was === withdrawn.get(id), `${id} does not go on after it was withdrawn`);
  }
  return { ended: await checkEndings(world, before.ended), withdrawn, epochs };
}

/** Invariants 1 and 2: what was answered is on the record as it was answered, and nothing else is. */
function checkAnswers(reference: ReferenceRound, id: string, requests: readonly DecisionRequest[]): void {
  const decided = requests.filter(({ status }) => status === 'decided');
  must(decided.length === reference.answers.size, `${id} has the answers that were given`);
  for (const { body, outcome } of decided) {
    must(outcome === reference.answers.get(body), `${body} answered ${outcome} in ${id}`);
  }
  const deferrals = requests.reduce((sum, request) => sum + request.deferrals.length, 0);
  must(deferrals === reference.deferrals, `${id} has the deferrals that were given`);
}

/** Invariant 8: the token on a row is that of the epoch which put it, and no later epoch than the round's put it. */
function checkTokens(world: World, round: Round, requests: readonly DecisionRequest[]): void {
  for (const { token, epoch, body } of requests) {
    must(epoch <= round.epoch, `${body} was asked by an epoch that exists`);
    for (const { keys, waits } of world.running.chain.executions.values()) {
      if (token !== undefined && waits.has(token))
        must(keys.epoch === epoch, `${body} has the token of its epoch`);
    }
  }
}

/** An execution that ends while a newer one works on its round ends as superseded, any other as its round did. */
async function checkEndings(world: World, before: ReadonlySet<Execution>): Promise<ReadonlySet<Execution>> {
  const ended = [...world.running.chain.executions.values()].filter(({ ending }) => ending !== undefined);
  for (const { ending, keys } of ended.filter((each) => !before.has(each))) {
    const round = await world.round(Number(keys.round.split('.r')[1]));
    const expected = keys.epoch < round.epoch ? 'Superseded' : ENDING_OF[round.status];
    must(ending === expected, `epoch ${keys.epoch} of ${keys.round} ends as ${expected}, not as ${ending}`);
  }
  return new Set(ended);
}

const ENDING_OF: Readonly<Record<Round['status'], string | undefined>> = {
  open: undefined,
  concluded: 'RoundConcluded',
  'handed-over': 'HandedBackForRevision',
  withdrawn: 'Withdrawn',
};

/** After a last watch nothing is owed: every round is where its answers bring it, and waits for exactly the rest. */
export async function checkAtRest(world: World): Promise<void> {
  const { chain, store } = world.running;
  const owed = (await store.openRounds('voorbeeld')).map(formatRoundId);
  for (const reference of world.references) {
    const round = await world.round(reference.number);
    const requests = await world.requests(reference.number);
    const id = formatRoundId(round);
    const { status, stage } = round;
    const bound = reference.bound();
    must(
      status === bound.status && stage === bound.stage,
      `${id} is ${bound.status} at stage ${bound.stage}`,
    );

    const running = [...chain.executions.values()].filter(
      ({ keys, status: state }) => state === 'running' && keys.round === id && keys.epoch === round.epoch,
    );
    must(running.length === (status === 'open' ? 1 : 0), `${id} has the execution it needs, and no other`);
    const rest = status === 'open' ? STAGES[stage]!.filter((body) => !reference.answers.has(body)) : [];
    const waiting = running.flatMap(({ waits }) => [...waits.values()].map(({ body }) => body));
    must(
      waiting.sort().join() === [...rest].sort().join(),
      `${id} waits for ${rest.join()}, not ${waiting.join()}`,
    );
    const open = requests.filter((request) => request.status === 'open').map(({ body }) => body);
    must(
      rest.every((body) => open.includes(body)),
      `${id} has an open request for each it waits for`,
    );
    must(status !== 'withdrawn' || open.length === 0, `${id} has no open request after it was withdrawn`);
    const stays = status === 'open' || (status === 'handed-over' && !round.revisedAt);
    must(owed.includes(id) === stays, `${id} is on the list of what is owed: ${stays}`);
  }
}
