import { parseEnvironment } from '../../adapters/environment.ts';
import { createCouncilReader } from '../../adapters/intake/councilReader.ts';
import { createLog } from '../../adapters/log.ts';
import { reportingCapacity } from '../../adapters/record/capacity.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createItemStore } from '../../adapters/record/items.ts';
import { createPollStore } from '../../adapters/record/polls.ts';
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
    reader: createCouncilReader({ local: environment.STAGE === 'local' }),
    log: createLog('poll-councils'),
    now: wallClock,
  }),
);
