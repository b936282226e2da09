import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stub answers: a result, an error by its AWS name, or a connection that breaks or stays silent. */
export type StubAnswer =
  | { readonly result: object }
  | { readonly error: string; readonly status?: number; readonly more?: object }
  | { readonly xml: string; readonly status?: number }
  | 'broken connection'
  | 'no answer';

export interface StubCall {
  /** `TransactWriteItems`, from the header of the JSON protocol, or `SendEmail` from the form of the query protocol. */
  readonly action: string;
  readonly body: string;
}

export interface AwsStub {
  /** For any client of the SDK: this address, and credentials that are nobody's. */
  readonly settings: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  readonly calls: StubCall[];
  /** The next calls are answered so, in this order; after that each is answered as the last. */
  answers: (...answers: readonly StubAnswer[]) => void;
  close(): Promise<void>;
}

/** A service of AWS as far as its answers go: speaks its JSON protocol, and XML where it is given. */
export async function startAwsStub(): Promise<AwsStub> {
  const calls: StubCall[] = [];
  let queue: readonly StubAnswer[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
    calls.push({ action: target ?? new URLSearchParams(body).get('Action') ?? '', body });
    const answer = queue[0];
    if (queue.length > 1) queue = queue.slice(1);
    if (answer === undefined || answer === 'broken connection') return void request.socket.destroy();
    if (answer === 'no answer') return;
    if ('xml' in answer) return void response.writeHead(answer.status ?? 200).end(answer.xml);
    const json =
      'error' in answer
        ? {
            __type: `com.amazonaws.service#${answer.error}`,
            message: `stubbed ${answer.error}`,
            ...answer.more,
          }
        : answer.result;
    const status = 'error' in answer ? (answer.status ?? 400) : 200;
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(json));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    settings: {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
    },
    calls,
    answers: (...answers) => {
      queue = answers;
      calls.length = 0;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function text(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
