import { Duration } from 'aws-cdk-lib';
import { JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';

/**
 * A function that could not be invoked, that was cut off, or that says its table is not reachable now. The names:
 * Step Functions Developer Guide, "Handle Lambda service exceptions" (500s, TooManyRequestsException, and Unknown for
 * a function that ran out of memory or time); Lambda Developer Guide, "Troubleshoot invocation issues" for
 * `Sandbox.Timedout`, the error type that Lambda itself gives a function that took too long: an error type that
 * comes with the answer is the error's name. 1+2+4+8+16+30 s with full jitter: gives up after a minute at most; the
 * execution then fails and the round is resumed, bounded.
 */
export const FUNCTION_RETRY: RetryProps = {
  errors: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
    'Lambda.Unknown',
    'Sandbox.Timedout',
    'Unavailable',
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 6,
  jitterStrategy: JitterType.FULL,
};

/**
 * DynamoDB that throttles, conflicts with a transaction on the same row, or fails for a moment. The names: errors of
 * the API reference, with the prefix `DynamoDb.` and always the suffix `Exception` (Step Functions Developer Guide,
 * "AWS SDK service integrations" and "DynamoDB", exception prefix). What the API reference does not list, a 503
 * among it, comes under the service's own `DynamoDbException` (as TestState reports it); a refusal that lasts comes so
 * too, and is then tried in vain for a minute. `SdkClientException`: the call itself did not come through.
 * 1+2+4+8+16+30 s with full jitter, a minute at most.
 */
export const TABLE_RETRY: RetryProps = {
  errors: [
    'DynamoDb.ProvisionedThroughputExceededException',
    'DynamoDb.RequestLimitExceededException',
    'DynamoDb.ThrottlingException',
    'DynamoDb.TransactionConflictException',
    'DynamoDb.InternalServerErrorException',
    'DynamoDb.DynamoDbException',
    'DynamoDb.SdkClientException',
  ],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 6,
  jitterStrategy: JitterType.FULL,
};
