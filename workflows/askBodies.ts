import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { MOST_BODIES_IN_A_STAGE } from '../functions/domain/plan/schema.ts';
import { TABLE_RETRY } from './retries.ts';

/**
 * No wait without a timeout: after this a wait joins its request anew. It decides nothing and is no fault; it
 * only keeps a lost wake from waiting for ever.
 */
export const WAIT_TIMEOUT = Duration.days(30);

/** Both spellings: `DynamoDb.` for the aws-sdk integration, `DynamoDB.` for the optimized one. */
const CONDITION_FAILED = [
  'DynamoDb.ConditionalCheckFailedException',
  'DynamoDB.ConditionalCheckFailedException',
];

/**
 * One stage of the chain: asks the bodies it is given, all at once, and ends when each wait has ended. Asking
 * a body is writing its request with the task's own token, on the condition that there is none; one that is
 * there and open gets the new token; one that is decided is not asked. What the answers are worth is weighed
 * afterwards from the table, never from this state's output.
 */
export function askBodies(scope: Construct, name: string, table: Table): sfn.Map {
  const answered = sfn.Pass.jsonata(scope, `${name}: answered`, {
    outputs: {},
  });
  const ask = waitFor(scope, `${name}: ask`, table, 'putItem', {
    TableName: table.tableName,
    Item: '{% $merge([$states.input.item, {"token": {"S": $states.context.Task.Token}}]) %}',
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  const join = waitFor(scope, `${name}: join`, table, 'updateItem', {
    TableName: table.tableName,
    Key: '{% $states.input.key %}',
    // A request by an older epoch, or by this execution before its wait timed out; never by a newer one.
    ConditionExpression: '#status = :open AND #epoch <= :epoch',
    UpdateExpression:
      '{% "SET #token = :token, #epoch = :epoch, #askedAt = if_not_exists(#askedAt, :askedAt), #lastWrite = :asked" & ($exists($states.input.item.silenceOn) ? ", #silenceOn = if_not_exists(#silenceOn, :silenceOn)" : "") %}',
    ExpressionAttributeNames:
      '{% $merge([{"#status": "status", "#token": "token", "#epoch": "epoch", "#askedAt": "askedAt", "#lastWrite": "lastWrite"}, $exists($states.input.item.silenceOn) ? {"#silenceOn": "silenceOn"} : {}]) %}',
    ExpressionAttributeValues:
      '{% $merge([{":open": {"S": "open"}, ":token": {"S": $states.context.Task.Token}, ":epoch": $states.input.item.epoch, ":askedAt": $states.input.item.askedAt, ":asked": {"S": "asked"}}, $exists($states.input.item.silenceOn) ? {":silenceOn": $states.input.item.silenceOn} : {}]) %}',
  });
  const input = { outputs: '{% $states.input %}' };
  ask.addCatch(join, { errors: [...CONDITION_FAILED, 'States.Timeout'], ...input });
  join.addCatch(join, { errors: ['States.Timeout'], ...input });
  join.addCatch(answered, { errors: CONDITION_FAILED, ...input });
  join.next(answered);

  const stage = sfn.Map.jsonata(scope, name, {
    items: sfn.ProvideItems.jsonata('{% $states.input.asks %}'),
    maxConcurrency: MOST_BODIES_IN_A_STAGE,
    outputs: {},
  });
  return stage.itemProcessor(ask);
}

function waitFor(
  scope: Construct,
  name: string,
  table: Table,
  action: 'putItem' | 'updateItem',
  parameters: Record<string, unknown>,
): CallAwsService {
  const task = CallAwsService.jsonata(scope, name, {
    service: 'dynamodb',
    action,
    integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    parameters,
    iamResources: [table.tableArn],
    taskTimeout: sfn.Timeout.duration(WAIT_TIMEOUT),
    outputs: {},
  });
  task.addRetry(TABLE_RETRY);
  return task;
}
