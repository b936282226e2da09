import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSesMailSender } from '../../functions/adapters/sesMailSender.ts';
import { MailRefused } from '../../functions/domain/unavailable.ts';
import type { MailSender, OutgoingMail } from '../../functions/operations/ports.ts';
import { type AwsStub, type StubAnswer, startAwsStub } from './awsStub.ts';

const MAIL: OutgoingMail = {
  to: ['college@aa.example'],
  replyTo: 'lead@regio.example',
  subject: 'Een vraag – élk jaar',
  text: 'tekst',
  html: '<p>tekst</p>',
  tags: { kind: 'asked', reason: 'abc', row: 'eA' },
};
const to = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}@regio.example`);

const taken = (id: string): StubAnswer => ({
  xml: `<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult><MessageId>${id}</MessageId></SendEmailResult></SendEmailResponse>`,
});
const refused = (code: string, status = 400): StubAnswer => ({
  status,
  xml: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>stubbed ${code}</Message></Error></ErrorResponse>`,
});

let stub: AwsStub;
let sender: MailSender;
beforeAll(async () => {
  stub = await startAwsStub();
  sender = createSesMailSender('afzender@regio.example', 'the-set', stub.settings);
});
afterAll(() => stub.close());

/** The form of a call, as names and values. */
const form = (index = 0) => new URLSearchParams(stub.calls[index]?.body);
const values = (prefix: string, index = 0) =>
  [...form(index)].filter(([name]) => name.startsWith(prefix)).map(([, value]) => value);
const failure = async (mail: OutgoingMail = MAIL, by = sender): Promise<MailRefused> => {
  const error: unknown = await by.send(mail).catch((reason: unknown) => reason);
  if (!(error instanceof MailRefused)) throw new Error(`${String(error)} is no refusal`);
  return error;
};

test('a mail goes from one address, with its reply address, its tags and the set that reports on it', async () => {
  stub.answers(taken('m1'));
  expect(await sender.send(MAIL)).toBe('m1');
  expect(Object.fromEntries(form())).toMatchObject({
    Action: 'SendEmail',
    Source: 'afzender@regio.example',
    'Destination.ToAddresses.member.1': 'college@aa.example',
    'ReplyToAddresses.member.1': 'lead@regio.example',
    'Message.Subject.Data': 'Een vraag – élk jaar',
    'Message.Subject.Charset': 'UTF-8',
    ConfigurationSetName: 'the-set',
  });
  expect(values('Tags.member')).toEqual(['kind', 'asked', 'reason', 'abc', 'row', 'eA']);
});

describe('a refusal', () => {
  // The guard is isCertainlyUnsent: its mail is free at once, and is tried again.
  test.each([
    'MessageRejected',
    'Throttling',
    'MailFromDomainNotVerified',
    'AccountSendingPausedException',
    'AccessDenied',
  ])('%s: certainly unsent, and its reason is kept', async (code) => {
    stub.answers(refused(code));
    expect(await failure()).toMatchObject({
      certainlyUnsent: true,
      message: expect.stringContaining(`stubbed ${code}`),
    });
  });
});

describe('in doubt: nobody knows whether the message left', () => {
  test.each([
    ['a failure inside SES', refused('InternalFailure', 500)],
    ['a service that is not available', refused('ServiceUnavailable', 503)],
    ['a connection that breaks', 'broken connection'],
  ] as const)('%s', async (_rule, answer) => {
    stub.answers(answer);
    expect(await failure()).toMatchObject({ certainlyUnsent: false });
  });

  test('no answer in time', async () => {
    const timeouts = { connectionTimeout: 50, requestTimeout: 50 };
    const hasty = createSesMailSender('afzender@regio.example', undefined, stub.settings, timeouts);
    stub.answers('no answer');
    expect(await failure(MAIL, hasty)).toMatchObject({ certainlyUnsent: false });
  });
});

// The guard is `maxAttempts: 1`: sending again at once would be a double.
test.each([refused('Throttling'), refused('ServiceUnavailable', 503), 'broken connection'] as const)(
  'the SDK does not send again by itself (%#)',
  async (answer) => {
    stub.answers(answer);
    await failure();
    expect(stub.calls).toHaveLength(1);
  },
);

describe('a mail to more than fifty', () => {
  test('goes in several messages, each address once', async () => {
    stub.answers(taken('m1'), taken('m2'), taken('m3'));
    expect(await sender.send({ ...MAIL, to: to(101) })).toBe('m1,m2,m3');
    const addresses = [0, 1, 2].map((index) => values('Destination.ToAddresses', index));
    expect(addresses.map(({ length }) => length)).toEqual([50, 50, 1]);
    expect(addresses.flat()).toEqual(to(101));
  });

  test('of exactly fifty is one message', async () => {
    stub.answers(taken('m1'));
    await sender.send({ ...MAIL, to: to(50) });
    expect(stub.calls).toHaveLength(1);
  });

  // The guard is `last || name !== 'row'`: the event of the first message would mark all of it as sent.
  test('leads back to its row by its last message only: it counts as sent when all of it was', async () => {
    stub.answers(taken('m1'), taken('m2'));
    await sender.send({ ...MAIL, to: to(51) });
    expect(values('Tags.member')).toEqual(['kind', 'asked', 'reason', 'abc']);
    expect(values('Tags.member', 1)).toContain('row');
  });

  test('of which a later message is refused fails as a whole, and stops there', async () => {
    stub.answers(taken('m1'), refused('Throttling'), taken('m3'));
    expect((await failure({ ...MAIL, to: to(101) })).message).toContain('Throttling');
    expect(stub.calls).toHaveLength(2);
  });
});
