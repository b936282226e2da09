import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { secondsUntilNextTry } from '../../domain/intake/backoff.ts';
import { queuedMessageSchema } from '../../domain/intake/queuedMessage.ts';
import type { IntakeDependencies } from '../../operations/intake/dependencies.ts';
import { handleMessage } from '../../operations/intake/handleMessage.ts';
import type { MessageDelay } from '../../operations/intake/ports.ts';
import type { Log } from '../../operations/ports.ts';

/** Lambda's event of an SQS queue, as far as we use it. */
const eventSchema = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      receiptHandle: z.string(),
      body: z.string(),
      attributes: z.object({ ApproximateReceiveCount: z.coerce.number() }),
    }),
  ),
});
type QueueRecord = z.infer<typeof eventSchema>['Records'][number];

interface Dependencies extends IntakeDependencies {
  readonly delay: MessageDelay;
  readonly log: Log;
  /** 0 ≤ random < 1: spreads what comes back after an outage. */
  readonly random: () => number;
}

/** Messages of a batch do not wait for each other's calls, nor take each other along when they fail. */
const MOST_AT_ONCE = 5;

/** Works out what the receiver queued; what fails comes back by itself, later each time. */
export function createHandler({ delay, log, random, ...deps }: Dependencies) {
  return async (event: unknown): Promise<SQSBatchResponse> => {
    const waiting = [...eventSchema.parse(event).Records];
    const failed: string[] = [];
    const worker = async () => {
      for (let record = waiting.shift(); record; record = waiting.shift()) {
        if (!(await workOut(record))) failed.push(record.messageId);
      }
    };
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, worker));
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };

  async function workOut({ messageId, receiptHandle, body, attributes }: QueueRecord): Promise<boolean> {
    const receives = attributes.ApproximateReceiveCount;
    let of: Record<string, unknown> = { messageId };
    try {
      // What is no message of ours fails too, and ends with the dead letters, where a person sees it.
      const message = queuedMessageSchema.parse(JSON.parse(body));
      of = { messageId, source: message.source, messageKey: message.messageKey };
      const became = await handleMessage(deps, message);
      log.info('a message was worked out', { ...of, became });
      return true;
    } catch (error) {
      // Only the kind of error: the text of another may hold what the message said.
      const seconds = secondsUntilNextTry(receives, random());
      const kind = error instanceof Error ? error.name : typeof error;
      log.warn('a message could not be worked out now; it comes back', {
        ...of,
        error: kind,
        receives,
        seconds,
      });
      await delay.comeBackIn(receiptHandle, seconds);
      return false;
    }
  }
}
