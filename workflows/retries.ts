import { Duration } from 'aws-cdk-lib';
import { JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';

/**
 * A function that could not be invoked, or that says its table is not reachable now. 1+2+4+8+16+30 s with full
 * jitter: gives up after a minute at most; the execution then fails and the round is resumed, bounded.
 */
export const FUNCTION_RETRY: RetryProps = {
  errors: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
    'Lambda.Unknown',
    'Unavailable',
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 6,
  jitterStrategy: JitterType.FULL,
};

/**
 * DynamoDB that throttles, conflicts with a transaction on the same row, or fails for a moment. The names are
 * those of the aws-sdk integration (`DynamoDb.…`). 1+2+4+8+16+30 s with full jitter, a minute at most.
 */
export const TABLE_RETRY: RetryProps = {
  errors: [
    'DynamoDb.ProvisionedThroughputExceededException',
    'DynamoDb.RequestLimitExceededException',
    'DynamoDb.ThrottlingException',
    'DynamoDb.TransactionConflictException',
    'DynamoDb.InternalServerErrorException',
    'DynamoDb.SdkClientException',
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 6,
  jitterStrategy: JitterType.FULL,
};
