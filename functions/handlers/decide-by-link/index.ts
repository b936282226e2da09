import { handle } from 'hono/aws-lambda';
import { parseEnvironment } from '../../adapters/environment.ts';
import { createLog } from '../../adapters/log.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createItemStore } from '../../adapters/record/items.ts';
import { createLinkStore } from '../../adapters/record/links.ts';
import { createNewLinkLimit } from '../../adapters/record/newLinkLimit.ts';
import { createReferenceData } from '../../adapters/record/referenceData.ts';
import { createReportStore } from '../../adapters/record/reports.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createS3DecisionLists } from '../../adapters/s3DecisionLists.ts';
import { createSesMailSender } from '../../adapters/sesMailSender.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { createDecideApp } from '../../web/decide/decideApp.tsx';
import { decideByLinkEnvironment } from './environment.ts';

const environment = parseEnvironment(decideByLinkEnvironment, process.env);
const table = createTable(environment.TABLE_NAME);
export const handler = handle(
  createDecideApp({
    store: createRecordStore(table),
    reference: createReferenceData(table),
    links: createLinkStore(table),
    items: createItemStore(table),
    reports: createReportStore(table),
    limit: createNewLinkLimit(table),
    sender: createSesMailSender(environment.SENDER_ADDRESS, environment.CONFIGURATION_SET),
    lists: createS3DecisionLists(environment.LISTS_BUCKET),
    portalUrl: environment.PORTAL_URL,
    stage: environment.STAGE,
    log: createLog('decide-by-link'),
    now: wallClock,
  }),
);
