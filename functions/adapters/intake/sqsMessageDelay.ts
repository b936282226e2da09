import { ChangeMessageVisibilityCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import type { MessageDelay } from '../../operations/intake/ports.ts';

/** By ChangeMessageVisibility, which counts from now (SQS developer guide, "Visibility timeout"). */
export function createSqsMessageDelay(queueUrl: string, config: SQSClientConfig = {}): MessageDelay {
  const client = new SQSClient({ maxAttempts: 3, useQueueUrlAsEndpoint: false, ...config });
  return {
    comeBackIn: async (receipt, seconds) => {
      try {
        await client.send(
          new ChangeMessageVisibilityCommand({
            QueueUrl: queueUrl,
            ReceiptHandle: receipt,
            VisibilityTimeout: seconds,
          }),
        );
      } catch {
        // Then it comes back when the queue's own timeout is over: later, not lost.
      }
    },
  };
}
