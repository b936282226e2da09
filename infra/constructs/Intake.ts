import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { MOST_RECEIVES } from '../../functions/domain/intake/backoff.ts';

/** Six times the worker's time-out, as Lambda asks (Lambda Developer Guide, "Using Lambda with Amazon SQS"). */
export const WORKER_TIMEOUT = Duration.seconds(60);
const VISIBILITY = Duration.minutes(6);

/** Messages of document systems, from the receiver to the worker, and those that nobody could work off. */
export class Intake extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const always = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    };
    this.deadLetters = new Queue(this, 'DeadLetters', always);
    this.queue = new Queue(this, 'Messages', {
      ...always,
      visibilityTimeout: VISIBILITY,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MOST_RECEIVES },
    });
  }

  /**
   * Looks at the dead letters, and has them moved back. A move task takes them out in the name of who starts it (API
   * reference, StartMessageMoveTask); sending to the queue is `allowToSend`.
   */
  redrivenBy(to: LambdaFunction): void {
    to.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'sqs:ReceiveMessage',
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:StartMessageMoveTask',
        ],
        resources: [this.deadLetters.queueArn],
      }),
    );
    to.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources: [this.queue.queueArn] }),
    );
  }

  /** Batches of ten, a few at once: a flood of messages is worked off without throttling the table for everybody else. */
  workedOffBy(worker: LambdaFunction): void {
    worker.addEventSource(
      new SqsEventSource(this.queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 5 }),
    );
  }
}

/** The secrets of sources: one prefix, which only the command line writes. */
export function allowSourceSecrets(to: LambdaFunction, stage: string): void {
  const resource = Stack.of(to).formatArn({
    service: 'ssm',
    resource: 'parameter',
    resourceName: `besluitketen/${stage}/sources/*`,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  to.addToRolePolicy(new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [resource] }));
}

export function allowToSend(queue: Queue, to: LambdaFunction): void {
  to.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
}
