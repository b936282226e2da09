import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/** Sending by SES from one address, through a configuration set that reports what became of each message. */
export class MailSending extends Construct {
  readonly configurationSetName: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly senderAddress: string,
  ) {
    super(scope, id);
    const set = new ConfigurationSet(this, 'ConfigurationSet');
    set.addEventDestination('Bus', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    this.configurationSetName = set.configurationSetName;
  }

  /** May send from this address (its own identity or its domain's) through this configuration set, only. */
  allow(to: LambdaFunction): void {
    const identity = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({
        service: 'ses',
        resource,
        resourceName,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      });
    const domain = this.senderAddress.split('@')[1] ?? '';
    to.addToRolePolicy(
      new PolicyStatement({
        // Raw: a mail with an attachment.
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: [
          identity('identity', this.senderAddress),
          identity('identity', domain),
          identity('configuration-set', this.configurationSetName),
        ],
      }),
    );
  }

  /** SES's own word that a message was sent, bounced or was complained of goes to `listener`. */
  reportsTo(listener: LambdaFunction): void {
    new Rule(this, 'Sent', {
      description: 'SES took a message, or says whom it did not reach: marks the mail, or the address',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Sent', 'Email Bounced', 'Email Complaint Received'],
      },
      targets: [new FunctionTarget(listener, { retryAttempts: 8, maxEventAge: Duration.hours(6) })],
    });
  }
}
