import { handle } from 'hono/aws-lambda';
import { parseEnvironment } from '../../adapters/environment.ts';
import { createLog } from '../../adapters/log.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createItemStore } from '../../adapters/record/items.ts';
import { ledgerReads } from '../../adapters/record/ledgerReads.ts';
import { createMemoStore } from '../../adapters/record/memos.ts';
import { createReferenceData } from '../../adapters/record/referenceData.ts';
import { createSourceStore } from '../../adapters/record/sources.ts';
import { createStatementStore } from '../../adapters/record/statements.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createPortal } from '../../web/portal.tsx';
import { createAccess } from './access.ts';
import { portalEnvironment } from './environment.ts';

const environment = parseEnvironment(portalEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
const memos = createMemoStore(table);
export const handler = handle(
  createPortal({
    store: createRecordStore(table),
    reference: createReferenceData(table),
    sources: createSourceStore(table),
    items: createItemStore(table),
    ledger: ledgerReads(table),
    statements: createStatementStore(table),
    memos,
    access: createAccess(environment, table),
    stage: environment.STAGE,
    chainArn: environment.CHAIN_ARN,
    log: createLog('portal'),
  }),
);
