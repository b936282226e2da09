import { parseEnvironment } from '../../adapters/environment.ts';
import { createLog } from '../../adapters/log.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createTable } from '../../adapters/record/table.ts';
import { recordMailEventsEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(recordMailEventsEnvironment, process.env);
export const handler = createHandler({
  store: createRecordStore(createTable(environment.TABLE_NAME)),
  log: createLog('record-mail-events'),
});
