import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DecideByLinkEnvironment } from '../../functions/handlers/decide-by-link/environment.ts';
import type { FindWatchDaysEnvironment } from '../../functions/handlers/find-watch-days/environment.ts';
import type { HandleMessageEnvironment } from '../../functions/handlers/handle-message/environment.ts';
import type { MoveOnEnvironment } from '../../functions/handlers/move-on/environment.ts';
import type { PollCouncilsEnvironment } from '../../functions/handlers/poll-councils/environment.ts';
import type { PortalEnvironment } from '../../functions/handlers/portal/environment.ts';
import type { PortalFormsEnvironment } from '../../functions/handlers/portal-forms/environment.ts';
import type { ReceiveMessageEnvironment } from '../../functions/handlers/receive-message/environment.ts';
import type { RecordMailEventsEnvironment } from '../../functions/handlers/record-mail-events/environment.ts';
import type { ResumeChainEnvironment } from '../../functions/handlers/resume-chain/environment.ts';
import type { SendMailsEnvironment } from '../../functions/handlers/send-mails/environment.ts';
import type { WatchDayEnvironment } from '../../functions/handlers/watch-day/environment.ts';
import type { WeighRoundEnvironment } from '../../functions/handlers/weigh-round/environment.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { StageConfig } from '../config.ts';
import { BackendFunction } from '../constructs/BackendFunction.ts';
import { WORKER_TIMEOUT } from '../constructs/Intake.ts';
import type { MailSending } from '../constructs/MailSending.ts';
import { allowRecord, type RecordAccess } from '../constructs/recordAccess.ts';

export interface FunctionInputs {
  readonly config: StageConfig;
  readonly bundles: string;
  readonly table: Table;
  readonly mail: MailSending;
}

/** The functions of the backend, each with the environment its own schema asks for. */
export function createFunctions(scope: Construct, { config, bundles, table, mail }: FunctionInputs) {
  const TABLE_NAME = table.tableName;
  const mailEnvironment = (PORTAL_URL: string) => ({
    PORTAL_URL,
    SENDER_ADDRESS: config.senderAddress,
    CONFIGURATION_SET: mail.configurationSetName,
  });
  const pages = {
    TABLE_NAME,
    STAGE: config.name,
    ANONYMOUS_MAY_READ: config.anonymousMayRead ? ('true' as const) : ('false' as const),
  };
  /** For the page with settings. */
  const shown = {
    MAILS_FROM: config.senderAddress,
    LOG_RETENTION_DAYS: String(config.logRetentionDays),
    VERSION: packageJson.version,
  };
  const make = <E extends object>(
    id: string,
    handler: string,
    description: string,
    environment: E,
    access: readonly RecordAccess[] = [],
    timeout = Duration.seconds(30),
  ): LambdaFunction => {
    const made = new BackendFunction<E>(scope, id, {
      handler,
      bundles,
      description,
      environment,
      timeout,
      logRetention: config.logRetentionDays as RetentionDays,
    }).function;
    allowRecord(table, made, ...access);
    return made;
  };
  return {
    weighRound: () =>
      make<WeighRoundEnvironment>(
        'WeighRound',
        'weigh-round',
        'Weighs a stage by the answers in the record',
        { TABLE_NAME },
        ['read', 'write'],
      ),
    moveOn: (CHAIN_ARN: string) =>
      make<MoveOnEnvironment>(
        'MoveOn',
        'move-on',
        'Does at once what a change in the record owes the chain',
        { TABLE_NAME, CHAIN_ARN },
        ['read', 'read-index', 'write'],
      ),
    sendMails: (portalUrl: string) =>
      make<SendMailsEnvironment>(
        'SendMails',
        'send-mails',
        'Sends the mails that the record owes',
        { TABLE_NAME, ...mailEnvironment(portalUrl) },
        ['read', 'read-index', 'update'],
        Duration.seconds(60),
      ),
    resumeChain: (CHAIN_ARN: string) =>
      make<ResumeChainEnvironment>(
        'ResumeChain',
        'resume-chain',
        'Resumes a round whose execution ended early',
        { TABLE_NAME, CHAIN_ARN },
        ['read', 'write'],
      ),
    recordMailEvents: () =>
      make<RecordMailEventsEnvironment>(
        'RecordMailEvents',
        'record-mail-events',
        'Marks mails that SES reports as sent, and addresses that they do not reach',
        { TABLE_NAME, CONFIGURATION_SET: mail.configurationSetName },
        ['get', 'update'],
      ),
    findWatchDays: () =>
      make<FindWatchDaysEnvironment>(
        'FindWatchDays',
        'find-watch-days',
        'Finds the days that were not watched yet',
        { TABLE_NAME, STAGE: config.name },
        ['get', 'read-index'],
      ),
    watchDay: (CHAIN_ARN: string, portalUrl: string) =>
      make<WatchDayEnvironment>(
        'WatchDay',
        'watch-day',
        'The daily watch of one day',
        { TABLE_NAME, CHAIN_ARN, ...mailEnvironment(portalUrl) },
        ['read', 'read-index', 'write'],
        Duration.minutes(15),
      ),
    pollCouncils: (QUEUE_URL: string) =>
      make<PollCouncilsEnvironment>(
        'PollCouncils',
        'poll-councils',
        'Asks council systems, which tell nothing by themselves, and looks for what document systems did not tell',
        { TABLE_NAME, STAGE: config.name, QUEUE_URL },
        ['read', 'read-index', 'put'],
        Duration.minutes(12),
      ),
    receiveMessage: (QUEUE_URL: string) =>
      make<ReceiveMessageEnvironment>(
        'ReceiveMessage',
        'receive-message',
        'Authenticates messages of document systems and queues them',
        { TABLE_NAME, STAGE: config.name, QUEUE_URL },
        ['get-sources', 'count-messages'],
        Duration.seconds(10),
      ),
    handleMessage: (QUEUE_URL: string) =>
      make<HandleMessageEnvironment>(
        'HandleMessage',
        'handle-message',
        'Reads what messages say, and records it or leaves it to a person',
        { TABLE_NAME, STAGE: config.name, QUEUE_URL },
        ['read', 'read-index', 'write'],
        WORKER_TIMEOUT,
      ),
    decideByLink: (portalUrl: string, LISTS_BUCKET: string) =>
      make<DecideByLinkEnvironment>(
        'DecideByLink',
        'decide-by-link',
        'The pages behind the links in mails',
        { TABLE_NAME, STAGE: config.name, LISTS_BUCKET, ...mailEnvironment(portalUrl) },
        ['read', 'write'],
      ),
    portal: (signIn: Omit<PortalEnvironment, keyof typeof pages>) =>
      make<PortalEnvironment>('PortalPages', 'portal', 'The pages that are read', { ...pages, ...signIn }, [
        'read',
        'read-index',
        'end-sessions',
      ]),
    portalForms: (more: Omit<PortalFormsEnvironment, keyof typeof pages | keyof typeof shown>) =>
      make<PortalFormsEnvironment>(
        'PortalForms',
        'portal-forms',
        'The pages with forms, for who is signed in',
        { ...pages, ...shown, ...more },
        ['read', 'read-index', 'write', 'stage-imports'],
      ),
  };
}
