import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type SQSClientConfig,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { queuedMessageSchema } from '../../domain/intake/queuedMessage.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { DeadLetter, DeadLetters } from '../../operations/intake/ports.ts';

/** A look hides what it sees for so long; long enough to go through a queue, short enough to look again. */
const LOOK_SECONDS = 5;
/** Moved by hand: nobody else takes it meanwhile, and what a stop leaves comes back after this. */
const MOVE_SECONDS = 60;
const MOST_A_CALL = 10;

interface Queues {
  readonly queue: string;
  readonly deadLetters: string;
  /** Of the local cloud, which has no move tasks. */
  readonly byHand: boolean;
}

/** What was given up after a day: to be looked at, and sent back once its cause is gone. */
export function createDeadLetters(
  { queue, deadLetters, byHand }: Queues,
  config: SQSClientConfig = {},
): DeadLetters {
  const client = new SQSClient({ maxAttempts: 3, ...config });
  return {
    look: (most) =>
      guarded(async () => {
        const seen = new Map<string, DeadLetter>();
        const batches: Message[][] = [];
        while (seen.size < most) {
          const messages = await receive(LOOK_SECONDS);
          batches.push(messages);
          const fresh = messages.filter(({ MessageId }) => MessageId && !seen.has(MessageId));
          if (fresh.length === 0) break;
          for (const message of fresh) seen.set(message.MessageId ?? '', deadLetterOf(message));
        }
        await Promise.all(batches.map(show));
        return [...seen.values()].slice(0, most).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
      }),
    count: () =>
      guarded(async () => {
        const { ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } =
          await attributesOf(deadLetters);
        return Number(ApproximateNumberOfMessages ?? 0) + Number(ApproximateNumberOfMessagesNotVisible ?? 0);
      }),
    redrive: () => guarded(() => (byHand ? moveByHand() : startMoving())),
  };

  async function receive(seconds: number): Promise<Message[]> {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetters,
        MaxNumberOfMessages: MOST_A_CALL,
        VisibilityTimeout: seconds,
        // A long poll asks all of the queue's servers; a short one may miss messages that are there.
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
      }),
    );
    return Messages;
  }

  /** Whoever looked may send them back at once. At best: what fails here comes back by itself after the look. */
  async function show(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const Entries = messages.map(({ ReceiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle,
      VisibilityTimeout: 0,
    }));
    await client
      .send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: deadLetters, Entries }))
      .catch(() => undefined);
  }

  /**
   * Amazon SQS moves them itself (API reference, StartMessageMoveTask), to the queue by name: left out, a message that
   * somebody put here by hand would have no way back. The number is the queue's own approximate count when it began.
   */
  async function startMoving(): Promise<number> {
    const from = await attributesOf(deadLetters);
    const count = Number(from.ApproximateNumberOfMessages ?? 0);
    if (count === 0) return 0;
    const { QueueArn } = await attributesOf(queue);
    await client.send(
      new StartMessageMoveTaskCommand({ SourceArn: from.QueueArn, DestinationArn: QueueArn }),
    );
    return count;
  }

  async function attributesOf(url: string): Promise<Partial<Record<string, string>>> {
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: url,
        AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    return Attributes ?? {};
  }

  /** Sent before it is deleted: a stop in between doubles a message, which the worker knows again. */
  async function moveByHand(): Promise<number> {
    let moved = 0;
    for (;;) {
      const messages = await receive(MOVE_SECONDS);
      if (messages.length === 0) return moved;
      for (const { Body, ReceiptHandle } of messages) {
        await client.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: Body }));
        await client.send(new DeleteMessageCommand({ QueueUrl: deadLetters, ReceiptHandle }));
        moved += 1;
      }
    }
  }
}

function deadLetterOf({ MessageId = '', Body = '', Attributes }: Message): DeadLetter {
  const message = queuedMessageSchema.safeParse(jsonOf(Body)).data;
  const sentAt = new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString();
  return {
    id: MessageId,
    receivedAt: message?.receivedAt ?? sentAt,
    message,
    times: Number(Attributes?.ApproximateReceiveCount ?? 0),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Unavailable('De wachtrij', error);
  }
}
