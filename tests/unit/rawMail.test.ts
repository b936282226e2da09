import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSesMailSender } from '../../functions/adapters/sesMailSender.ts';
import type { MailSender, OutgoingMail } from '../../functions/operations/ports.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

const ICS = 'BEGIN:VCALENDAR\r\nSUMMARY:Vergadering élk jaar\r\nEND:VCALENDAR\r\n';
const MAIL: OutgoingMail = {
  to: ['college@aa.example'],
  replyTo: 'lead@regio.example',
  subject: 'Een vraag – élk jaar',
  text: 'tekst – met één accent',
  html: '<p>tekst</p>',
  tags: { kind: 'asked', reason: 'abc', row: 'eA', row1: 'eB' },
  attachments: [
    {
      filename: 'besluitketen.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: ICS,
    },
  ],
};

let stub: AwsStub;
let sender: MailSender;
beforeAll(async () => {
  stub = await startAwsStub();
  sender = createSesMailSender('afzender@regio.example', 'the-set', stub.settings);
});
afterAll(() => stub.close());

const taken = {
  xml: '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
};
const form = (index = 0) => new URLSearchParams(stub.calls[index]?.body);
const values = (prefix: string, index = 0) =>
  [...form(index)].filter(([name]) => name.startsWith(prefix)).map(([, value]) => value);

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly parts: readonly Part[];
}

/** A MIME message (RFC 2045, 2046) as far as these tests need it. */
function readMime(text: string): Part {
  const end = text.indexOf('\r\n\r\n');
  const headers = new Map(
    text
      .slice(0, end)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.split(':')[0]!.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = text.slice(end + 4);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  const pieces = boundary === undefined ? [] : body.split(`--${boundary}`).slice(1, -1);
  return { headers, body, parts: pieces.map((piece) => readMime(piece.replace(/^\r\n|\r\n$/g, ''))) };
}

const message = (index = 0) =>
  readMime(Buffer.from(form(index).get('RawMessage.Data') ?? '', 'base64').toString('utf8'));
const leaves = (part: Part): Part[] => (part.parts.length > 0 ? part.parts.flatMap(leaves) : [part]);

function contentOf({ headers, body }: Part): string {
  if (headers.get('content-transfer-encoding') === 'base64')
    return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return headers.get('content-transfer-encoding') === 'quoted-printable'
    ? Buffer.from(bytes, 'latin1').toString('utf8')
    : body;
}

test('a mail with an attachment is raw, with all that a simple one has', async () => {
  stub.answers(taken);
  expect(await sender.send(MAIL)).toBe('m1');
  expect(Object.fromEntries(form())).toMatchObject({
    Action: 'SendRawEmail',
    Source: 'afzender@regio.example',
    'Destinations.member.1': 'college@aa.example',
    ConfigurationSetName: 'the-set',
  });
  expect(values('Tags.member')).toEqual(['kind', 'asked', 'reason', 'abc', 'row', 'eA', 'row1', 'eB']);
  const { headers } = message();
  expect(headers.get('from')).toBe('afzender@regio.example');
  expect(headers.get('to')).toBe('college@aa.example');
  expect(headers.get('reply-to')).toBe('lead@regio.example');
  expect(headers.get('subject')).toMatch(/^=\?UTF-8\?/);
});

test('its text, its page and its file arrive as they were', async () => {
  stub.answers(taken);
  await sender.send(MAIL);
  const [text, html, file] = leaves(message());
  expect(contentOf(text!).trim()).toBe(MAIL.text);
  expect(contentOf(html!).trim()).toBe(MAIL.html);
  expect(file!.headers.get('content-type')).toContain('text/calendar; charset=utf-8; method=PUBLISH');
  expect(file!.headers.get('content-disposition')).toBe('attachment; filename=besluitketen.ics');
  expect(contentOf(file!)).toBe(ICS);
});

test('to more than fifty it goes in several; only the last leads back to its rows', async () => {
  stub.answers(taken);
  const to = Array.from({ length: 51 }, (_, index) => `p${index + 1}@regio.example`);
  await sender.send({ ...MAIL, to });
  expect(values('Destinations', 0).length).toBe(50);
  expect(values('Destinations', 1)).toEqual(['p51@regio.example']);
  expect(values('Tags.member')).toEqual(['kind', 'asked', 'reason', 'abc']);
  expect(values('Tags.member', 1)).toContain('eB');
  expect(message(1).headers.get('to')).toBe('p51@regio.example');
});

// The guard is the library's encoding of header values.
test('no text adds a header', async () => {
  stub.answers(taken);
  await sender.send({ ...MAIL, subject: 'Een\r\nBcc: x@y.example', replyTo: 'lead@regio.example' });
  expect(message().headers.has('bcc')).toBe(false);
});
