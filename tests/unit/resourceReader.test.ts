import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lookupPublic, NotPublic, refuseLiteral } from '../../functions/adapters/intake/publicLookup.ts';
import { createResourceReader } from '../../functions/adapters/intake/resourceReader.ts';
import { isPublicAddress } from '../../functions/domain/intake/publicAddress.ts';
import { Forbidden, Unavailable } from '../../functions/domain/unavailable.ts';
import type { SourceSecret } from '../../functions/operations/intake/ports.ts';
import { sourceOf } from './intakeWorld.ts';

const NOW_SECONDS = 1_770_195_600;

let server: Server;
let origin: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const json =
  (status: number, body: string, headers = {}) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
const secretOf = (secret: SourceSecret | undefined) => ({ read: async () => secret });
const AGREED: SourceSecret = {
  accepted: [{ value: 'Bearer wat-de-bron-ons-stuurt' }],
  client: { id: 'besluitketen-test', secret: 'afgesproken-geheim-voor-het-ophalen-0123' },
};

function read(
  url: string,
  given: { local?: boolean; origins?: string[]; secret?: SourceSecret | undefined; longestMs?: number } = {},
) {
  const { local = true, origins = [origin], longestMs = 400 } = given;
  const secret = 'secret' in given ? given.secret : AGREED;
  const reader = createResourceReader({
    secrets: secretOf(secret),
    local,
    nowSeconds: () => NOW_SECONDS,
    longestMs,
  });
  return reader.read(url, sourceOf('zgw', { origins }));
}

describe('a resource', () => {
  test('is read as JSON', async () => {
    answer = json(200, '{"datum":"2026-02-03"}', { 'content-type': 'application/json; charset=utf-8' });
    expect(await read(`${origin}/besluiten/1`)).toEqual({ kind: 'found', json: { datum: '2026-02-03' } });
  });

  test('is asked for with a fresh ZGW token, signed with what was agreed for it', async () => {
    answer = json(200, '{}');
    await read(`${origin}/x`);
    const token = asked[0]!.headers.authorization!.replace('Bearer ', '');
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' });
    const key = new TextEncoder().encode(AGREED.client!.secret);
    const { payload } = await jwtVerify(token, key, { currentDate: new Date(NOW_SECONDS * 1000) });
    expect(payload).toEqual({
      iss: 'besluitketen-test',
      iat: NOW_SECONDS,
      client_id: 'besluitketen-test',
      user_id: 'besluitketen',
      user_representation: 'Besluitketen',
    });
  });

  test('of a source with which nothing was agreed for asking: with its own secret', async () => {
    answer = json(200, '{}');
    const secret = { accepted: [{ value: 'Bearer wat-de-bron-ons-stuurt' }] };
    await read(`${origin}/x`, { secret });
    const token = asked[0]!.headers.authorization!.replace('Bearer ', '');
    await jwtVerify(token, new TextEncoder().encode(secret.accepted[0]!.value));
  });

  test.each([404, 410])('that answers %i is gone', async (status) => {
    answer = json(status, '{}');
    expect(await read(`${origin}/x`)).toEqual({ kind: 'gone' });
  });

  // Whoever asks every hour says another thing of it than of a system that is down.
  test.each([401, 403])('that answers %i will not have us', async (status) => {
    answer = json(status, '{}');
    const refused = await read(`${origin}/x`).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Forbidden);
    expect(refused).toMatchObject({ status });
  });

  test.each([401, 403, 429, 500, 502, 503])('that answers %i is asked again later', async (status) => {
    answer = json(status, '{}');
    await expect(read(`${origin}/x`)).rejects.toBeInstanceOf(Unavailable);
  });

  test('is asked again later when nobody answers in time, hangs up half-way, or has no secret yet', async () => {
    answer = () => {};
    await expect(read(`${origin}/x`)).rejects.toBeInstanceOf(Unavailable);
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '50' });
      response.write('{"a":');
      setImmediate(() => response.destroy());
    };
    await expect(read(`${origin}/x`)).rejects.toBeInstanceOf(Unavailable);
    // One byte at a time: the time is that of the whole answer.
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    };
    await expect(read(`${origin}/x`)).rejects.toBeInstanceOf(Unavailable);
    await expect(read(`${origin}/x`, { secret: undefined })).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('an answer that is not taken', () => {
  // Guards: functions/adapters/intake/resourceReader.ts: status >= 300 && status < 400
  test.each([301, 302, 303, 307, 308])('a redirect (%i): nobody goes after it', async (status) => {
    answer = json(status, '', { location: `${origin}/elsewhere` });
    expect(await read(`${origin}/x`)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('verwijst door'),
    });
    expect(asked).toHaveLength(1);
  });

  // Guards: functions/adapters/intake/readJson.ts: size > most
  test('more than 1 MB, whatever its length says', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      for (let piece = 0; piece < 20; piece++) response.write('x'.repeat(100_000));
      response.end();
    };
    expect(await read(`${origin}/x`, { longestMs: 5000 })).toMatchObject({
      why: expect.stringContaining('1 MB'),
    });
    answer = (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': '2000000' })
        .flushHeaders();
    expect(await read(`${origin}/x`)).toMatchObject({ why: expect.stringContaining('1 MB') });
  });

  test.each([
    ['a page', 200, '<html>', { 'content-type': 'text/html' }],
    ['no JSON', 200, '{', {}],
    ['invalid UTF-8', 200, '\uD800', {}],
    ['compressed though nobody asked', 200, '{}', { 'content-encoding': 'gzip' }],
    ['another success', 206, '{}', {}],
    ['a fault of ours', 400, '{}', {}],
  ])('%s', async (rule, status, body, headers) => {
    answer =
      rule === 'invalid UTF-8'
        ? (_, response) =>
            void response
              .writeHead(200, { 'content-type': 'application/json' })
              .end(Buffer.from([0x22, 0xff, 0x22]))
        : json(status, body, headers);
    expect(await read(`${origin}/x`)).toMatchObject({ kind: 'refused' });
  });
});

describe('an address that is not asked', () => {
  const evil = [
    ['another host', 'https://evil.example/x'],
    ['a host that begins like it', 'https://zaken.harlingen.example.evil.example/x'],
    ['a host that ends like it', 'https://evil-zaken.harlingen.example/x'],
    ['another port', 'https://zaken.harlingen.example:8443/x'],
    ['its name as a password', 'https://zaken.harlingen.example@evil.example/x'],
    ['a password before its name', 'https://me:secret@zaken.harlingen.example/x'],
    ['a backslash', 'https://evil.example\\@zaken.harlingen.example/x'],
    ['http', 'http://zaken.harlingen.example/x'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:application/json,{}'],
    ['the metadata service', 'http://169.254.169.254/latest/meta-data/'],
    ['this machine', 'https://localhost/x'],
    ['no address', 'zaken'],
  ] as const;
  // Guards: functions/domain/intake/resourceAddress.ts: origins.includes(url.origin)
  test.each(evil)('%s', async (_rule, url) => {
    const refused = await read(url, { local: false, origins: ['https://zaken.harlingen.example'] });
    expect(refused).toMatchObject({ kind: 'refused' });
    expect(asked).toEqual([]);
  });

  // Guards: functions/adapters/intake/resourceReader.ts: refuseLiteral
  test.each([
    'https://127.0.0.1',
    'https://10.0.0.5',
    'https://[::1]',
    'https://169.254.169.254',
    'https://[::ffff:127.0.0.1]',
    'https://2130706433',
    'https://0x7f.1',
  ])(
    'outside the local cloud one of a private network, though an administrator wrote it down: %s',
    async (written) => {
      const refused = await read(`${written}/x`, { local: false, origins: [new URL(written).origin] });
      expect(refused).toMatchObject({ kind: 'refused', why: expect.stringContaining('intern netwerk') });
    },
  );

  // Guards: functions/adapters/intake/resourceReader.ts: lookup: lookupPublic
  test('outside the local cloud a name that resolves to this machine', async () => {
    const refused = await read('https://localhost/x', { local: false, origins: ['https://localhost'] });
    expect(refused).toMatchObject({ kind: 'refused', why: expect.stringContaining('intern netwerk') });
  });

  test('http outside the local cloud, though an administrator wrote it down', async () => {
    expect(await read(`${origin}/x`, { local: false })).toMatchObject({ kind: 'refused' });
    expect(asked).toEqual([]);
  });
});

test('what counts as an address on the internet', () => {
  const not = [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'localhost',
    '',
  ];
  expect(not.filter(isPublicAddress)).toEqual([]);
  const yes = [
    '8.8.8.8',
    '172.32.0.1',
    '192.167.1.1',
    '100.128.0.1',
    '2a00:1450:400e:80f::200e',
    '2606:4700::1111',
  ];
  expect(yes.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test('a name is judged by every address it has, for the connection itself', async () => {
  const looked = await new Promise((resolve) =>
    lookupPublic('localhost', { all: true }, (error) => resolve(error)),
  );
  expect(looked).toBeInstanceOf(NotPublic);
  expect(() => refuseLiteral('[::1]')).toThrow(NotPublic);
  expect(() => refuseLiteral('zaken.harlingen.example')).not.toThrow();
});
