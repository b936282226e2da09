import { EVENTS, type EventName } from './modelEvents.ts';
import { checkAtRest, checkInvariants, NOTHING_SEEN, type Seen } from './modelInvariants.ts';
import { World } from './modelWorld.ts';

/** More mornings than a round needs to come to rest: each passes a stage, tells it, or settles. */
const MOST_MORNINGS = 14;

export interface Played {
  readonly world: World;
  readonly seen: Seen;
}

/**
 * Plays events from the opening of the round; the invariants are looked at after each of them, but not again after
 * the first `known`, which have been played before.
 */
export async function play(events: readonly EventName[], known = 0): Promise<Played> {
  const world = await World.begin();
  let seen = NOTHING_SEEN;
  for (const [index, event] of events.entries()) {
    await EVENTS[event](world);
    if (index + 1 >= known) seen = await checkInvariants(world, seen);
  }
  return { world, seen };
}

/** The watch comes every morning until it changes nothing; a round that is not resumed any more, a person resumes. */
export async function comeToRest({ world, seen }: Played): Promise<Played> {
  let latest = seen;
  for (let morning = 0, before = ''; morning < MOST_MORNINGS; morning++) {
    await world.watch();
    const round = await world.round();
    const state = await world.running.chain.state(round);
    if (round.status === 'open' && state === 'dead') {
      await world.resumeByHand();
      await world.running.chain.catchUp();
    }
    latest = await checkInvariants(world, latest);
    const now = stateOf(world);
    if (now === before) break;
    before = now;
  }
  await checkAtRest(world);
  return { world, seen: latest };
}

/** Two worlds with the same state have the same future; the day of the last watch is no part of it. */
export function stateOf({ running, references }: World): string {
  const { store, chain } = running;
  const rows = Object.entries(store.snapshot()).filter(([name]) => !name.endsWith(' TRAJECTORY'));
  const executions = [...chain.executions.values()].map((execution) => {
    const { status, ending, waits } = execution;
    return [status, ending, [...waits.keys()], chain.ready.has(execution)];
  });
  const told = references.map(({ recorded, lastCorrection, flagged }) => [
    [...recorded].sort(),
    [...lastCorrection],
    flagged,
  ]);
  return JSON.stringify([rows, executions, told]);
}
