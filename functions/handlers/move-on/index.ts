import { parseEnvironment } from '../../adapters/environment.ts';
import { createLog } from '../../adapters/log.ts';
import { reportingCapacity } from '../../adapters/record/capacity.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createReferenceData } from '../../adapters/record/referenceData.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createStepFunctionsChain } from '../../adapters/stepFunctionsChain.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { moveOnEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(moveOnEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
export const handler = reportingCapacity(
  table.capacity,
  createHandler({
    store: createRecordStore(table),
    reference: createReferenceData(table),
    now: wallClock,
    chain: createStepFunctionsChain(environment.CHAIN_ARN),
    log: createLog('move-on'),
  }),
);
