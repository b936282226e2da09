import { handle } from 'hono/aws-lambda';
import { parseEnvironment } from '../../adapters/environment.ts';
import { createLog } from '../../adapters/log.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createPortal } from '../../web/portal.tsx';
import { portalEnvironment } from './environment.ts';

const environment = parseEnvironment(portalEnvironment, process.env);
export const handler = handle(
  createPortal({
    store: createRecordStore(createTable(environment.TABLE_NAME)),
    stage: environment.STAGE,
    log: createLog('portal'),
  }),
);
