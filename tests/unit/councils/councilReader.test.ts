import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { createCouncilReader } from '../../../functions/adapters/intake/councilReader.ts';
import type { CouncilRequest } from '../../../functions/domain/councils/councilSystem.ts';
import { Unavailable } from '../../../functions/domain/unavailable.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const request = (url: string, rest: Partial<CouncilRequest> = {}): CouncilRequest => ({
  url,
  step: 'events',
  context: {},
  limits: { mostBytes: 1_048_576, longestMs: 5_000 },
  ...rest,
});
const local = createCouncilReader({ local: true });
const asked = async (listener: RequestListener, rest: Partial<CouncilRequest> = {}) => {
  const origin = await serving(listener);
  return local.ask(request(`${origin}/events`, rest), [origin]);
};

test('an answer is read as text, and a question with a body is posted as its system wants it', async () => {
  const seen: unknown[] = [];
  const post = { contentType: 'text/xml; charset=utf-8', body: '<vraag/>', soapAction: '"urn:vraag"' };
  const answer = await asked(
    (incoming, outgoing) => {
      incoming.setEncoding('utf8').on('data', (body) => {
        const { 'content-type': type, soapaction } = incoming.headers;
        seen.push([incoming.method, type, soapaction, body]);
      });
      incoming.on('end', () => outgoing.end('Súdwest'));
    },
    { post },
  );
  expect(answer).toEqual({ kind: 'answered', text: 'Súdwest' });
  expect(seen).toEqual([['POST', 'text/xml; charset=utf-8', '"urn:vraag"', '<vraag/>']]);
});

describe('nobody is asked', () => {
  const unasked: RequestListener = () => {
    throw new Error('somebody was asked');
  };

  test('at an origin that is not the source’s', async () => {
    const origin = await serving(unasked);
    expect(await local.ask(request(`${origin}/events`), ['https://raad.example'])).toMatchObject({
      kind: 'refused',
      why: expect.stringMatching(/hoort niet bij de adressen die voor deze bron zijn opgegeven/),
    });
  });

  test('over plain http, or inside a network, outside the local cloud', async () => {
    const deployed = createCouncilReader({ local: false });
    for (const origin of [await serving(unasked), 'https://169.254.169.254', 'https://10.0.0.1'])
      expect(await deployed.ask(request(origin), [origin])).toMatchObject({ kind: 'refused' });
  });
});

describe('an answer', () => {
  // Guards: councilReader.ts: `redirect: 'manual'`
  test('that points elsewhere is not followed', async () => {
    let elsewhere = 0;
    const target = await serving((_incoming, outgoing) => {
      elsewhere += 1;
      outgoing.end('secret');
    });
    const answer = await asked((_incoming, outgoing) => {
      outgoing.writeHead(302, { location: target }).end();
    });
    expect(answer).toMatchObject({ kind: 'refused', why: expect.stringMatching(/verwijst door/) });
    expect(elsewhere).toBe(0);
  });

  test.each([
    [403, { kind: 'forbidden', status: 403 }],
    [401, { kind: 'forbidden', status: 401 }],
    [404, { kind: 'gone' }],
    [410, { kind: 'gone' }],
    [400, { kind: 'refused' }],
  ])('with status %i is %j', async (status, expected) => {
    expect(await asked((_incoming, outgoing) => outgoing.writeHead(status).end('x'))).toMatchObject(expected);
  });

  test.each([429, 500, 503])('with status %i may be better later', async (status) => {
    await expect(asked((_incoming, outgoing) => outgoing.writeHead(status).end())).rejects.toThrow(
      Unavailable,
    );
  });

  // Guards: councilReader.ts: `readLimited(response, most)`
  test('is read up to its most bytes, and not one more, however it says it is packed', async () => {
    const ofBytes =
      (bytes: number): RequestListener =>
      (_incoming, outgoing) =>
        outgoing.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(bytes)));
    expect(await asked(ofBytes(1_048_576))).toMatchObject({ kind: 'answered' });
    expect(await asked(ofBytes(1_048_577))).toMatchObject({
      kind: 'refused',
      why: expect.stringMatching(/groter dan 1 MB/),
    });
  });

  // Guards: councilReader.ts: `AbortSignal.timeout(limits.longestMs)`
  test.each([
    ['never begins', (() => {}) as RequestListener],
    ['never ends', ((_incoming, outgoing) => outgoing.write('{')) as RequestListener],
  ])('that %s is not waited for', async (_what, listener) => {
    const limits = { mostBytes: 1_048_576, longestMs: 100 };
    await expect(asked(listener, { limits })).rejects.toThrow(Unavailable);
  });
});

test('a system that is not there may be there later', async () => {
  const origin = await serving(() => {});
  servers.at(-1)?.close();
  servers.at(-1)?.closeAllConnections();
  await expect(local.ask(request(origin), [origin])).rejects.toThrow(Unavailable);
});
