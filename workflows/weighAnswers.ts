import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { FUNCTION_RETRY } from './retries.ts';

/** A task that has the round's answers weighed in the table; its output names the next state. */
export function weighAnswers(scope: Construct, name: string, weighRound: IFunction): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: weighRound,
    payload: sfn.TaskInput.fromText('{% $states.context.Execution.Input %}'),
    outputs: '{% $states.result.Payload %}',
    taskTimeout: sfn.Timeout.duration(Duration.seconds(60)),
    retryOnServiceExceptions: false,
  });
  task.addRetry(FUNCTION_RETRY);
  return task;
}
