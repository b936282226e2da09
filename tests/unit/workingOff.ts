import type { QueuedMessage } from '../../functions/domain/intake/queuedMessage.ts';
import { keyOfContent } from '../../functions/domain/intake/receive/messageKey.ts';
import type { Source } from '../../functions/domain/intake/source.ts';
import { handleMessage, type WorkerDependencies } from '../../functions/operations/intake/handleMessage.ts';
import type { Fetched } from '../../functions/operations/intake/ports.ts';
import { asked, type Running } from './exampleRecord.ts';
import { AT, NOTIFICATION, ORIGIN, sourceOf } from './intakeWorld.ts';
import { createMemoryIntake } from './memoryIntake.ts';

export const KIND = `${ORIGIN}/catalogi/api/v1/besluittypen/86085df8-9791-46da-b876-f0e2c648b0b8`;
export const BESLUIT = {
  url: NOTIFICATION.resourceUrl,
  identificatie: 'BESLUIT-2026-2',
  verantwoordelijkeOrganisatie: '517439943',
  besluittype: KIND,
  zaak: '',
  datum: '2026-02-03',
  toelichting: 'Het college stelt het voorstel vast.',
  bestuursorgaan: 'college van burgemeester en wethouders',
  ingangsdatum: '2026-02-03',
};
/** A kind of decision that says everything: round, body and outcome. */
export const SURE = {
  decisions: [{ type: KIND, outcome: 'adopted', body: 'college', round: 'voorbeeld/main' }],
};

/** The example's colleges asked, and a worker whose source GM0001 gives this decision. */
export async function workingOff(mapping: unknown = SURE, changes: Partial<Source> = {}) {
  const running: Running = await asked();
  const intake = createMemoryIntake();
  const source = { ...sourceOf('zgw', {}, mapping), ...changes };
  const given = {
    fetched: { kind: 'found', json: BESLUIT } as Fetched | Error,
    source: source as Source | undefined,
  };
  const deps: WorkerDependencies = {
    store: running.store,
    sources: { source: async () => given.source },
    messages: intake.messageStore,
    items: intake.itemStore,
    resources: {
      read: async (url) => {
        if (given.fetched instanceof Error) throw given.fetched;
        return url === KIND ? { kind: 'found', json: { omschrijving: 'Vaststelling' } } : given.fetched;
      },
    },
    now: () => AT,
  };
  return {
    ...running,
    ...intake,
    given,
    deps,
    handle: (content: object = NOTIFICATION, speaks: QueuedMessage['speaks'] = 'zgw') =>
      handleMessage(deps, messageOf(content, speaks)),
    answers: async () =>
      (await running.requests()).flatMap(({ body, outcome, via, reference }) =>
        outcome ? [{ body, outcome, via, reference }] : [],
      ),
    open: async () => intake.itemStore.openItems(),
  };
}

export function messageOf(content: object, speaks: QueuedMessage['speaks'] = 'zgw'): QueuedMessage {
  return {
    source: `bron-${speaks}`,
    speaks,
    receivedAt: AT,
    messageKey: keyOfContent(content),
    content: JSON.stringify(content),
  };
}
