import { SendMessageCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { MessageQueue } from '../../operations/intake/ports.ts';

export function createMessageQueue(url: string, config: SQSClientConfig = {}): MessageQueue {
  // The address of the service is the SDK's, as for every other; where the queue's own host is another (the local
  // cloud) the SDK would take that one, and say so in the log at every message.
  const client = new SQSClient({ maxAttempts: 3, useQueueUrlAsEndpoint: false, ...config });
  return {
    send: async (message) => {
      try {
        await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: asText(message) }));
      } catch (error) {
        throw new Unavailable('De wachtrij', error);
      }
    },
  };
}

/**
 * SQS refuses, or replaces, the two code points that are in no XML (SQS API reference, SendMessage); everything else that
 * it refuses is escaped by JSON itself.
 */
function asText(message: QueuedMessage): string {
  return JSON.stringify(message).replace(
    /[\uFFFE\uFFFF]/g,
    (code) => `\\u${code.charCodeAt(0).toString(16)}`,
  );
}
