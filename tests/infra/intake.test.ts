import { describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '../../functions/handlers/receive-message/handler.ts';
import { resources, synthesise } from './synthesised.ts';

const { chain } = synthesise('prod');
const queues = resources(chain, 'AWS::SQS::Queue');
const queueOf = (name: string) => queues.find(([id]) => id.startsWith(name))!;
const functionOf = (name: string) =>
  resources(chain, 'AWS::Lambda::Function').find(([id]) => id.startsWith(`${name}Function`))![1].Properties;

describe('the queues', () => {
  test('are two: of messages, and of those that nobody could work off', () => {
    expect(queues.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
      'IntakeDeadLetters',
      'IntakeMessages',
    ]);
    const { RedrivePolicy } = queueOf('IntakeMessages')[1].Properties;
    expect(JSON.stringify(RedrivePolicy)).toContain(queueOf('IntakeDeadLetters')[0]);
  });

  test.each(queues)(
    '%s is encrypted, keeps what it has for two weeks, and is left out of no stage',
    (_id, queue) => {
      expect(queue.Properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 14 * 24 * 3600,
      });
    },
  );

  test.each(queues)('%s is reached over TLS only', (id) => {
    const policies = resources(chain, 'AWS::SQS::QueuePolicy').filter(([, { Properties }]) =>
      JSON.stringify(Properties.Queues).includes(id),
    );
    const [{ Statement } = { Statement: [] }] = policies.map(
      ([, { Properties }]) => Properties.PolicyDocument as { Statement: unknown[] },
    );
    expect(Statement).toEqual([
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sqs:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ]);
  });

  // Lambda Developer Guide, "Using Lambda with Amazon SQS": at least six times the function's time-out.
  test('give the worker six times its time before a message is given to another', () => {
    const { VisibilityTimeout } = queueOf('IntakeMessages')[1].Properties;
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(functionOf('HandleMessage').Timeout));
  });
});

describe('the receiver', () => {
  test('has every method of its own path of the API, with the request as API Gateway has it in format 2.0', () => {
    const routes = resources(chain, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
    const route = routes.find(({ RouteKey }) => RouteKey === 'ANY /webhooks/{kind}/{source}')!;
    // No authorizer: it authenticates by itself, as each protocol has it.
    expect(route.AuthorizationType).toBe('NONE');
    const target = JSON.stringify(route.Target);
    const integration = resources(chain, 'AWS::ApiGatewayV2::Integration').find(([id]) =>
      target.includes(id),
    )!;
    expect(integration[1].Properties.PayloadFormatVersion).toBe('2.0');
    expect(JSON.stringify(integration[1].Properties.IntegrationUri)).toContain('ReceiveMessageFunction');
  });

  test('answers before its own time is over, and before a sender gives up after ten seconds', () => {
    expect(PATIENCE_MS / 1000).toBeLessThan(Number(functionOf('ReceiveMessage').Timeout));
    expect(functionOf('ReceiveMessage').Timeout).toBeLessThanOrEqual(10);
  });
});

test('the API as a whole takes no more than so many requests a second', () => {
  const [[, stage] = []] = resources(chain, 'AWS::ApiGatewayV2::Stage');
  expect(stage?.Properties.DefaultRouteSettings).toEqual({
    ThrottlingRateLimit: expect.any(Number),
    ThrottlingBurstLimit: expect.any(Number),
  });
});

test('the command line finds both queues', () => {
  expect(Object.keys(chain.findOutputs('*'))).toEqual(
    expect.arrayContaining(['QueueUrl', 'DeadLetterQueueUrl']),
  );
});
