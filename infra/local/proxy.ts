import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import { isLocalPage } from './localPages.ts';
import { answerOptions } from './optionsRequest.ts';
import { host } from './ports.ts';
import { serveHere } from './serveHere.ts';

export interface ProxyOptions {
  /** 0 chooses a free one. */
  port: number;
  endpoint: string;
  apiId: string;
  /** Absent: only what is deployed is served. */
  here?: PagesHere;
}

/** Pages that are no part of what is deployed (localPages.ts). */
export interface PagesHere {
  pages: Pick<Hono, 'fetch'>;
  /** Of the portal, as a browser knows it. */
  origin: string;
}

export interface PortalProxy {
  url: string;
  stop(): Promise<void>;
}

/** About one connection and one direction only; not passed on. RFC 9110, section 7.6.1. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Serves the HTTP API at the root of a local port, as its own domain does on AWS. */
export async function startProxy(options: ProxyOptions): Promise<PortalProxy> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => {
    const { here } = options;
    const work =
      here && isLocalPage(pathOf(incoming))
        ? serveHere(here, incoming, outgoing)
        : incoming.method === 'OPTIONS'
          ? passOptions(options, incoming, outgoing)
          : pass(options, agent, incoming, outgoing);
    work.catch(() => sayGone(outgoing));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    stop: () => stop(server, agent),
  };
}

function pass(
  options: ProxyOptions,
  agent: Agent,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { hostname, port } = new URL(options.endpoint);
  return new Promise((resolve, reject) => {
    const onward = request(
      {
        agent,
        hostname,
        port,
        method: incoming.method,
        path: `/_aws/execute-api/${options.apiId}/$default${pathOf(incoming)}`,
        headers: forwardedHeaders(incoming),
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
        answer.pipe(outgoing).once('finish', resolve).once('close', resolve);
        answer.once('error', reject);
      },
    );
    onward.once('error', reject);
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  });
}

async function passOptions(
  options: ProxyOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  incoming.resume();
  const answer = await answerOptions({
    ...options,
    url: pathOf(incoming),
    headers: forwardedHeaders(incoming),
  });
  outgoing.writeHead(answer.status, answer.headers).end(answer.body);
}

/** What API Gateway adds, and the host as the browser knows it. */
function forwardedHeaders(incoming: IncomingMessage): IncomingHttpHeaders {
  const client = incoming.socket.remoteAddress ?? '';
  const before = incoming.headers['x-forwarded-for'];
  return {
    ...passedOn(incoming.headers),
    'x-forwarded-for': before ? `${before}, ${client}` : client,
    'x-forwarded-host': incoming.headers.host ?? '',
    'x-forwarded-proto': 'http',
  };
}

function passedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name)));
}

/** `OPTIONS *` and a request line with a full address have no path that begins with a slash. */
function pathOf(incoming: IncomingMessage): string {
  return incoming.url?.startsWith('/') ? incoming.url : '/';
}

function sayGone(outgoing: ServerResponse): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
  outgoing.end(
    'De lokale cloud antwoordt niet; kijk in het venster van npm start of begin opnieuw met npm start.\n',
  );
}

async function stop(server: Server, agent: Agent): Promise<void> {
  agent.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
