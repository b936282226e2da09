import { handle } from 'hono/aws-lambda';
import { parseEnvironment } from '../../adapters/environment.ts';
import { createLog } from '../../adapters/log.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createReferenceData } from '../../adapters/record/referenceData.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createPortal } from '../../web/portal.tsx';
import { portalEnvironment } from './environment.ts';

const environment = parseEnvironment(portalEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
export const handler = handle(
  createPortal({
    store: createRecordStore(table),
    reference: createReferenceData(table),
    stage: environment.STAGE,
    log: createLog('portal'),
  }),
);
