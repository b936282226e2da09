import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CouncilServer {
  readonly origin: string;
  /** What is answered from now on: a text by path, or a status. */
  answer(how: (path: string, body: string) => string | number): void;
  stop(): void;
}

/** A council system on the loopback address. */
export async function startCouncilServer(): Promise<CouncilServer> {
  let how: (path: string, body: string) => string | number = () => 404;
  const server = createServer(async (incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', 'http://council').pathname;
    const said = how(path, await bodyOf(incoming));
    if (typeof said === 'number') outgoing.writeHead(said).end();
    else outgoing.end(said);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (next) => {
      how = next;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
  return text;
}
