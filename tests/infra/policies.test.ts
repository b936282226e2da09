import { describe, expect, test } from 'vitest';
import { grants, inlinePolicies, managedPolicies, ownerOf } from './policies.ts';
import { resources, synthesise } from './synthesised.ts';

const { chain, record } = synthesise('prod');
const granted = grants(chain);

const READ = ['dynamodb:GetItem <record>', 'dynamodb:Query <record>'];
const WRITE = [
  'dynamodb:ConditionCheckItem <record>',
  'dynamodb:PutItem <record>',
  'dynamodb:UpdateItem <record>',
];
/** Marks on rows that are there, and small rows that an update makes: mail links, counters. Nothing is put. */
const GET = ['dynamodb:GetItem <record>'];
const UPDATE = ['dynamodb:UpdateItem <record>'];
const PUT = ['dynamodb:PutItem <record>'];
const INDEX = ['dynamodb:Query <record>/index/Open'];
const FOLLOW = [
  'dynamodb:DescribeStream <stream>',
  'dynamodb:GetRecords <stream>',
  'dynamodb:GetShardIterator <stream>',
  'dynamodb:ListStreams <record>/stream/*',
];
const EXECUTIONS = 'arn:aws:states:eu-west-1:111122223333:execution:<ApprovalChain>:*';
const CHAIN = [
  'states:StartExecution <ApprovalChain>',
  'states:SendTaskSuccess <ApprovalChain>',
  `states:DescribeExecution ${EXECUTIONS}`,
];
/** Its own key, made the first time, and the secret of a client elsewhere. */
const SSM = 'arn:aws:ssm:eu-west-1:111122223333:parameter/besluitketen/prod';
const SIGN_IN = [
  `ssm:GetParameter ${SSM}/session-key`,
  `ssm:PutParameter ${SSM}/session-key`,
  `ssm:GetParameter ${SSM}/oidc-client-secret`,
];
const END_SESSIONS = 'dynamodb:PutItem <record> where dynamodb:LeadingKeys is ENDED-SESSIONS';
const STAGE_IMPORTS =
  'dynamodb:BatchWriteItem <record> where dynamodb:LeadingKeys is CALENDARS#real or CONTACTS#real';
const SES = 'arn:aws:ses:eu-west-1:111122223333:';
const MAIL = ['ses:SendEmail', 'ses:SendRawEmail'].flatMap((action) => [
  `${action} ${SES}identity/afzender@regio.example`,
  `${action} ${SES}identity/regio.example`,
  `${action} ${SES}configuration-set/<MailConfigurationSet>`,
]);
const invoke = (name: string) => [`lambda:InvokeFunction <${name}>`, `lambda:InvokeFunction <${name}>:*`];
const SECRETS = ['ssm:GetParameter arn:aws:ssm:eu-west-1:111122223333:parameter/besluitketen/prod/sources/*'];
/** Lambda takes messages out in the worker's name; the worker itself says when one comes back. */
const CONSUME = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
].map((action) => `${action} <IntakeMessages>`);
const REDRIVE = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ReceiveMessage',
  'sqs:StartMessageMoveTask',
].map((action) => `${action} <IntakeDeadLetters>`);
const LOG_DELIVERY = [
  'CreateLogDelivery',
  'GetLogDelivery',
  'UpdateLogDelivery',
  'DeleteLogDelivery',
  'ListLogDeliveries',
  'PutResourcePolicy',
  'DescribeResourcePolicies',
  'DescribeLogGroups',
].map((action) => `logs:${action} *`);

/** Everything that each function, machine and schedule may do. Who needs more says so here. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  WeighRound: [...READ, ...WRITE],
  MoveOn: [...READ, ...WRITE, ...INDEX, ...FOLLOW, ...CHAIN],
  SendMails: [...READ, ...UPDATE, ...INDEX, ...FOLLOW, ...MAIL],
  ResumeChain: [...READ, ...WRITE, ...CHAIN],
  RecordMailEvents: [...GET, ...UPDATE],
  FindWatchDays: [...GET, ...INDEX],
  WatchDay: [...READ, ...WRITE, ...INDEX, ...CHAIN, ...MAIL],
  // What it finds goes to the worker by the queue, which reads and records it: no more of the record than before.
  PollCouncils: [...READ, ...INDEX, ...PUT, ...SECRETS, 'sqs:SendMessage <IntakeMessages>'],
  // Who is asked by everybody sees no decision and changes none: it reads sources, and counts.
  ReceiveMessage: [
    'dynamodb:GetItem <record> where dynamodb:LeadingKeys is SOURCES',
    'dynamodb:UpdateItem <record> where dynamodb:LeadingKeys is COUNT#*',
    ...SECRETS,
    'sqs:SendMessage <IntakeMessages>',
  ],
  // No mail: what a message brings about beyond a decision is asked by others, from the rows.
  HandleMessage: [...READ, ...WRITE, ...INDEX, ...SECRETS, ...CONSUME],
  PortalPages: [...READ, ...INDEX, ...SIGN_IN, END_SESSIONS],
  // Behind the sign-in alone; it answers, replans, imports, tests sources, redrives, looks at executions and starts a lost
  // one again. It wakes none and sends no mail: what a re-planning withdraws and opens, the stream and the watch go on with.
  PortalForms: [
    ...READ,
    ...WRITE,
    STAGE_IMPORTS,
    ...INDEX,
    ...SIGN_IN,
    ...SECRETS,
    'sqs:SendMessage <IntakeMessages>',
    'sqs:GetQueueAttributes <IntakeMessages>',
    ...REDRIVE,
    'states:StartExecution <ApprovalChain>',
    'states:ListExecutions <ApprovalChain>',
    `states:DescribeExecution ${EXECUTIONS}`,
    `states:GetExecutionHistory ${EXECUTIONS}`,
    // Only what is kept: it belongs in a dossier.
    's3:GetObject <decision-lists>/besluitenlijsten/*',
  ],
  DecideByLink: [
    ...READ,
    ...WRITE,
    ...MAIL,
    's3:GetObject <decision-lists>/ontvangen/*',
    's3:PutObject <decision-lists>/ontvangen/*',
    's3:PutObject <decision-lists>/besluitenlijsten/*',
  ],
  ApprovalChain: [
    ...invoke('WeighRound'),
    'dynamodb:putItem <record>',
    'dynamodb:updateItem <record>',
    ...LOG_DELIVERY,
  ],
  DailyWatch: [...invoke('FindWatchDays'), ...invoke('WatchDay'), ...LOG_DELIVERY],
  Scheduler: ['states:StartExecution <DailyWatch>', ...invoke('PollCouncils')],
};

/** A star is allowed only here, each for a reason. */
const STARS: readonly [pattern: RegExp, reason: string][] = [
  [
    /^states:(DescribeExecution|GetExecutionHistory) \S+:<ApprovalChain>:\*$/,
    'executions get their names while the chain runs',
  ],
  [
    /^dynamodb:ListStreams <record>\/stream\/\*$/,
    'a stream has its date in its name; Lambda lists them by table',
  ],
  [
    /^ssm:GetParameter \S+:parameter\/besluitketen\/prod\/sources\/\*$/,
    'sources get their names on the command line; nothing else is under this prefix',
  ],
  [
    /^s3:(Get|Put)Object <decision-lists>\/(ontvangen|besluitenlijsten)\/\*$/,
    'a decision list is named by its request and its content, within these two folders',
  ],
  [
    /^dynamodb:UpdateItem <record> where dynamodb:LeadingKeys is COUNT#\*$/,
    'each source has a counter of its own, and only those partitions',
  ],
  [/^lambda:InvokeFunction <\w+>:\*$/, 'the versions of this one function, by their numbers'],
  [
    /^logs:\w+ \*$/,
    'log delivery has no resources of its own (Step Functions, "Logging using CloudWatch Logs")',
  ],
];

// Tried: fails with one action or resource more, in any construct that grants.
test.each(Object.keys(MAY))('%s may do exactly what is listed', (owner) => {
  expect(granted[owner]).toEqual([...MAY[owner]!].sort());
});

test('every function, machine and schedule is listed, and the record needs no role', () => {
  expect(
    Object.keys(granted)
      .map((owner) => owner.replace(/^SchedulerRole.*/, 'Scheduler'))
      .sort(),
  ).toEqual(Object.keys(MAY).sort());
  expect(resources(record, 'AWS::IAM::Role')).toEqual([]);
});

describe('a star', () => {
  const starred = Object.values(granted).flatMap((lines) => lines.filter((line) => line.includes('*')));

  test('stands only where no name is possible', () => {
    expect(starred.filter((line) => !STARS.some(([pattern]) => pattern.test(line)))).toEqual([]);
  });

  test.each(STARS)('%s is still needed: %s', (pattern) => {
    expect(starred.some((line) => pattern.test(line))).toBe(true);
  });

  test('is in no action', () => {
    expect(starred.filter((line) => line.split(' ')[0]!.includes('*'))).toEqual([]);
  });
});

test('beside these, functions have only what AWS gives each function to write its own log', () => {
  for (const [id, role] of resources(chain, 'AWS::IAM::Role')) {
    const isFunction = id.includes('FunctionServiceRole');
    expect([ownerOf(id), managedPolicies(role)]).toEqual([
      ownerOf(id),
      isFunction ? ['AWSLambdaBasicExecutionRole'] : [],
    ]);
    expect(inlinePolicies(role)).toEqual([]);
  }
});

test('who may call a function: its own rule, or the API of the pages', () => {
  const callers = resources(chain, 'AWS::Lambda::Permission').map(([, { Properties }]) => {
    expect(Properties.Action).toBe('lambda:InvokeFunction');
    // Without its source any rule or API of any account could call it.
    expect(Properties.SourceArn).toBeDefined();
    const [target] = (Properties.FunctionName as { 'Fn::GetAtt': [string] })['Fn::GetAtt'];
    return `${Properties.Principal} ${ownerOf(target.replace('Function', 'Role'))}`;
  });
  expect(callers.sort()).toEqual([
    'apigateway.amazonaws.com DecideByLink',
    // Once for each of its paths.
    ...Array(9).fill('apigateway.amazonaws.com PortalForms'),
    'apigateway.amazonaws.com PortalPages',
    'apigateway.amazonaws.com ReceiveMessage',
    'events.amazonaws.com RecordMailEvents',
    'events.amazonaws.com ResumeChain',
  ]);
});
