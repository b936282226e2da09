import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { queuedMessageSchema } from '../../domain/intake/queuedMessage.ts';
import { handleMessage, type WorkerDependencies } from '../../operations/intake/handleMessage.ts';
import type { ComeBack } from '../../operations/intake/ports.ts';
import type { Log } from '../../operations/ports.ts';

export interface HandlerDependencies extends WorkerDependencies {
  readonly comeBack: ComeBack;
  readonly log: Log;
}

/**
 * A batch from the queue; each message by itself, so that one that fails keeps no other. What failed stays in the queue
 * and comes back later (`comeBack`), at last among the dead letters: nothing is dropped.
 */
export function createHandler(deps: HandlerDependencies) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = await Promise.all(Records.map((record) => work(deps, record)));
    return { batchItemFailures: failed.flatMap((id) => (id ? [{ itemIdentifier: id }] : [])) };
  };
}

async function work(deps: HandlerDependencies, record: SQSRecord): Promise<string | undefined> {
  try {
    await handleMessage(deps, queuedMessageSchema.parse(JSON.parse(record.body)));
    return undefined;
  } catch (error) {
    const { messageId, receiptHandle, attributes } = record;
    deps.log.warn('a message is to be tried again', {
      messageId,
      times: attributes.ApproximateReceiveCount,
      error: error instanceof Error ? error.name : String(error),
    });
    await deps.comeBack.later(receiptHandle, Number(attributes.ApproximateReceiveCount));
    return messageId;
  }
}
