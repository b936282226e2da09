import { parseEnvironment } from '../../adapters/environment.ts';
import { createLog } from '../../adapters/log.ts';
import { reportingCapacity } from '../../adapters/record/capacity.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createTable } from '../../adapters/record/table.ts';
import { recordMailEventsEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(recordMailEventsEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
export const handler = reportingCapacity(
  table.capacity,
  createHandler({
    store: createRecordStore(table),
    log: createLog('record-mail-events'),
    configurationSet: environment.CONFIGURATION_SET,
  }),
);
