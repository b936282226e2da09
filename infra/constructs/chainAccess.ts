import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** A function that starts, looks up and wakes executions of the chain, and of no other machine. */
export function allowChain(chain: StateMachine, to: LambdaFunction): void {
  to.addToRolePolicy(
    new PolicyStatement({
      actions: ['states:StartExecution', 'states:SendTaskSuccess'],
      resources: [chain.stateMachineArn],
    }),
  );
  to.addToRolePolicy(
    new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [executionsOf(chain)] }),
  );
}

/** A function with which the administrator looks at executions of the chain, and starts a lost one again; it wakes none. */
export function allowExecutions(chain: StateMachine, to: LambdaFunction): void {
  to.addToRolePolicy(
    new PolicyStatement({
      actions: ['states:StartExecution', 'states:ListExecutions'],
      resources: [chain.stateMachineArn],
    }),
  );
  to.addToRolePolicy(
    new PolicyStatement({
      actions: ['states:DescribeExecution', 'states:GetExecutionHistory'],
      resources: [executionsOf(chain)],
    }),
  );
}

/** The names of executions are made while running: this is as far as they can be named. */
function executionsOf(chain: StateMachine): string {
  return Stack.of(chain).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${chain.stateMachineName}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** Status events of the chain's executions that ended without finishing go to `listener` (best effort). */
export function watchesChain(scope: Construct, chain: StateMachine, listener: LambdaFunction): void {
  new Rule(scope, 'ChainEndedEarly', {
    description: 'An execution of the approval chain failed, timed out or was stopped',
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { stateMachineArn: [chain.stateMachineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    },
    targets: [new FunctionTarget(listener, { retryAttempts: 8, maxEventAge: Duration.hours(6) })],
  });
}
