import type { IncomingItem } from '../../functions/domain/intake/incomingItem.ts';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';

/** Something that came in from a system of GM0001 about its college. */
export function incomingItem(changes: Partial<IncomingItem> = {}): IncomingItem {
  return {
    kind: 'incoming',
    schemaVersion: SCHEMA_VERSION,
    id: '0123456789abcdef',
    source: 'bron-zgw',
    municipality: 'GM0001',
    receivedAt: '2026-02-04T08:00:00.000Z',
    status: 'unknown',
    draft: {
      trajectory: 'voorbeeld',
      round: 'main.r1',
      body: 'GM0001/college',
      on: '2026-02-03',
      reference: 'BESLUIT-1',
    },
    reason: 'De uitkomst volgt niet uit de map van de bron.',
    title: 'Vaststelling regiovisie',
    content: '{"kanaal":"besluiten"}',
    lastWrite: 'item-put',
    ...changes,
  };
}
