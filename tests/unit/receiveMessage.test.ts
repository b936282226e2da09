import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { NOTIFICATION, receiving, recorded, SECRETS, sourceOf } from './intakeWorld.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const ZGW = '/webhooks/zgw/bron-zgw';
const EVENTS = '/webhooks/cloudevents/bron-cloudevents';
const STANDARD = '/webhooks/standard/bron-standard';
const zgwAuth = { ...JSON_TYPE, authorization: SECRETS['bron-zgw']! };
const bearer = { authorization: `Bearer ${SECRETS['bron-cloudevents']}` };
const notification = (changes: object = {}) => JSON.stringify({ ...NOTIFICATION, ...changes });
const event = (changes: object = {}) =>
  JSON.stringify({
    id: 'e1',
    source: 'urn:nld:oin:1',
    specversion: '1.0',
    type: 'nl.overheid.besluiten.besluit.create',
    ...changes,
  });

describe('what was recorded from real senders is answered as it was', () => {
  test.each([
    ['notification', ZGW],
    ['oz-notification-besluit-create', ZGW],
    ['retry-after-500', ZGW],
    ['probe-with-auth', ZGW],
    ['cloudevent-from-notification', EVENTS],
    ['cloudevents-structured', EVENTS],
    ['probe-with-auth', EVENTS],
  ])('%s at %s', async (name, path) => {
    const { headers, body } = recorded(name);
    const own = Object.fromEntries(headers.map(([key, value]) => [key, value]));
    const authorization = Object.entries(own).find(([key]) => key.toLowerCase() === 'authorization')![1];
    const { send, queued } = receiving({
      secrets: {
        read: async () => ({
          accepted: [{ value: path === ZGW ? authorization : authorization.replace('Bearer ', '') }],
        }),
      },
    });
    // API Gateway hands header names on in lower case.
    const lower = Object.fromEntries(Object.entries(own).map(([key, value]) => [key.toLowerCase(), value]));
    expect(await send(path, { headers: lower, body })).toMatchObject({ statusCode: 204 });
    expect(queued).toHaveLength(name.startsWith('probe') ? 0 : 1);
  });

  test('the probe without authorization is told how to authenticate, and by no redirect', async () => {
    const { body } = recorded('probe-without-auth');
    const { send, queued } = receiving();
    expect(await send(ZGW, { headers: JSON_TYPE, body })).toMatchObject({
      statusCode: 401,
      headers: { 'www-authenticate': 'Bearer', 'content-type': 'application/problem+json' },
    });
    expect(queued).toEqual([]);
  });
});

describe('a document system', () => {
  test('with another value than was agreed is refused, and nothing is queued', async () => {
    const { send, queued } = receiving();
    const answer = await send(ZGW, {
      headers: { ...zgwAuth, authorization: 'Bearer iets-anders' },
      body: notification(),
    });
    expect(answer.statusCode).toBe(403);
    expect(queued).toEqual([]);
  });

  test('is understood whatever the order of its fields, and the same twice is the same message', async () => {
    const { send, queued } = receiving();
    await send(ZGW, { headers: zgwAuth, body: notification() });
    const turned = JSON.stringify(Object.fromEntries(Object.entries(NOTIFICATION).reverse()));
    await send(ZGW, { headers: zgwAuth, body: turned });
    await send(ZGW, { headers: zgwAuth, body: notification({ actie: 'update' }) });
    const [first, second, third] = queued.map(({ messageKey }) => messageKey);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('may send what we do not know: another kanaal, another field', async () => {
    const { send, queued } = receiving();
    await send(ZGW, {
      headers: zgwAuth,
      body: notification({ kanaal: 'iets-nieuws', extra: { diep: [1] } }),
    });
    expect(queued).toHaveLength(1);
  });

  test.each([
    ['a field is missing', notification({ actie: undefined })],
    ['an address is none', notification({ resourceUrl: 'geen adres' })],
    ['a name is too long', notification({ kanaal: 'k'.repeat(51) })],
    [
      'an RSIN fails the eleven-test',
      notification({ kenmerken: { verantwoordelijkeOrganisatie: '123456789' } }),
    ],
    ['it is no object', '[]'],
    ['it is no JSON', '{"kanaal"'],
    ['it nests without end', `${'['.repeat(50_000)}`],
  ])('is told what is wrong when %s', async (_what, body) => {
    const { send, queued } = receiving();
    const answer = await send(ZGW, { headers: zgwAuth, body });
    expect(answer).toMatchObject({
      statusCode: 400,
      headers: { 'content-type': 'application/problem+json' },
    });
    expect(JSON.parse(answer.body!)).toMatchObject({ status: 400, detail: expect.any(String) });
    expect(queued).toEqual([]);
  });

  test('bytes that are no UTF-8 are refused, decoded on the way or not', async () => {
    const { send } = receiving();
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expect((await send(ZGW, { headers: zgwAuth, body: bytes })).statusCode).toBe(400);
    const mended = bytes.toString('utf8');
    const headers = { ...zgwAuth, 'content-length': String(bytes.length) };
    expect((await send(ZGW, { headers, body: mended })).statusCode).toBe(400);
  });

  test('may send 64 KiB, and not a byte more', async () => {
    const { send, queued } = receiving();
    const filled = (size: number) => {
      const rest = size - notification({ vulling: '' }).length;
      return notification({ vulling: 'x'.repeat(rest) });
    };
    expect((await send(ZGW, { headers: zgwAuth, body: filled(65_536) })).statusCode).toBe(204);
    expect((await send(ZGW, { headers: zgwAuth, body: filled(65_537) })).statusCode).toBe(413);
    expect(queued).toHaveLength(1);
  });

  test('in another content type is asked for JSON', async () => {
    const { send } = receiving();
    const headers = { ...zgwAuth, 'content-type': 'text/plain' };
    expect((await send(ZGW, { headers, body: notification() })).statusCode).toBe(415);
  });
});

describe('an event', () => {
  const structured = { ...bearer, 'content-type': 'application/cloudevents+json' };

  test('of the package itself is taken in structured and in binary mode, as the same message', async () => {
    const { send, queued } = receiving();
    const given = new CloudEvent({
      id: 'e1',
      source: 'urn:nld:oin:1',
      type: 'nl.overheid.besluiten.besluit.create',
      data: { a: 1 },
    });
    for (const message of [HTTP.structured(given), HTTP.binary(given)]) {
      const headers = Object.fromEntries(
        Object.entries(message.headers).map(([key, value]) => [key.toLowerCase(), String(value)]),
      );
      expect(
        await send(EVENTS, { headers: { ...bearer, ...headers }, body: String(message.body) }),
      ).toMatchObject({ statusCode: 204 });
    }
    expect(queued[1]!.messageKey).toBe(queued[0]!.messageKey);
    expect(JSON.parse(queued[1]!.content)).toMatchObject({ id: 'e1', data: { a: 1 } });
  });

  test.each([
    ['no id', { id: undefined }],
    ['an empty id', { id: '' }],
    ['no source', { source: undefined }],
    ['another version', { specversion: '0.3' }],
    ['no type', { type: '' }],
  ])('with %s is refused, although the package would take it', async (_what, changes) => {
    const { send, queued } = receiving();
    expect((await send(EVENTS, { headers: structured, body: event(changes) })).statusCode).toBe(400);
    expect(queued).toEqual([]);
  });

  test('of a sender without the token is refused: 401 without any, 403 with another', async () => {
    const { send } = receiving();
    const type = { 'content-type': 'application/cloudevents+json' };
    expect((await send(EVENTS, { headers: type, body: event() })).statusCode).toBe(401);
    const wrong = { ...type, authorization: 'Bearer iets-anders' };
    expect((await send(EVENTS, { headers: wrong, body: event() })).statusCode).toBe(403);
  });

  test('may ask first whether it may be sent, and is told how often', async () => {
    const { send } = receiving();
    const headers = { 'webhook-request-origin': 'notificaties.harlingen.example' };
    expect(await send(EVENTS, { method: 'OPTIONS', headers })).toMatchObject({
      statusCode: 200,
      headers: {
        'webhook-allowed-origin': 'notificaties.harlingen.example',
        'webhook-allowed-rate': '3000',
        allow: 'POST',
      },
    });
  });

  test('gets no permission for nobody, nor to a source that is none', async () => {
    const { send } = receiving();
    const nobody = await send(EVENTS, { method: 'OPTIONS' });
    expect(nobody.headers).not.toHaveProperty('webhook-allowed-origin');
    const headers = { 'webhook-request-origin': 'zaken.harlingen.example' };
    const nowhere = await send('/webhooks/cloudevents/niemand', { method: 'OPTIONS', headers });
    expect(nowhere).toMatchObject({ statusCode: 404 });
    expect(nowhere.headers).not.toHaveProperty('webhook-allowed-origin');
  });

  test('in a batch is refused', async () => {
    const { send } = receiving();
    const headers = { ...bearer, 'content-type': 'application/cloudevents-batch+json' };
    expect((await send(EVENTS, { headers, body: `[${event()}]` })).statusCode).toBe(415);
  });
});

describe('a standard webhook', () => {
  const body = JSON.stringify({
    type: 'besluit.genomen',
    timestamp: '2026-02-04T09:00:00Z',
    data: { url: 'x' },
  });
  const signed = (id: string, at: Date, secret = SECRETS['bron-standard']!, text = body) => ({
    ...JSON_TYPE,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, text),
  });
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);

  test('of the library itself is taken, and known again by its id', async () => {
    const { send, queued } = receiving();
    expect((await send(STANDARD, { headers: signed('m1', new Date()), body })).statusCode).toBe(204);
    await send(STANDARD, { headers: signed('m1', minutes(1)), body });
    expect(queued[1]!.messageKey).toBe(queued[0]!.messageKey);
  });

  test.each([4, -4])('%i minutes off is taken', async (off) => {
    expect((await receiving().send(STANDARD, { headers: signed('m1', minutes(off)), body })).statusCode).toBe(
      204,
    );
  });

  test.each([10, -10])('%i minutes off is a replay or a wrong clock: refused', async (off) => {
    const { send, queued } = receiving();
    expect((await send(STANDARD, { headers: signed('m1', minutes(off)), body })).statusCode).toBe(403);
    expect(queued).toEqual([]);
  });

  test('with another secret, or a changed body, is refused; without a signature it is told so', async () => {
    const { send } = receiving();
    const other = signed('m1', new Date(), 'whsec_YW5kZXJlLXNsZXV0ZWwtMDEyMzQ1Njc4OQ==');
    expect((await send(STANDARD, { headers: other, body })).statusCode).toBe(403);
    const changed = body.replace('genomen', 'verworpen');
    expect((await send(STANDARD, { headers: signed('m1', new Date()), body: changed })).statusCode).toBe(403);
    expect((await send(STANDARD, { headers: JSON_TYPE, body })).statusCode).toBe(401);
  });

  test('signed with the secret of before is taken while that is accepted', async () => {
    const old = 'whsec_YW5kZXJlLXNsZXV0ZWwtMDEyMzQ1Njc4OQ==';
    const { send } = receiving({
      secrets: { read: async () => ({ accepted: [{ value: SECRETS['bron-standard']! }, { value: old }] }) },
    });
    expect((await send(STANDARD, { headers: signed('m1', new Date(), old), body })).statusCode).toBe(204);
  });
});

describe('whatever the protocol', () => {
  test.each([
    ['an unknown source', '/webhooks/zgw/niemand', 404],
    ['a source of another kind', '/webhooks/zgw/bron-standard', 404],
    ['an unknown kind', '/webhooks/soap/bron-zgw', 404],
  ])('%s is no address', async (_what, path, status) => {
    expect((await receiving().send(path, { headers: zgwAuth, body: notification() })).statusCode).toBe(
      status,
    );
  });

  test('only POST is taken, and what is allowed is said', async () => {
    const { send } = receiving();
    expect(await send(ZGW, { method: 'GET' })).toMatchObject({ statusCode: 405, headers: { allow: 'POST' } });
    expect(await send(EVENTS, { method: 'DELETE' })).toMatchObject({
      statusCode: 405,
      headers: { allow: 'POST, OPTIONS' },
    });
  });

  test('a sender that sends too much is told to wait, and nothing is queued', async () => {
    const { send, queued } = receiving({ limit: { take: async () => false } });
    const answer = await send(ZGW, { headers: zgwAuth, body: notification() });
    expect(answer).toMatchObject({ statusCode: 429, headers: { 'retry-after': '60' } });
    expect(queued).toEqual([]);
  });

  // Guards: functions/operations/intake/receiveMessage.ts: await deps.queue.send(message); (invariant 11)
  test('nothing is acknowledged that the queue does not have', async () => {
    const failing = { send: () => Promise.reject(new Error('SQS https://geheim.example')) };
    const { send, told } = receiving({ queue: failing });
    const answer = await send(ZGW, { headers: zgwAuth, body: notification() });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).not.toContain('geheim');
    expect(told).toHaveLength(1);
  });

  test('what cannot be counted is taken: the table is not what stands between a sender and the queue', async () => {
    const take = () => Promise.reject(new Unavailable('De tabel', new Error('outage')));
    const { send, queued } = receiving({ limit: { take } });
    expect((await send(ZGW, { headers: zgwAuth, body: notification() })).statusCode).toBe(204);
    expect(queued).toHaveLength(1);
  });

  test('a source without a secret takes nothing', async () => {
    const { send } = receiving({ secrets: { read: async () => undefined } });
    expect((await send(ZGW, { headers: zgwAuth, body: notification() })).statusCode).toBe(403);
    expect(
      (await send(ZGW, { headers: { ...zgwAuth, authorization: 'undefined' }, body: notification() }))
        .statusCode,
    ).toBe(403);
  });

  test('a paused source is still taken from: its messages are kept by the worker', async () => {
    const paused = sourceOf('zgw', { pausedAt: '2026-02-01T09:00:00.000Z' });
    const { send, queued } = receiving({ sources: { source: async () => paused } });
    expect((await send(ZGW, { headers: zgwAuth, body: notification() })).statusCode).toBe(204);
    expect(queued).toHaveLength(1);
  });
});
