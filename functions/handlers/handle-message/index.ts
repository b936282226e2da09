import { parseEnvironment } from '../../adapters/environment.ts';
import { createResourceReader } from '../../adapters/intake/resourceReader.ts';
import { createSourceSecrets } from '../../adapters/intake/sourceSecrets.ts';
import { createSqsMessageDelay } from '../../adapters/intake/sqsMessageDelay.ts';
import { createLog } from '../../adapters/log.ts';
import { reportingCapacity } from '../../adapters/record/capacity.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createItemStore } from '../../adapters/record/items.ts';
import { createMessageStore } from '../../adapters/record/messages.ts';
import { createReportStore } from '../../adapters/record/reports.ts';
import { createSourceStore } from '../../adapters/record/sources.ts';
import { createTable } from '../../adapters/record/table.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { handleMessageEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(handleMessageEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);

export const handler = reportingCapacity(
  table.capacity,
  createHandler({
    store: createRecordStore(table),
    sources: createSourceStore(table),
    messages: createMessageStore(table),
    items: createItemStore(table),
    reports: createReportStore(table),
    resources: createResourceReader({
      secrets: createSourceSecrets(environment.STAGE),
      local: environment.STAGE === 'local',
      nowSeconds: () => Math.floor(Date.now() / 1000),
    }),
    delay: createSqsMessageDelay(environment.QUEUE_URL),
    random: Math.random,
    now: wallClock,
    log: createLog('handle-message'),
  }),
);
