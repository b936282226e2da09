import { parseEnvironment } from '../../adapters/environment.ts';
import { reportingCapacity } from '../../adapters/record/capacity.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createTable } from '../../adapters/record/table.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { findWatchDaysEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(findWatchDaysEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
export const handler = reportingCapacity(
  table.capacity,
  createHandler({ store: createRecordStore(table), stage: environment.STAGE, now: wallClock }),
);
