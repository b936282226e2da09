import { TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

/** Starts the daily watch every morning, Dutch time; summer time included. */
export class MorningSchedule extends Construct {
  constructor(scope: Construct, id: string, watch: StateMachine) {
    super(scope, id);
    new Schedule(this, 'Schedule', {
      description: 'The daily watch, every morning at 07:30 in the Netherlands',
      schedule: ScheduleExpression.cron({
        minute: '30',
        hour: '7',
        timeZone: TimeZone.of('Europe/Amsterdam'),
      }),
      target: new StepFunctionsStartExecution(watch, { input: ScheduleTargetInput.fromObject({}) }),
    });
  }
}
