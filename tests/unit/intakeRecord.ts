import { createItemStore } from '../../functions/adapters/record/items.ts';
import { createMessageStore } from '../../functions/adapters/record/messages.ts';
import { createReportStore } from '../../functions/adapters/record/reports.ts';
import type { QueuedMessage } from '../../functions/domain/intake/queuedMessage.ts';
import type { Source } from '../../functions/domain/intake/source.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import type { IntakeDependencies } from '../../functions/operations/intake/dependencies.ts';
import { handleMessage } from '../../functions/operations/intake/handleMessage.ts';
import type { Fetched } from '../../functions/operations/intake/ports.ts';
import { asked, createClock, type Running } from './exampleRecord.ts';
import { ORIGIN, sourceOf } from './intakeWorld.ts';
import { createMemoryTable, type MemoryTable } from './memoryTable.ts';

/** A day after both colleges of the example were asked; the round opened on 20 January. */
export const NOW = '2026-02-04T09:00:00.000Z';
export const DECISIONS = `${ORIGIN}/besluiten/api/v1/besluiten`;
export const ADOPTION = `${ORIGIN}/catalogi/api/v1/besluittypen/adoption`;
export const REJECTION = `${ORIGIN}/catalogi/api/v1/besluittypen/rejection`;
export const RSIN = '517439943';

/** Kind → outcome and body; the round follows, for there is one of that body. */
export const MAPPING = {
  decisions: [
    { type: ADOPTION, outcome: 'adopted', body: 'college', round: 'voorbeeld/main' },
    { type: REJECTION, outcome: 'rejected', body: 'college', round: 'voorbeeld/main' },
  ],
};

/** A decision as the Besluiten API gives it. */
export function besluit(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    identificatie: 'BESLUIT-2026-0000000002',
    verantwoordelijkeOrganisatie: RSIN,
    besluittype: ADOPTION,
    zaak: '',
    datum: '2026-02-03',
    toelichting: 'Het college stelt het voorstel vast.',
    bestuursorgaan: '',
    ingangsdatum: '2026-02-03',
    ...changes,
  };
}

export interface IntakeWorld extends IntakeDependencies {
  readonly running: Running;
  readonly table: MemoryTable;
  readonly clock: ReturnType<typeof createClock>;
  source: Source | undefined;
  /** What the document system has, by address; a function is called, to throw or to count. */
  readonly resourcesAt: Map<string, Fetched | (() => Fetched)>;
  /** A notification about the decision at this address, of which a copy has the same key. */
  notified(id: string, changes?: Record<string, unknown>, key?: string): QueuedMessage;
  handle(message: QueuedMessage): Promise<string>;
  readonly college: () => Promise<unknown>;
}

let keys = 0;

/** The worker's record: trajectories in one memory, what came in through the adapters themselves in another. */
export async function intakeWorld(mapping: unknown = MAPPING, given?: Running): Promise<IntakeWorld> {
  const running = given ?? (await asked());
  const table = createMemoryTable();
  const clock = createClock(NOW);
  const resourcesAt = new Map<string, Fetched | (() => Fetched)>();
  const world: IntakeWorld = {
    running,
    table,
    clock,
    source: sourceOf('zgw', {}, mapping),
    sources: { source: async () => world.source },
    messages: createMessageStore(table),
    items: createItemStore(table),
    reports: createReportStore(table),
    store: running.store,
    resources: {
      read: async (url) => {
        const at = resourcesAt.get(url) ?? { kind: 'gone' };
        return typeof at === 'function' ? at() : at;
      },
    },
    now: clock.now,
    resourcesAt,
    notified: (id, changes = {}, key = (++keys).toString(16).padStart(32, '0')) => ({
      source: 'bron-zgw',
      speaks: 'zgw',
      receivedAt: clock.now(),
      messageKey: key,
      content: JSON.stringify({
        kanaal: 'besluiten',
        hoofdObject: `${DECISIONS}/${id}`,
        resource: 'besluit',
        resourceUrl: `${DECISIONS}/${id}`,
        actie: 'create',
        aanmaakdatum: '2026-02-04T08:59:00Z',
        ...changes,
      }),
    }),
    handle: (message) => handleMessage(world, message),
    college: () => running.store.request('voorbeeld', 'main.r1', 'GM0001/college'),
  };
  return world;
}

export function found(json: unknown): Fetched {
  return { kind: 'found', json };
}

export function outage(): never {
  throw new Unavailable('Het documentsysteem', new Error('status 503'));
}
