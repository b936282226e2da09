import { handle } from 'hono/aws-lambda';
import { parseEnvironment } from '../../adapters/environment.ts';
import { createDeadLetters } from '../../adapters/intake/deadLetters.ts';
import { createMessageQueue } from '../../adapters/intake/messageQueue.ts';
import { probeSender } from '../../adapters/intake/probeSender.ts';
import { createSourceSecrets } from '../../adapters/intake/sourceSecrets.ts';
import { createLog } from '../../adapters/log.ts';
import { memoPdf } from '../../adapters/memoPdf.ts';
import { createRecordStore } from '../../adapters/record/createRecordStore.ts';
import { createItemStore } from '../../adapters/record/items.ts';
import { ledgerReads } from '../../adapters/record/ledgerReads.ts';
import { createMemoStore } from '../../adapters/record/memos.ts';
import { createMessageStore } from '../../adapters/record/messages.ts';
import { createPollStore } from '../../adapters/record/polls.ts';
import { createReferenceData } from '../../adapters/record/referenceData.ts';
import { createReportStore } from '../../adapters/record/reports.ts';
import { createSourceStore } from '../../adapters/record/sources.ts';
import { createStatementStore } from '../../adapters/record/statements.ts';
import { createTable } from '../../adapters/record/table.ts';
import { createS3DecisionLists } from '../../adapters/s3DecisionLists.ts';
import { createStepFunctionsChain } from '../../adapters/stepFunctionsChain.ts';
import { createStepFunctionsExecutions } from '../../adapters/stepFunctionsExecutions.ts';
import { createPortal } from '../../web/portal.tsx';
import { createAccess } from '../portal/access.ts';
import { portalFormsEnvironment } from './environment.ts';

const environment = parseEnvironment(portalFormsEnvironment, process.env);
const { STAGE, QUEUE_URL, DEAD_LETTER_QUEUE_URL } = environment;
const table = createTable(environment.TABLE_NAME);
const memos = createMemoStore(table);
const statements = createStatementStore(table);
const sources = createSourceStore(table);
const items = createItemStore(table);
export const handler = handle(
  createPortal({
    store: createRecordStore(table),
    reference: createReferenceData(table),
    sources,
    items,
    ledger: ledgerReads(table),
    statements,
    memos,
    access: createAccess(environment, table),
    stage: STAGE,
    chainArn: environment.CHAIN_ARN,
    log: createLog('portal-forms'),
    forms: {
      sources,
      items,
      memos,
      memoPdf,
      statements,
      messages: createMessageStore(table),
      polls: createPollStore(table),
      reports: createReportStore(table),
      secrets: createSourceSecrets(STAGE),
      probes: probeSender,
      queue: createMessageQueue(QUEUE_URL),
      deadLetters: createDeadLetters({
        queue: QUEUE_URL,
        deadLetters: DEAD_LETTER_QUEUE_URL,
        byHand: STAGE === 'local',
      }),
      chain: createStepFunctionsChain(environment.CHAIN_ARN),
      settings: {
        region: process.env.AWS_REGION ?? '',
        version: environment.VERSION,
        portalUrl: environment.PORTAL_URL,
        senderAddress: environment.MAILS_FROM,
        issuer: environment.OIDC_ISSUER,
        clientId: environment.OIDC_CLIENT_ID,
        mailClaim: environment.OIDC_MAIL_CLAIM,
        anonymousMayRead: environment.ANONYMOUS_MAY_READ === 'true',
        logRetentionDays: environment.LOG_RETENTION_DAYS,
      },
      lists: createS3DecisionLists(environment.LISTS_BUCKET),
      executions: createStepFunctionsExecutions(environment.CHAIN_ARN),
    },
  }),
);
