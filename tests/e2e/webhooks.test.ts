import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { Webhook } from 'standardwebhooks';
import { beforeAll, describe, expect, test } from 'vitest';
import { SOURCES } from '../../functions/adapters/record/keys.ts';
import { createMessageStore } from '../../functions/adapters/record/messages.ts';
import { queuedMessageSchema } from '../../functions/domain/intake/queuedMessage.ts';
import { departures } from '../describedAnswer.ts';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { endpoint, portalUrl, settings, table } from './deployed.ts';
import { fileWith } from './trajectories.ts';
import { until } from './until.ts';

const RUN = randomBytes(3).toString('hex');
const SECRETS = {
  zgw: `Bearer zgw-${RUN}-0123456789`,
  cloudevents: `token-${RUN}-0123456789`,
  standard: 'whsec_aGVsZG91dC1zZWNyZXQtaGVsZG91dC1zZWNyZXQtMDE=',
} as const;
type Kind = keyof typeof SECRETS;
const nameOf = (kind: string) => `${kind}-${RUN}`;
const messages = createMessageStore(table);

async function cli(...args: string[]) {
  const { exitCode, stdout, stderr } = await besluitketenHere([...args, '--json']);
  return { exitCode, stderr, told: stdout === '' ? undefined : JSON.parse(stdout) };
}
const add = (name: string, kind: string, secret: string, ...more: string[]) =>
  cli('sources', 'add', name, '--kind', kind, '--municipality', 'GM0072', '--secret', secret, ...more);

const NOTIFICATION = {
  kanaal: 'besluiten',
  hoofdObject: 'https://zaken.harlingen.example/besluiten/api/v1/besluiten/1',
  resource: 'besluit',
  resourceUrl: 'https://zaken.harlingen.example/besluiten/api/v1/besluiten/1',
  actie: 'create',
  aanmaakdatum: '2026-02-03T10:00:00Z',
  kenmerken: { 'besluittype.catalogus': 'https://x.example/1', verantwoordelijkeOrganisatie: '517439943' },
};
const notification = (changes: object = {}) => JSON.stringify({ ...NOTIFICATION, ...changes });
const event = (id: string) =>
  JSON.stringify({
    id,
    source: 'urn:nld:oin:1',
    specversion: '1.0',
    type: 'nl.overheid.besluiten.besluit.create',
  });
const JSON_TYPE = { 'content-type': 'application/json' };
const zgw = { ...JSON_TYPE, authorization: SECRETS.zgw };
const events = {
  'content-type': 'application/cloudevents+json',
  authorization: `Bearer ${SECRETS.cloudevents}`,
};
const signed = (body: string, id: string, at = new Date()) => ({
  ...JSON_TYPE,
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': new Webhook(SECRETS.standard).sign(id, at, body),
});

interface Given {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}
async function send(kind: string, name: string, { method = 'POST', headers = {}, body }: Given) {
  const address = `${portalUrl}/webhooks/${kind}/${name}`;
  const answer = await fetch(address, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  });
  const told = await answer.text();
  const contentType = answer.headers.get('content-type') ?? undefined;
  // Every answer of this file is held against docs/openapi.json.
  expect(
    departures(method, `/webhooks/${kind}/{source}`, { status: answer.status, contentType, body: told }),
  ).toEqual([]);
  return { status: answer.status, headers: answer.headers, told };
}
const statusOf = async (kind: Kind, given: Given) => (await send(kind, nameOf(kind), given)).status;

beforeAll(async () => {
  for (const kind of ['zgw', 'cloudevents', 'standard'] as const) {
    const added = await add(nameOf(kind), kind, SECRETS[kind], '--origin', 'https://zaken.harlingen.example');
    expect(added).toMatchObject({ exitCode: 0, stderr: '', told: { changed: true } });
    // What they send is kept and not worked on, so that it can be looked at.
    expect(await cli('sources', 'pause', nameOf(kind))).toMatchObject({ exitCode: 0 });
  }
});

/** What the worker was given of a source: what the receiver had put into the queue. */
const queued = async (kind: Kind) =>
  (await messages.heldMessages(nameOf(kind))).map(({ held }) =>
    queuedMessageSchema.parse(JSON.parse(held ?? '')),
  );

describe('a message goes through the queue as it was sent', () => {
  test('a notification, with its spaces, its number and what JSON cannot hold in a queue', async () => {
    const body = `${notification().slice(0, -1)}, "getal": 12345678901234567890, "teken": "\uFFFF é" }`;
    expect(await statusOf('zgw', { headers: zgw, body })).toBe(204);
    const [message] = await until('it is kept', async () => {
      const found = await queued('zgw');
      return found.length > 0 && found;
    });
    expect(message).toMatchObject({ source: nameOf('zgw'), speaks: 'zgw', content: body });
  });

  test('an event in both modes, and a webhook; the same again is the same row', async () => {
    const binary = {
      ...JSON_TYPE,
      authorization: events.authorization,
      'ce-id': 'e1',
      'ce-source': 'urn:nld:oin:1',
      'ce-specversion': '1.0',
      'ce-type': 'nl.overheid.besluiten.besluit.create',
    };
    expect(await statusOf('cloudevents', { headers: events, body: event('e1') })).toBe(204);
    expect(await statusOf('cloudevents', { headers: binary, body: '{"a":1}' })).toBe(204);
    expect(await statusOf('cloudevents', { headers: events, body: event('e2') })).toBe(204);
    const body = JSON.stringify({ type: 'besluit.genomen', data: {} });
    for (const id of ['m1', 'm1'])
      expect(await statusOf('standard', { headers: signed(body, id), body })).toBe(204);
    await until('both events are kept', async () => (await queued('cloudevents')).length === 2);
    await until('the webhook is kept', async () => (await queued('standard')).length === 1);
  });

  test('64 KiB of it, and not a byte more', async () => {
    const filled = (size: number) => {
      const rest = size - Buffer.byteLength(notification({ vulling: '' }));
      return notification({ vulling: 'x'.repeat(rest) });
    };
    expect(await statusOf('zgw', { headers: zgw, body: filled(65_536) })).toBe(204);
    expect(await statusOf('zgw', { headers: zgw, body: filled(65_537) })).toBe(413);
    await until('the large one is kept', async () =>
      (await queued('zgw')).some(({ content }) => Buffer.byteLength(content) === 65_536),
    );
  });
});

describe('what is not taken is told so', () => {
  const body = notification();
  const noUtf8 = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}')]);

  test.each([
    ['zgw', 'without authorization', { headers: JSON_TYPE, body }, 401],
    ['zgw', 'with another', { headers: { ...zgw, authorization: 'Bearer anders' }, body }, 403],
    ['zgw', 'that is no JSON', { headers: zgw, body: '{' }, 400],
    ['zgw', 'that is no UTF-8', { headers: zgw, body: noUtf8 }, 400],
    ['zgw', 'nested twenty-one levels', { headers: zgw, body: `${'['.repeat(21)}${']'.repeat(21)}` }, 400],
    ['zgw', 'without a field', { headers: zgw, body: notification({ actie: undefined }) }, 400],
    [
      'zgw',
      'with an RSIN that fails the eleven-test',
      { headers: zgw, body: notification({ kenmerken: { verantwoordelijkeOrganisatie: '517439944' } }) },
      400,
    ],
    ['zgw', 'in another content type', { headers: { ...zgw, 'content-type': 'text/xml' }, body }, 415],
    ['zgw', 'by another method', { method: 'PUT', headers: zgw, body }, 405],
    ['zgw', 'by GET', { method: 'GET' }, 405],
    [
      'cloudevents',
      'without a token',
      { headers: { 'content-type': events['content-type'] }, body: event('x') },
      401,
    ],
    ['cloudevents', 'without an id', { headers: events, body: event('') }, 400],
    ['cloudevents', 'that is no UTF-8', { headers: events, body: noUtf8 }, 400],
    [
      'cloudevents',
      'in a batch',
      { headers: { ...events, 'content-type': 'application/cloudevents-batch+json' }, body: '[]' },
      415,
    ],
    ['standard', 'without a signature', { headers: JSON_TYPE, body: '{}' }, 401],
    [
      'standard',
      'ten minutes old',
      { headers: signed('{}', 'm9', new Date(Date.now() - 600_000)), body: '{}' },
      403,
    ],
    [
      'standard',
      'ten minutes ahead',
      { headers: signed('{}', 'm9', new Date(Date.now() + 600_000)), body: '{}' },
      403,
    ],
    ['standard', 'changed on its way', { headers: signed('{}', 'm9'), body: '{ }' }, 403],
    ['standard', 'that is no object', { headers: signed('[]', 'm9'), body: '[]' }, 400],
  ] as const)('%s: a message %s', async (kind, _what, given, status) => {
    expect(await statusOf(kind, given)).toBe(status);
  });

  test.each([
    ['no source of this name', 'zgw', 'niemand'],
    ['a source of another kind', 'zgw', nameOf('standard')],
    ['a name that can be none', 'zgw', 'x'.repeat(3000)],
  ])('%s is no address', async (_what, kind, name) => {
    expect((await send(kind, name, { headers: zgw, body })).status).toBe(404);
  });

  test('a refusal is problem+json in Dutch, without our insides, and says what is expected', async () => {
    const { headers, told } = await send('zgw', nameOf('zgw'), { headers: JSON_TYPE, body });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(JSON.parse(told)).toMatchObject({
      type: expect.stringMatching(/unauthenticated$/),
      status: 401,
      title: 'Niet aangemeld',
    });
    expect(told).not.toMatch(/zod|lambda|dynamo|stack|node_modules/i);
  });
});

describe('a sender that asks first', () => {
  test('gets a probe answered in both kinds, with the header in any spelling, and nothing is queued', async () => {
    const probe = notification({ kanaal: 'test', aanmaakdatum: '2019-01-01T12:00:00Z', kenmerken: {} });
    const before = (await queued('zgw')).length;
    expect(await rawPost(nameOf('zgw'), 'zgw', { AUTHORIZATION: SECRETS.zgw }, probe)).toBe(204);
    expect(
      await rawPost(nameOf('cloudevents'), 'cloudevents', { AUTHORIZATION: events.authorization }, probe),
    ).toBe(204);
    expect((await queued('zgw')).length).toBe(before);
  });

  test('by OPTIONS is told that it may, and how often', async () => {
    const headers = { 'webhook-request-origin': 'notificaties.harlingen.example' };
    const answer = await send('cloudevents', nameOf('cloudevents'), { method: 'OPTIONS', headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('webhook-allowed-origin')).toBe('notificaties.harlingen.example');
    expect(answer.headers.get('webhook-allowed-rate')).toBe('3000');
    expect(answer.headers.get('allow')).toBe('POST');
    const nowhere = await send('cloudevents', 'niemand', { method: 'OPTIONS', headers });
    expect(nowhere.status).toBe(404);
  });
});

/** As a sender spells its headers: `fetch` writes all of them in lower case. */
function rawPost(name: string, kind: Kind, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${portalUrl}/webhooks/${kind}/${name}`,
      { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } },
      (answer) => void text(answer).then(() => resolve(answer.statusCode ?? 0)),
    );
    sending.once('error', reject).end(body);
  });
}

describe('a secret', () => {
  test('is rotated without a message being refused, whichever of the two the sender has', async () => {
    const name = `rotate-${RUN}`;
    const oud = 'Bearer oud-0123456789';
    const nieuw = 'Bearer nieuw-0123456789';
    await add(name, 'zgw', oud);
    const sendWith = async (authorization: string, id: string) =>
      (await send('zgw', name, { headers: { ...JSON_TYPE, authorization }, body: notification({ id }) }))
        .status;
    expect(await sendWith(oud, 'a')).toBe(204);
    expect(await sendWith(nieuw, 'b')).toBe(403);
    expect(await cli('sources', 'rotate', name, '--secret', nieuw)).toMatchObject({
      exitCode: 0,
      told: { changed: true },
    });
    // Not before two seconds after the last misfit is the store of secrets asked again.
    await until('the new one is taken', async () => (await sendWith(nieuw, 'c')) === 204, 10_000);
    expect(await sendWith(oud, 'd')).toBe(204);
    expect(
      await cli('sources', 'rotate', name, '--secret', 'Bearer gelekt-0123456789', '--overlap-hours', '0'),
    ).toMatchObject({
      exitCode: 0,
    });
  });

  test('comes from standard input, is kept as a SecureString, and shows nowhere', async () => {
    const name = `stdin-${RUN}`;
    const secret = `Bearer stil-${RUN}-0123456789`;
    const args = ['sources', 'add', name, '--kind', 'zgw', '--municipality', 'GM0072', '--secret', '-'];
    const client = ['--client-id', 'besluitketen', '--client-secret', '-'];
    const added = await besluitketen([...args, ...client], endpoint, `${secret}\nsleutel-${RUN}\n`);
    expect(added).toMatchObject({ exitCode: 0, stderr: '' });
    expect(added.stdout).toContain(`${portalUrl}/webhooks/zgw/${name}`);
    const parameter = { Name: `/besluitketen/local/sources/${name}`, WithDecryption: true };
    const { Parameter } = await new SSMClient(settings).send(new GetParameterCommand(parameter));
    expect(Parameter?.Type).toBe('SecureString');
    expect(JSON.parse(Parameter?.Value ?? '')).toEqual({
      accepted: [{ value: secret }],
      client: { id: 'besluitketen', secret: `sleutel-${RUN}` },
    });
    const seen = [
      added.stdout,
      (await besluitketenHere(['sources', 'show', name])).stdout,
      JSON.stringify((await cli('sources', 'list')).told),
      JSON.stringify((await cli('sources', 'show', name)).told),
      JSON.stringify(await table.query(SOURCES)),
    ].join('\n');
    expect(seen).toContain(name);
    expect(seen).not.toMatch(new RegExp(`stil-${RUN}|sleutel-${RUN}`));
  });
});

describe('sources on the command line', () => {
  test('the same again changes nothing; otherwise the name is taken', async () => {
    const origin = ['--origin', 'https://zaken.harlingen.example'];
    expect((await add(nameOf('standard'), 'standard', SECRETS.standard, ...origin)).told).toMatchObject({
      changed: false,
    });
    const { exitCode, stderr } = await add(nameOf('standard'), 'standard', SECRETS.standard);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^SOURCE_EXISTS: .+\n$/);
  });

  test.each([
    ['zgw', 204],
    ['cloudevents', 204],
    ['standard', 400],
  ] as const)('%s: its address is tested, and answers %i', async (kind, status) => {
    expect(await cli('sources', 'test', nameOf(kind))).toMatchObject({ exitCode: 0, told: { status } });
  });

  test('a map file of which much is wrong is refused with every line, and nothing is added', async () => {
    const file = fileWith(`map-${RUN}.yaml`, 'decisions:\n  - {outcome: misschien}\nwoorden: []\n');
    const { exitCode, stderr, told } = await add(`map-${RUN}`, 'zgw', 'x', '--map', file);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^SOURCE_INVALID: .*3 fouten.*Er is niets overgenomen\.\n$/);
    expect(told.mistakes.map(({ line }: { line: number }) => line)).toEqual([2, 2, 3]);
    expect(await cli('sources', 'show', `map-${RUN}`)).toMatchObject({ exitCode: 1 });
  });

  test.each([
    ['a source that is not there', ['show', 'niemand'], 'UNKNOWN_SOURCE'],
    ['pausing it', ['pause', 'niemand'], 'UNKNOWN_SOURCE'],
    ['testing it', ['test', 'niemand'], 'UNKNOWN_SOURCE'],
    ['removing it', ['remove', 'niemand'], 'UNKNOWN_SOURCE'],
    [
      'an unknown kind',
      ['add', 'x', '--kind', 'soap', '--municipality', 'GM0072', '--secret', 'x'],
      'SOURCE_INVALID',
    ],
    ['no secret', ['add', 'x', '--kind', 'zgw', '--municipality', 'GM0072'], 'SOURCE_INVALID'],
    [
      'a secret of another kind',
      ['add', 'x', '--kind', 'standard', '--municipality', 'GM0072', '--secret', 'geheim'],
      'SOURCE_INVALID',
    ],
    [
      'an origin with a path',
      [
        'add',
        'x',
        '--kind',
        'zgw',
        '--municipality',
        'GM0072',
        '--secret',
        'x',
        '--origin',
        'https://x.example/a',
      ],
      'SOURCE_INVALID',
    ],
    [
      'half of a client',
      ['add', 'x', '--kind', 'zgw', '--municipality', 'GM0072', '--secret', 'x', '--client-id', 'x'],
      'SOURCE_INVALID',
    ],
  ])('%s is refused', async (_what, args, code) => {
    const { exitCode, stderr } = await cli('sources', ...args);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${code}: [^\\n]{20,}\\n$`));
  });

  test('a source that sends more than was agreed is told to wait; another one is not', async () => {
    const name = `druk-${RUN}`;
    await add(name, 'zgw', 'druk', '--most-per-minute', '2');
    const headers = { ...JSON_TYPE, authorization: 'druk' };
    const answers = [];
    // Seven in two minutes at most: three are too many, wherever the minute ends.
    for (let n = 0; n < 7; n++) answers.push(await send('zgw', name, { headers, body: notification({ n }) }));
    const waiting = answers.filter(({ status }) => status === 429);
    expect(waiting.length).toBeGreaterThanOrEqual(3);
    expect(Number(waiting[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await statusOf('zgw', { headers: zgw, body: notification({ n: 'ander' }) })).toBe(204);
  });

  test('a removed source is no address any more, and its secret is gone', async () => {
    const name = `weg-${RUN}`;
    await add(name, 'zgw', 'weg');
    expect(await cli('sources', 'remove', name)).toMatchObject({ exitCode: 0, told: { removed: true } });
    const headers = { ...JSON_TYPE, authorization: 'weg' };
    await until(
      'it is no address',
      async () => (await send('zgw', name, { headers, body: '{}' })).status === 404,
    );
    const gone = new SSMClient(settings).send(
      new GetParameterCommand({ Name: `/besluitketen/local/sources/${name}` }),
    );
    await expect(gone).rejects.toThrow(/ParameterNotFound|not found/i);
  });
});
