import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type PortalProxy, startProxy } from '../../infra/local/proxy.ts';

interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

let cloud: Server;
let proxy: PortalProxy;
let seen: Seen[];

/** A local cloud that remembers what it was asked and always gives the same answer, to JSON requests as `answers` says. */
async function startFakeCloud(answers: Record<string, unknown> = {}): Promise<void> {
  seen = [];
  cloud = createServer(async (incoming, outgoing) => {
    const body = Buffer.concat(await incoming.toArray());
    seen.push({ method: incoming.method!, url: incoming.url!, headers: incoming.headers, body });
    const known = Object.entries(answers).find(([path]) => incoming.url!.startsWith(path));
    if (known) {
      outgoing.end(JSON.stringify(known[1]));
      return;
    }
    outgoing
      .writeHead(302, { location: '/elders', 'set-cookie': ['a=1', 'b=2'] })
      .end(Buffer.from([0, 255, 128]));
  });
  await new Promise<void>((resolve) => cloud.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(cloud.address() as AddressInfo).port}`;
  proxy = await startProxy({ port: 0, endpoint, apiId: 'abc123' });
}

afterEach(async () => {
  await proxy.stop();
  cloud.closeAllConnections();
  cloud.close();
});

test('a request arrives as it was sent, under the API', async () => {
  await startFakeCloud();
  const body = Buffer.alloc(64 * 1024, 0xfe);
  await fetch(`${proxy.url}/a%2Fb?x=1&x=2&y=a%26b`, {
    method: 'PUT',
    body,
    redirect: 'manual',
    headers: { 'x-own': 'ja' },
  });

  expect(seen[0]).toMatchObject({
    method: 'PUT',
    url: '/_aws/execute-api/abc123/$default/a%2Fb?x=1&x=2&y=a%26b',
    body,
  });
  const { host } = new URL(proxy.url);
  expect(seen[0]?.headers).toMatchObject({
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': 'http',
    'x-own': 'ja',
  });
});

test('an answer comes back as it was given', async () => {
  await startFakeCloud();
  const answer = await fetch(proxy.url, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/elders']);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 128]);
});

test('OPTIONS reaches the function behind its route, which MiniStack would not let it', async () => {
  await startFakeCloud({
    '/v2/apis/abc123/routes': { items: [{ routeKey: '$default', target: 'integrations/i1' }] },
    '/v2/apis/abc123/integrations': {
      items: [{ integrationId: 'i1', integrationUri: 'arn:aws:lambda:eu-west-1:000000000000:function:web' }],
    },
    '/2015-03-31/functions/': {
      statusCode: 200,
      headers: { 'webhook-allowed-origin': 'example.nl' },
      body: '',
    },
  });
  const answer = await fetch(`${proxy.url}/webhooks/cloudevents/x?a=1`, { method: 'OPTIONS' });
  expect([answer.status, answer.headers.get('webhook-allowed-origin')]).toEqual([200, 'example.nl']);

  const invocation = seen.find(({ method }) => method === 'POST');
  expect(decodeURIComponent(invocation!.url)).toContain('function:web/invocations');
  expect(JSON.parse(invocation!.body.toString())).toMatchObject({
    rawPath: '/webhooks/cloudevents/x',
    rawQueryString: 'a=1',
    requestContext: { http: { method: 'OPTIONS' } },
  });
});

test.each(['GET', 'OPTIONS'])('when the cloud is gone %s is told so in a sentence', async (method) => {
  await startFakeCloud();
  cloud.close();
  const answer = await fetch(proxy.url, { method });
  expect(answer.status).toBe(502);
  expect(await answer.text()).toMatch(/^De lokale cloud antwoordt niet;/);
});

test('a request line with a full address is answered too', async () => {
  await startFakeCloud();
  const { hostname, port } = new URL(proxy.url);
  await new Promise((resolve) => {
    request({ hostname, port, path: 'http://elders.example/x' }, resolve).end();
  });
  expect(seen[0]?.url).toBe('/_aws/execute-api/abc123/$default/');
});
