import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SEND_TIMEOUTS } from '../../functions/adapters/sesMailSender.ts';

import { MOST_RECEIVES } from '../../functions/domain/intake/backoff.ts';
import { CLAIM_SECONDS } from '../../functions/operations/intake/handleMessage.ts';
import { WORKING_MS } from '../../functions/operations/intake/lookInTurn.ts';

import { LEASE_SECONDS } from '../../functions/operations/mailLease.ts';
import { handlerNames } from '../../infra/bundleFunctions.ts';
import { type Resource, resources, synthesise } from './synthesised.ts';

const { chain, record } = synthesise('prod');
const FUNCTIONS = join(import.meta.dirname, '..', '..', 'functions');

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statements(): [policy: string, statement: Statement][] {
  const documents = [record, chain].flatMap((template) =>
    Object.entries(template.toJSON().Resources as Record<string, Resource>).flatMap(
      ([id, { Type, Properties }]) => {
        // A user pool has policies too: of passwords.
        const policies = Type === 'AWS::IAM::Role' ? Properties?.Policies : undefined;
        const inline = (policies ?? []) as { PolicyDocument: unknown }[];
        const found = [Properties?.PolicyDocument, ...inline.map(({ PolicyDocument }) => PolicyDocument)];
        return found.flatMap((document) => (document ? [[id, document] as const] : []));
      },
    ),
  );
  return documents.flatMap(([id, document]) =>
    (document as { Statement: Statement[] }).Statement.map((statement): [string, Statement] => [
      id,
      statement,
    ]),
  );
}

const actionsOf = ({ Action }: Statement) => [Action].flat();

const WITHIN_IMPORTS = JSON.stringify({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CALENDARS#real', 'CONTACTS#real'] },
});

describe('what functions and machines may do', () => {
  test('there are policies to look at', () => {
    expect(statements().length).toBeGreaterThan(10);
  });

  // Nothing is deleted and nothing is scanned: the guard is TABLE_ACTIONS in recordAccess.ts. What no import can name any
  // more is not of the record: it is taken away, and holds addresses of people. Only there, says policies.test.ts.
  test('nobody may scan the record, delete from it, or do everything', () => {
    // A queue's own policy denies everything that comes without TLS.
    const allowed = statements()
      .filter(([, { Effect }]) => Effect === 'Allow')
      .filter(([, { Condition }]) => JSON.stringify(Condition) !== WITHIN_IMPORTS)
      .flatMap(([id, statement]) => actionsOf(statement).map((action) => [id, action]));
    const forbidden = /^(\*|dynamodb:\*|dynamodb:(Scan|DeleteItem|DeleteTable|BatchWriteItem|PartiQL.*))$/i;
    expect(allowed.filter(([, action]) => forbidden.test(action!))).toEqual([]);
    expect(allowed.filter(([, action]) => /\*/.test(action!))).toEqual([]);
  });

  test('all of a resource kind is named only where a service has no finer name', () => {
    const wide = statements().filter(([, { Resource: resource }]) => [resource].flat().includes('*'));
    expect(
      wide.flatMap(([, statement]) => actionsOf(statement)).filter((action) => !action.startsWith('logs:')),
    ).toEqual([]);
  });

  // Who is told of a trajectory looks up its open rounds; nobody else needs to.
  test('only the watch and its finder, the pages, the worker, the poller and the followers of the stream read the index', () => {
    const readers = statements().filter(([, { Resource: resource }]) =>
      JSON.stringify(resource).includes('/index/'),
    );
    expect(readers.map(([id]) => id.replace(/Function.*/, '')).sort()).toEqual([
      'FindWatchDays',
      'HandleMessage',
      'MoveOn',
      'PollCouncils',
      'PortalForms',
      'PortalPages',
      'SendMails',
      'WatchDay',
    ]);
  });

  // Which partition that is, and that it is one, is in policies.test.ts.
  test('the pages and the finder of days cannot write, but for the pages in the partition of ended sessions', () => {
    const readers = statements().filter(
      ([id, { Condition }]) => /^(PortalPages|FindWatchDays)Function/.test(id) && Condition === undefined,
    );
    const actions = readers
      .flatMap(([, statement]) => actionsOf(statement))
      .filter((action) => action.startsWith('dynamodb:'));
    expect(new Set(actions)).toEqual(new Set(['dynamodb:GetItem', 'dynamodb:Query']));
  });
});

describe('every function', () => {
  const functions = resources(chain, 'AWS::Lambda::Function');

  test('is one of functions/handlers, and each of those is deployed', () => {
    expect(functions).toHaveLength(handlerNames().length);
  });

  test.each(functions)(
    '%s: arm64, Node 24, a log group of its own that is kept for a year',
    (_id, { Properties }) => {
      expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
      const group = (Properties.LoggingConfig as { LogGroup: { Ref: string } }).LogGroup.Ref;
      const groups = new Map(resources(chain, 'AWS::Logs::LogGroup'));
      expect(groups.get(group)?.Properties.RetentionInDays).toBe(365);
      const shared = functions.filter(([, other]) =>
        JSON.stringify(other.Properties.LoggingConfig).includes(group),
      );
      expect(shared).toHaveLength(1);
    },
  );

  // Otherwise a send that hangs could end after another function has claimed its mail.
  test('that sends mails ends before its claim does, and a call of SES before the function', () => {
    const sends = functions.filter(([, { Properties }]) =>
      JSON.stringify(Properties.Environment).includes('SENDER_ADDRESS'),
    );
    expect(sends).toHaveLength(3);
    const { connectionTimeout, requestTimeout } = SEND_TIMEOUTS;
    for (const [, { Properties }] of sends) {
      expect(Properties.Timeout).toBeLessThan(LEASE_SECONDS);
      expect((connectionTimeout + requestTimeout) / 1000).toBeLessThan(Number(Properties.Timeout) / 2);
    }
  });

  test('no log group is kept for ever', () => {
    for (const [id, { Properties }] of resources(chain, 'AWS::Logs::LogGroup')) {
      expect([id, Properties.RetentionInDays]).toEqual([id, 365]);
    }
  });

  test('no setting holds a secret: only names, addresses and the stage', () => {
    const settings = functions.flatMap(([, { Properties }]) =>
      Object.keys((Properties.Environment as { Variables: object }).Variables),
    );
    expect(new Set(settings)).toEqual(
      new Set([
        'TABLE_NAME',
        'CHAIN_ARN',
        'SENDER_ADDRESS',
        'CONFIGURATION_SET',
        'STAGE',
        'PORTAL_URL',
        'QUEUE_URL',
        'DEAD_LETTER_QUEUE_URL',
        'LISTS_BUCKET',
        'OIDC_ISSUER',
        'OIDC_CLIENT_ID',
        'ANONYMOUS_MAY_READ',
        'LOG_RETENTION_DAYS',
        'MAILS_FROM',
        'VERSION',
      ]),
    );
  });
});

describe('the followers of the stream', () => {
  const mappings = resources(chain, 'AWS::Lambda::EventSourceMapping').filter(([id]) =>
    id.includes('RecordStream'),
  );

  // More than two readers of a shard throttle each other (DynamoDB Streams quotas).
  test('are at most two', () => {
    const streams = mappings.map(([, { Properties }]) => JSON.stringify(Properties.EventSourceArn));
    for (const stream of streams)
      expect(streams.filter((each) => each === stream).length).toBeLessThanOrEqual(2);
  });

  test.each(mappings)(
    '%s loses no record, tries a bounded number of times, and halves a failing batch',
    (_id, { Properties }) => {
      expect(Properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
      expect(Properties.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(Properties.MaximumRetryAttempts).toBeLessThanOrEqual(20);
      expect(Properties.MaximumRecordAgeInSeconds).toBeGreaterThan(0);
      expect(Properties.MaximumRecordAgeInSeconds).toBeLessThan(24 * 3600);
    },
  );

  /**
   * What each kind of write must make happen at once. A kind that is written and is not here, or is here and
   * not written any more, fails; so does one that a filter leaves out or takes in for nothing.
   */
  const WRITES: Readonly<Record<string, readonly ('MoveOn' | 'SendMails')[]>> = {
    started: ['MoveOn'], // a trajectory: its first milestones open
    opened: ['MoveOn'], // a round: its execution starts
    resumed: ['MoveOn'], // a raised epoch: its execution starts
    completed: ['MoveOn'], // a milestone: what waited opens
    'stage-passed': ['MoveOn'], // its milestone is completed
    decided: ['MoveOn', 'SendMails'],
    concluded: ['MoveOn', 'SendMails'],
    'handed-over': ['MoveOn', 'SendMails'],
    asked: ['SendMails'],
    deferred: ['SendMails'],
    revised: ['MoveOn', 'SendMails'], // the divided round is settled
    withdrawn: ['MoveOn', 'SendMails'], // its waits are woken, and it is told
    corrected: ['SendMails'],
    'mails-resumed': ['SendMails'], // a trajectory: what was held back leaves
    replanned: ['MoveOn', 'SendMails'], // another plan: what it drops is withdrawn, what it lets begin opens, it is told
    'milestone-withdrawn': [], // what waited for it is not in the plan either
    told: [],
    'mails-paused': [],
    published: [], // anybody may read the public timeline: a page, nobody is told
    unpublished: [],
    'answer-corrected': [], // the round's row beside a corrected request
    closed: [], // a request of a withdrawn round: the round's own row moves it on
    staged: [], // the past that is joined: nothing happens before the trajectory itself is there
    attached: [], // a decision list beside an answer that was told already
    woken: [],
    watched: [],
    finished: [],
    settled: [],
    'item-proposed': ['SendMails'], // what came in and is plausible: its secretary is asked
    'item-unknown': [], // for triage
    'item-put': [], // what it is said to be before it is written
    'item-changed': [],
    'report-bound': [],
    'report-noted': [],
    'mail-claimed': [],
    'mail-marked': [],
    'statement-made': ['SendMails'], // of a quarter: the lead is asked to approve it
    'statement-approved': ['SendMails'], // the colleges get it
    'memo-made': [], // of a round: looked at before anybody gets it
    'memo-approved': ['SendMails'], // the clerks of the councils get it
    'poll-failing': [], // the item of a council system that cannot be read: another sentence
    'poll-works': [], // … and closed, for it can
    'address-marked': ['MoveOn'], // mails do not reach somebody: the flag
    'address-released': ['MoveOn', 'SendMails'], // the flag goes, and what was owed leaves
  };

  function filterOf(follower: string): string[] {
    const [, mapping] = mappings.find(([id]) => id.startsWith(follower))!;
    const filters = (mapping.Properties.FilterCriteria as { Filters: { Pattern: string }[] }).Filters;
    expect(filters).toHaveLength(1);
    return JSON.parse(filters[0]!.Pattern).dynamodb.NewImage.lastWrite.S;
  }

  test.each(['MoveOn', 'SendMails'] as const)(
    '%s is called for exactly the writes that concern it',
    (follower) => {
      const concerns = Object.keys(WRITES).filter((kind) => WRITES[kind]!.includes(follower));
      expect([...filterOf(follower)].sort()).toEqual(concerns.sort());
    },
  );

  test('every kind of write in the sources is known here, and no other', () => {
    expect([...writtenKinds()].sort()).toEqual(Object.keys(WRITES).sort());
  });
});

/** The values of `lastWrite` that the sources write: as an attribute of a row, or in an update expression. */
function writtenKinds(): Set<string> {
  const kinds = new Set<string>();
  const sources = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  for (const name of sources) {
    const source = readFileSync(join(FUNCTIONS, name), 'utf8');
    for (const [, kind] of source.matchAll(/\blastWrite: '([a-z-]+)'/g)) kinds.add(kind!);
    for (const [, placeholder] of source.matchAll(/\blastWrite = :(\w+)/g)) {
      // A condition on the last write, not a write.
      if (placeholder === 'seen') continue;
      const value = source.match(new RegExp(`':${placeholder}': '([a-z-]+)'`));
      expect(value, `${name}: what :${placeholder} stands for`).not.toBeNull();
      kinds.add(value![1]!);
    }
  }
  return kinds;
}

describe('the queue of messages', () => {
  const queues = resources(chain, 'AWS::SQS::Queue');
  const [, queue] = queues.find(([, { Properties }]) => Properties.RedrivePolicy)!;
  const [, worker] = resources(chain, 'AWS::Lambda::Function').find(([id]) =>
    id.startsWith('HandleMessage'),
  )!;
  const visibility = Number(queue.Properties.VisibilityTimeout);
  const timeout = Number(worker.Properties.Timeout);

  test('keeps what it has for two weeks, encrypted, and gives up only what failed for about a day', () => {
    expect(queues).toHaveLength(2);
    for (const [, { Properties }] of queues)
      expect(Properties).toMatchObject({
        MessageRetentionPeriod: 14 * 24 * 3600,
        SqsManagedSseEnabled: true,
      });
    expect(queue.Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: MOST_RECEIVES });
  });

  // Lambda Developer Guide, "Creating and configuring an Amazon SQS event source mapping": six times.
  test('hides a message for six times as long as its worker may run', () => {
    expect(visibility).toBeGreaterThanOrEqual(6 * timeout);
  });

  // Otherwise a message that comes back would find the claim of a worker that is gone, or still be worked on.
  test('a claim outlives its worker, and is over before the message of a worker that died comes back', () => {
    expect(CLAIM_SECONDS).toBeGreaterThan(timeout);
    expect(CLAIM_SECONDS).toBeLessThan(visibility);
  });

  test('one message that fails takes no other along, and a flood leaves room for the rest', () => {
    const [, mapping] = resources(chain, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
      id.startsWith('HandleMessage'),
    )!;
    expect(mapping.Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BatchSize: 10,
      ScalingConfig: { MaximumConcurrency: 5 },
    });
  });
});

describe('the approval chain', () => {
  const machines = new Map(resources(chain, 'AWS::StepFunctions::StateMachine'));
  const [, approval] = [...machines].find(([id]) => id.startsWith('ApprovalChain'))!;

  // Invariant 4: execution data holds task tokens.
  test('logs its errors, without execution data', () => {
    expect(approval.Properties.LoggingConfiguration).toMatchObject({
      IncludeExecutionData: false,
      Level: 'ERROR',
    });
  });

  test('whose executions fail, time out or are stopped is resumed by a rule, on that machine only', () => {
    const rules = resources(chain, 'AWS::Events::Rule').filter(([id]) => id.startsWith('ChainEndedEarly'));
    expect(rules).toHaveLength(1);
    const { EventPattern, Targets, State } = rules[0]![1].Properties;
    expect(EventPattern).toEqual({
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: {
        stateMachineArn: [{ Ref: [...machines].find(([, machine]) => machine === approval)![0] }],
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
      },
    });
    expect(State).toBe('ENABLED');
    expect(JSON.stringify(Targets)).toContain('ResumeChainFunction');
  });
});

describe('a schedule', () => {
  const schedules = resources(chain, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties);
  const scheduleOf = (target: string) =>
    schedules.filter(({ Target }) => JSON.stringify(Target).includes(target));

  test('starts the daily watch every morning at half past seven in the Netherlands, summer time included', () => {
    expect(scheduleOf('DailyWatch')).toMatchObject([
      {
        ScheduleExpression: 'cron(30 7 * * ? *)',
        ScheduleExpressionTimezone: 'Europe/Amsterdam',
        State: 'ENABLED',
        FlexibleTimeWindow: { Mode: 'OFF' },
      },
    ]);
  });

  test('asks the council systems every hour from Monday to Friday in the Netherlands', () => {
    expect(scheduleOf('PollCouncils')).toMatchObject([
      {
        ScheduleExpression: 'cron(5 * ? * MON-FRI *)',
        ScheduleExpressionTimezone: 'Europe/Amsterdam',
        State: 'ENABLED',
      },
    ]);
  });

  test('does nothing else', () => {
    expect(schedules).toHaveLength(2);
  });
});

test('who asks council systems ends before somebody else may take over', () => {
  const [poller] = resources(chain, 'AWS::Lambda::Function').filter(([id]) => id.startsWith('PollCouncils'));
  expect(Number(poller![1].Properties.Timeout) * 1000).toBeLessThan(WORKING_MS);
});

test('a mail that SES reports as sent is marked, and an address that bounced or complained', () => {
  const [destination] = resources(chain, 'AWS::SES::ConfigurationSetEventDestination');
  expect(destination![1].Properties.EventDestination).toMatchObject({
    MatchingEventTypes: expect.arrayContaining(['send', 'bounce', 'complaint']),
  });
  const rules = resources(chain, 'AWS::Events::Rule').filter(([id]) => id.startsWith('MailSent'));
  expect(rules[0]![1].Properties.EventPattern).toEqual({
    source: ['aws.ses'],
    'detail-type': ['Email Sent', 'Email Bounced', 'Email Complaint Received'],
  });
  expect(JSON.stringify(rules[0]![1].Properties.Targets)).toContain('RecordMailEventsFunction');
});

test('mail leaves from one address only', () => {
  const senders = statements().filter(([, statement]) =>
    actionsOf(statement).some((action) => action.startsWith('ses:')),
  );
  expect(senders.map(([id]) => id.replace(/Function.*/, '')).sort()).toEqual([
    'DecideByLink',
    'SendMails',
    'WatchDay',
  ]);
  for (const [, { Resource: resource }] of senders) {
    expect(JSON.stringify(resource)).toContain('identity/afzender@regio.example');
    expect(resource).not.toBe('*');
  }
});

test('no CORS on the API: OPTIONS reaches the functions', () => {
  for (const [, { Properties }] of resources(chain, 'AWS::ApiGatewayV2::Api')) {
    expect(Properties).not.toHaveProperty('CorsConfiguration');
  }
});
