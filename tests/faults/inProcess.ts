import { marshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { createRecordStore } from '../../functions/adapters/record/createRecordStore.ts';
import { createItemStore } from '../../functions/adapters/record/items.ts';
import { createReferenceData } from '../../functions/adapters/record/referenceData.ts';
import { createTable, type Row } from '../../functions/adapters/record/table.ts';
import { createSesMailSender } from '../../functions/adapters/sesMailSender.ts';
import { createStepFunctionsChain } from '../../functions/adapters/stepFunctionsChain.ts';
import { createHandler as createMoveOn } from '../../functions/handlers/move-on/handler.ts';
import { createHandler as createMailEvents } from '../../functions/handlers/record-mail-events/handler.ts';
import { createHandler as createResume } from '../../functions/handlers/resume-chain/handler.ts';
import { createHandler as createSendMails } from '../../functions/handlers/send-mails/handler.ts';
import { createHandler as createWatchDay } from '../../functions/handlers/watch-day/handler.ts';
import { clientSettings } from '../../infra/local/clientSettings.ts';
import { demandOutput } from '../../infra/local/outputs.ts';
import { deployed, outputs, rowsOf } from '../e2e/deployed.ts';

/** The wall clock of the functions in this process: the leases of claims go by it. */
export interface Clock {
  readonly now: () => string;
  later(seconds: number): void;
}

export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    later: (seconds) => {
      ahead += seconds * 1000;
    },
  };
}

export interface Options {
  readonly clock?: Clock;
  /** Does the SDK try a call of DynamoDB or Step Functions again? If not, each fault reaches our own code. */
  readonly retries?: 'none' | 'as deployed';
}

/** The handlers of the deployed functions with their real adapters, in this process, on the cloud at `endpoint`. */
export function handlersAt(endpoint: string, { clock = createClock(), retries = 'none' }: Options = {}) {
  const asDeployed = clientSettings(endpoint);
  const settings = { ...asDeployed, ...(retries === 'none' && { maxAttempts: 1 }) };
  const table = createTable(outputs.TableName, settings);
  const store = createRecordStore(table);
  const reference = createReferenceData(table);
  const chain = createStepFunctionsChain(outputs.ChainArn, settings);
  const sender = createSesMailSender(demandOutput(deployed, 'SenderAddress'), undefined, asDeployed);
  const { now } = clock;
  const log = { info: () => {}, warn: () => {} };
  return {
    store,
    moveOn: createMoveOn({ store, reference, chain, now, log }),
    sendMails: createSendMails({ store, reference, items: createItemStore(table), sender, log, now }),
    watchDay: createWatchDay({ store, reference, chain, sender, now }),
    resumeChain: createResume({ store, chain, log, now }),
    recordMailEvents: createMailEvents({ store, log }),
  };
}
export type Handlers = ReturnType<typeof handlersAt>;

/** The stream's event of these rows as they are now; of all rows of the trajectory unless said otherwise. */
export async function changesOf(
  trajectory: string,
  which: (row: Row) => boolean = () => true,
): Promise<DynamoDBStreamEvent> {
  const rows = (await rowsOf(trajectory)).filter(which);
  return {
    Records: rows.map((row, index) => ({
      eventName: 'MODIFY',
      dynamodb: {
        SequenceNumber: String(index + 1),
        // The types of the event and of the SDK describe the same JSON.
        NewImage: marshall(row, { removeUndefinedValues: true }) as Record<string, AttributeValue>,
      },
    })),
  };
}

export const isRequest = (row: Row): boolean => row.kind === 'request';
export const isTrajectory = (row: Row): boolean => row.kind === 'trajectory';

/** Did the handler do all of it? What it did not, Lambda brings again. */
export const isDone = ({ batchItemFailures }: DynamoDBBatchResponse): boolean =>
  batchItemFailures.length === 0;
