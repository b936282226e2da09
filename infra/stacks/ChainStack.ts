import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { approvalChain, LONGEST_EXECUTION } from '../../workflows/approval-chain.ts';
import { dailyWatch, LONGEST_WATCH } from '../../workflows/daily-watch.ts';
import type { StageConfig } from '../config.ts';
import { allowChain, allowExecutions, watchesChain } from '../constructs/chainAccess.ts';
import { allowDecisionLists, readsDecisionLists } from '../constructs/DecisionLists.ts';
import { allowSourceSecrets, allowToSend, Intake } from '../constructs/Intake.ts';
import { MailSending } from '../constructs/MailSending.ts';
import { MorningSchedule } from '../constructs/MorningSchedule.ts';
import { PollSchedule } from '../constructs/PollSchedule.ts';
import { Portal } from '../constructs/Portal.ts';
import { followRecord } from '../constructs/RecordStream.ts';
import { SignIn } from '../constructs/SignIn.ts';
import { createFunctions } from './functions.ts';

export interface ChainStackProps extends StackProps {
  readonly table: Table;
  readonly decisionLists: Bucket;
  /** Folder with a bundle per handler, made by bundleFunctions. */
  readonly bundles: string;
}

/** The approval chain, the daily watch and everything that moves them: functions, rules, schedule, portal. */
export class ChainStack extends Stack {
  constructor(scope: Construct, id: string, config: StageConfig, props: ChainStackProps) {
    super(scope, id, props);
    const { table } = props;
    const mail = new MailSending(this, 'Mail', config.senderAddress);
    const make = createFunctions(this, { config, bundles: props.bundles, table, mail });

    const weighRound = make.weighRound();
    const chain = new StateMachine(this, 'ApprovalChain', {
      stateMachineName: `besluitketen-${config.name}-approval-chain`,
      comment: 'One decision round: the bodies of each stage are asked, their answers weighed.',
      definitionBody: DefinitionBody.fromChainable(approvalChain(this, { table, weighRound })),
      timeout: LONGEST_EXECUTION,
      // Without execution data: task tokens are in it, and no token leaves the backend.
      logs: {
        destination: this.logs('ApprovalChainLogs', config),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });

    const portal = new Portal(this, 'Portal');
    const portalUrl = config.portalUrl ?? portal.url;
    const signIn = new SignIn(this, 'SignIn', { config, portalUrl });
    const pages = make.portal({
      PORTAL_URL: portalUrl,
      CHAIN_ARN: chain.stateMachineArn,
      ...signIn.environment,
    });
    signIn.allow(pages);
    portal.shows(pages);
    const moveOn = make.moveOn(chain.stateMachineArn);
    const sendMails = make.sendMails(portalUrl);
    followRecord(moveOn, table, [
      'started',
      'replanned',
      'opened',
      'resumed',
      'revised',
      'completed',
      'decided',
      'stage-passed',
      'concluded',
      'handed-over',
      'withdrawn',
      'address-marked',
      'address-released',
    ]);
    followRecord(sendMails, table, [
      'asked',
      'decided',
      'deferred',
      'corrected',
      'concluded',
      'handed-over',
      'revised',
      'withdrawn',
      'mails-resumed',
      'replanned',
      'item-proposed',
      'statement-made',
      'statement-approved',
      'address-released',
      'memo-approved',
    ]);
    const resumeChain = make.resumeChain(chain.stateMachineArn);
    watchesChain(this, chain, resumeChain);
    mail.reportsTo(make.recordMailEvents());

    const watchDay = make.watchDay(chain.stateMachineArn, portalUrl);
    const watch = new StateMachine(this, 'DailyWatch', {
      stateMachineName: `besluitketen-${config.name}-daily-watch`,
      comment: 'Every morning: derives what is owed from the record and does what is missing.',
      definitionBody: DefinitionBody.fromChainable(
        dailyWatch(this, { findWatchDays: make.findWatchDays(), watchDay }),
      ),
      timeout: LONGEST_WATCH,
      logs: {
        destination: this.logs('DailyWatchLogs', config),
        level: LogLevel.ERROR,
        includeExecutionData: true,
      },
    });
    new MorningSchedule(this, 'Morning', watch);

    for (const mover of [moveOn, resumeChain, watchDay]) allowChain(chain, mover);
    for (const sends of [sendMails, watchDay]) mail.allow(sends);

    const intake = new Intake(this, 'Intake');
    const receiveMessage = make.receiveMessage(intake.queue.queueUrl);
    allowSourceSecrets(receiveMessage, config.name);
    allowToSend(intake.queue, receiveMessage);
    const handleMessage = make.handleMessage(intake.queue.queueUrl);
    allowSourceSecrets(handleMessage, config.name);
    intake.workedOffBy(handleMessage);
    const pollCouncils = make.pollCouncils(intake.queue.queueUrl);
    allowSourceSecrets(pollCouncils, config.name);
    allowToSend(intake.queue, pollCouncils);
    new PollSchedule(this, 'Poll', pollCouncils);
    portal.route(['/webhooks/{kind}/{source}'], 'Receive', receiveMessage);

    // What anybody may ask for is served by a function that writes nothing; only these pages by one that does.
    const portalForms = make.portalForms({
      PORTAL_URL: portalUrl,
      CHAIN_ARN: chain.stateMachineArn,
      ...signIn.environment,
      QUEUE_URL: intake.queue.queueUrl,
      DEAD_LETTER_QUEUE_URL: intake.deadLetters.queueUrl,
      LISTS_BUCKET: props.decisionLists.bucketName,
    });
    signIn.allow(portalForms);
    allowSourceSecrets(portalForms, config.name);
    allowToSend(intake.queue, portalForms);
    intake.redrivenBy(portalForms);
    allowExecutions(chain, portalForms);
    readsDecisionLists(props.decisionLists, portalForms);
    portal.route(
      [
        '/antwoord/{proxy+}',
        '/triage',
        '/triage/{proxy+}',
        '/beheer/{proxy+}',
        // Nothing is changed there; but what goes into a dossier is not for who may only read pages.
        '/traject/{id}/dossier',
        '/traject/{id}/dossier.zip',
        '/traject/{id}/ronde/{round}/raadsinformatiebrief',
        '/traject/{id}/ronde/{round}/raadsinformatiebrief.pdf',
        '/traject/{id}/overzicht/{quarter}',
      ],
      'PortalForms',
      portalForms,
    );

    const decideByLink = make.decideByLink(portalUrl, props.decisionLists.bucketName);
    mail.allow(decideByLink);
    allowDecisionLists(props.decisionLists, decideByLink);
    portal.route(['/besluit/{proxy+}'], 'DecideByLink', decideByLink);

    const outputs = {
      TableName: table.tableName,
      ChainArn: chain.stateMachineArn,
      WatchArn: watch.stateMachineArn,
      SenderAddress: config.senderAddress,
      ApiId: portal.apiId,
      PortalUrl: portalUrl,
      ...(signIn.userPoolId && { UserPoolId: signIn.userPoolId }),
      QueueUrl: intake.queue.queueUrl,
      DeadLetterQueueUrl: intake.deadLetters.queueUrl,
      DecisionListsBucket: props.decisionLists.bucketName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }

  private logs(id: string, config: StageConfig): LogGroup {
    return new LogGroup(this, id, { retention: config.logRetentionDays as RetentionDays });
  }
}
