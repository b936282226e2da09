import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';

/**
 * Lets a function follow the record's stream for writes of the given kinds, at most two functions a stream.
 * Bounded: after ten tries or an hour a record is let go, because the daily watch does what it asked for.
 */
export function followRecord(follower: LambdaFunction, table: Table, lastWrites: readonly string[]): void {
  const stream = table.tableStreamArn;
  if (stream === undefined) throw new Error('the record has no stream to follow');
  follower.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [stream],
    }),
  );
  follower.addToRolePolicy(
    new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [`${table.tableArn}/stream/*`] }),
  );
  follower.addEventSourceMapping('RecordStream', {
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 25,
    retryAttempts: 10,
    maxRecordAge: Duration.hours(1),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    filters: [
      FilterCriteria.filter({ dynamodb: { NewImage: { lastWrite: { S: FilterRule.or(...lastWrites) } } } }),
    ],
  });
}
