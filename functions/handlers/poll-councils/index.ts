import { parseEnvironment } from '../../adapters/environment.ts';
import { createCouncilReader } from '../../adapters/intake/councilReader.ts';
import { createMessageQueue } from '../../adapters/intake/messageQueue.ts';
import { createResourceReader } from '../../adapters/intake/resourceReader.ts';
import { createSourceSecrets } from '../../adapters/intake/sourceSecrets.ts';
import { createLog } from '../../adapters/log.ts';
import { reportingCapacity } from '../../adapters/record/capacity.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createItemStore } from '../../adapters/record/items.ts';
import { createMessageStore } from '../../adapters/record/messages.ts';
import { createPollStore } from '../../adapters/record/polls.ts';
import { createReportStore } from '../../adapters/record/reports.ts';
import { createSourceStore } from '../../adapters/record/sources.ts';
import { createTable } from '../../adapters/record/table.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { pollCouncilsEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(pollCouncilsEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
export const handler = reportingCapacity(
  table.capacity,
  createHandler({
    store: createRecordStore(table),
    sources: createSourceStore(table),
    polls: createPollStore(table),
    items: createItemStore(table),
    messages: createMessageStore(table),
    reports: createReportStore(table),
    queue: createMessageQueue(environment.QUEUE_URL),
    reader: createCouncilReader({ local: environment.STAGE === 'local' }),
    resources: createResourceReader({
      secrets: createSourceSecrets(environment.STAGE),
      local: environment.STAGE === 'local',
      nowSeconds: () => Math.floor(Date.now() / 1000),
    }),
    log: createLog('poll-councils'),
    now: wallClock,
  }),
);
