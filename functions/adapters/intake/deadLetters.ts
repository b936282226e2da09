import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import { queuedMessageSchema } from '../../domain/intake/queuedMessage.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { DeadLetter, DeadLetters } from '../../operations/intake/ports.ts';

/** As long as somebody looks; then it may be seen again. */
const LOOK_SECONDS = 5;
const MOST_AT_ONCE = 10;

/** Messages that were tried in vain for more than a day. Looking takes none away. */
export function createDeadLetters(
  urls: { readonly queue: string; readonly deadLetters: string },
  config: SQSClientConfig = {},
): DeadLetters {
  const client = new SQSClient({ maxAttempts: 3, ...config });
  const receive = async (seconds: number): Promise<Message[]> => {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: urls.deadLetters,
        MaxNumberOfMessages: MOST_AT_ONCE,
        VisibilityTimeout: seconds,
        MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
      }),
    );
    return Messages ?? [];
  };
  return {
    look: (most) =>
      reached(async () => {
        const seen = new Map<string, DeadLetter>();
        for (let found = await receive(LOOK_SECONDS); found.length > 0 && seen.size < most; ) {
          for (const message of found) seen.set(message.MessageId ?? '', letterOf(message));
          found = await receive(LOOK_SECONDS);
        }
        return [...seen.values()].slice(0, most);
      }),
    redrive: () =>
      reached(async () => {
        let moved = 0;
        for (let found = await receive(60); found.length > 0; found = await receive(60)) {
          for (const { Body, ReceiptHandle } of found) {
            // Into the queue before out of the other: twice is harmless (the worker claims it once), lost is not.
            await client.send(new SendMessageCommand({ QueueUrl: urls.queue, MessageBody: Body ?? '' }));
            await client.send(new DeleteMessageCommand({ QueueUrl: urls.deadLetters, ReceiptHandle }));
            moved++;
          }
        }
        return moved;
      }),
  };
}

function letterOf({ MessageId = '', Body = '', Attributes }: Message): DeadLetter {
  const times = Number(Attributes?.ApproximateReceiveCount ?? 0);
  const receivedAt = new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString();
  try {
    const message = queuedMessageSchema.safeParse(JSON.parse(Body));
    return { id: MessageId, receivedAt, times, ...(message.success && { message: message.data }) };
  } catch {
    return { id: MessageId, receivedAt, times };
  }
}

async function reached<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Unavailable('De wachtrij', error);
  }
}
