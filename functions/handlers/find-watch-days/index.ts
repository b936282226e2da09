import { parseEnvironment } from '../../adapters/environment.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createTable } from '../../adapters/record/table.ts';
import { findWatchDaysEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(findWatchDaysEnvironment, process.env);
export const handler = createHandler({ store: createRecordStore(createTable(environment.TABLE_NAME)) });
