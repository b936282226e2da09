import { ChangeMessageVisibilityCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import type { ComeBack } from '../../operations/intake/ports.ts';

const FIRST_SECONDS = 2;
const LONGEST_SECONDS = 3600;

/** 2, 4, 8 … seconds, an hour at most: soon after a hiccup, and for more than a day within the queue's 40 tries. */
export function secondsBefore(times: number): number {
  return Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(times - 1, 30));
}

export function createComeBack(url: string, config: SQSClientConfig = {}): ComeBack {
  const client = new SQSClient({ maxAttempts: 2, ...config });
  return {
    later: async (receipt, times) => {
      try {
        await client.send(
          new ChangeMessageVisibilityCommand({
            QueueUrl: url,
            ReceiptHandle: receipt,
            VisibilityTimeout: secondsBefore(times),
          }),
        );
      } catch {
        // It comes back all the same, when the queue's own time is over.
      }
    },
  };
}
