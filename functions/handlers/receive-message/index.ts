import { parseEnvironment } from '../../adapters/environment.ts';
import { keptFor } from '../../adapters/intake/keptFor.ts';
import { createMessageQueue } from '../../adapters/intake/messageQueue.ts';
import { createSourceSecrets } from '../../adapters/intake/sourceSecrets.ts';
import { standardSignature } from '../../adapters/intake/standardSignature.ts';
import { createLog } from '../../adapters/log.ts';
import { reportingCapacity } from '../../adapters/record/capacity.ts';
import { createRateLimit } from '../../adapters/record/rateLimit.ts';
import { createSourceStore } from '../../adapters/record/sources.ts';
import { createTable } from '../../adapters/record/table.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import type { Source } from '../../domain/intake/source.ts';
import { receiveMessageEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(receiveMessageEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
const sources = createSourceStore(table);
/** A source of a quarter of an hour ago will do while the table does not answer: the worker looks again. */
const known = keptFor<Source>({ found: 10_000, absent: 2_000, unreachable: 15 * 60_000 });
const log = createLog('receive-message');

export const handler = reportingCapacity(
  table.capacity,
  createHandler({
    sources: { source: (name) => known.of(name, () => sources.source(name)) },
    secrets: createSourceSecrets(environment.STAGE),
    signatures: standardSignature,
    limit: createRateLimit(table),
    queue: createMessageQueue(environment.QUEUE_URL),
    now: wallClock,
    tell: (what, source) => log.warn('a message could not be taken', { reason: what, source }),
  }),
);
