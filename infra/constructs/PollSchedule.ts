import { Duration, TimeZone } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

/** Looks at every source that can be asked, every hour of a working day, Dutch time; holidays are the function's to know. */
export class PollSchedule extends Construct {
  constructor(scope: Construct, id: string, pollCouncils: LambdaFunction) {
    super(scope, id);
    new Schedule(this, 'Schedule', {
      description:
        'Council systems, and what document systems did not tell, every hour from Monday to Friday in the Netherlands',
      schedule: ScheduleExpression.cron({
        minute: '5',
        hour: '*',
        weekDay: 'MON-FRI',
        timeZone: TimeZone.of('Europe/Amsterdam'),
      }),
      // The next hour asks again: what is missed needs no second attempt, and a late one no attempt at all.
      target: new LambdaInvoke(pollCouncils, { retryAttempts: 0, maxEventAge: Duration.minutes(30) }),
    });
  }
}
