import { parseEnvironment } from '../../adapters/environment.ts';
import { memoPdf } from '../../adapters/memoPdf.ts';
import { reportingCapacity } from '../../adapters/record/capacity.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createItemStore } from '../../adapters/record/items.ts';
import { createLedgerStore } from '../../adapters/record/ledger.ts';
import { createLinkStore } from '../../adapters/record/links.ts';
import { createMemoStore } from '../../adapters/record/memos.ts';
import { createReferenceData } from '../../adapters/record/referenceData.ts';
import { createStatementStore } from '../../adapters/record/statements.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createSesMailSender } from '../../adapters/sesMailSender.ts';
import { createStepFunctionsChain } from '../../adapters/stepFunctionsChain.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import type { WatchDependencies } from '../../operations/watchDay.ts';
import { watchDayEnvironment } from './environment.ts';
import { createHandler } from './handler.ts';

const environment = parseEnvironment(watchDayEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
const deps: WatchDependencies = {
  reference: createReferenceData(table),
  items: createItemStore(table),
  links: createLinkStore(table),
  ledger: createLedgerStore(table),
  statements: createStatementStore(table),
  memos: createMemoStore(table),
  memoPdf,
  store: createRecordStore(table),
  chain: createStepFunctionsChain(environment.CHAIN_ARN),
  sender: createSesMailSender(environment.SENDER_ADDRESS, environment.CONFIGURATION_SET),
  now: wallClock,
  portalUrl: environment.PORTAL_URL,
};
export const handler = reportingCapacity(table.capacity, createHandler(deps));
