import { SendMessageCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { Unavailable } from '../../domain/unavailable.ts';
import type { MessageQueue } from '../../operations/intake/ports.ts';

export function createMessageQueue(url: string, config: SQSClientConfig = {}): MessageQueue {
  // The queue's own address, not one derived by the SDK: they differ in the local cloud.
  const client = new SQSClient({ maxAttempts: 3, ...config });
  return {
    send: async (message) => {
      try {
        await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
      } catch (error) {
        throw new Unavailable('De wachtrij', error);
      }
    },
  };
}
