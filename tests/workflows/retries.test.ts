import { expect, test } from 'vitest';
import { FUNCTION_RETRY, TABLE_RETRY } from '../../workflows/retries.ts';

// A name that does not exist is silently never matched: the lists are those of the documentation beside them.
test('a function is tried again for the errors that AWS documents, and for our own', () => {
  expect([...FUNCTION_RETRY.errors!].sort()).toEqual([
    'Lambda.AWSLambdaException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.SdkClientException',
    'Lambda.ServiceException',
    'Lambda.TooManyRequestsException',
    'Lambda.Unknown',
    'Sandbox.Timedout',
    'Unavailable',
  ]);
});

// "Always include the Exception suffix": InternalServerError of the API is InternalServerErrorException here.
test('the table is tried again under the names that the aws-sdk integration gives its errors', () => {
  for (const error of TABLE_RETRY.errors!) expect(error).toMatch(/^DynamoDb\.\w+Exception$/);
  expect(TABLE_RETRY.errors).toContain('DynamoDb.DynamoDbException');
});

test.each([FUNCTION_RETRY, TABLE_RETRY])(
  'both give up within two minutes',
  ({ maxAttempts, maxDelay, interval, backoffRate }) => {
    let waited = 0;
    for (let n = 0; n < maxAttempts!; n++) {
      waited += Math.min(interval!.toSeconds() * backoffRate! ** n, maxDelay!.toSeconds());
    }
    expect(waited).toBeLessThanOrEqual(120);
  },
);
