import type { QueuedMessage } from '../../functions/domain/intake/queuedMessage.ts';
import { pollSource } from '../../functions/operations/intake/pollSource.ts';
import type { Fetched } from '../../functions/operations/intake/ports.ts';
import { besluit, DECISIONS, found, intakeWorld, MAPPING } from './intakeRecord.ts';
import { createMemoryPolls } from './memoryPolls.ts';

/** Rules that any kind of decision may fit: the whole list is asked for. */
export const WHOLE = {
  ...MAPPING,
  resources: DECISIONS,
  keywords: [{ words: ['niets'], round: 'voorbeeld/main' }],
};
/** Every rule goes by the address of a kind: only those are asked for. */
export const BY_KIND = { ...MAPPING, resources: DECISIONS };

type Listed = Record<string, unknown> & { readonly url: string };

/** A decision as a list has it. */
export function listed(id: string, changes: Record<string, unknown> = {}): Listed {
  const url = `${DECISIONS}/${id}`;
  return { ...besluit({ identificatie: id, ...changes }), url };
}

/** A page as the Besluiten API 1.1 gives it. */
export function page(decisions: readonly unknown[], next: string | null = null): Fetched {
  return found({ count: decisions.length, next, previous: null, results: decisions });
}

/** The worker's world with a poller beside it, and what it queues until a worker takes it. */
export async function reconcileWorld(mapping: unknown = WHOLE) {
  const world = await intakeWorld(mapping);
  const queued: QueuedMessage[] = [];
  const asked: string[] = [];
  const polls = createMemoryPolls();
  const resources = {
    read: async (...given: Parameters<typeof world.resources.read>) => {
      asked.push(given[0]);
      return world.resources.read(...given);
    },
  };
  const deps = {
    ...world,
    resources,
    polls,
    reader: { ask: () => Promise.reject(new Error('a document system is no council system')) },
    queue: { send: async (message: QueuedMessage) => void queued.push(message) },
  };
  return {
    ...world,
    world,
    deps,
    polls,
    queued,
    /** The addresses that were asked for, in order. */
    asked,
    /** Puts these decisions in the list, and each at its own address. */
    publish: (decisions: readonly Listed[], at: string = DECISIONS) => {
      world.resourcesAt.set(at, page(decisions));
      for (const each of decisions) world.resourcesAt.set(each.url, found(each));
    },
    look: (insisting = false) => pollSource(deps, world.source!, insisting),
    /** The worker takes all that is queued; what became of each. */
    work: async () => {
      const ends: string[] = [];
      for (const message of queued.splice(0)) ends.push(await world.handle(message));
      return ends;
    },
    inHours: (hours: number) => world.clock.later(hours * 3600),
    decided: async () =>
      (await world.running.store.audit('voorbeeld')).filter(({ what }) => what === 'decided'),
  };
}
