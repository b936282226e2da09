import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { host } from '../../infra/local/ports.ts';

/** An error as the services of AWS answer it: its name, the HTTP status (400), and what else is in its body. */
export interface AwsError {
  readonly error: string;
  readonly status?: number;
  readonly more?: object;
}

/**
 * What goes wrong with a call. `refuse`: it is answered with the error and never reaches the cloud. `lose-answer`: the
 * cloud does it, and the caller hears the error instead, or sees its connection break. `hang`: it never reaches the
 * cloud, and its connection breaks when the test lets go (`forget`). `meanwhile`: nothing, but other work is done
 * before it reaches the cloud.
 */
export type Fault =
  | ({ readonly kind: 'refuse' } & AwsError)
  | ({ readonly kind: 'lose-answer' } & Partial<AwsError>)
  | { readonly kind: 'hang' }
  | { readonly kind: 'meanwhile'; readonly work: () => Promise<unknown> };

/** Which calls are hit: any, unless said otherwise. */
export interface Where {
  /** `UpdateItem`, `SendTaskSuccess`, `SendEmail` … */
  readonly operation?: string;
  /** A piece of the body, so that one trajectory or one address is hit and its neighbours are not. */
  readonly body?: string | RegExp;
  /** Calls that fit and are let through first. */
  readonly after?: number;
  /** How many are hit: one; Infinity until it is disarmed. */
  readonly times?: number;
}

export interface Armed {
  /** How often it has struck. */
  readonly hits: number;
  disarm(): void;
}

export interface Call {
  readonly operation: string;
  /** JSON, or the decoded form of the query protocol. */
  readonly body: string;
  /** The fault that it met. */
  readonly fault?: Fault['kind'];
}

export interface FaultyCloud {
  readonly endpoint: string;
  /** Every call since the last `forget`, in the order of arrival. */
  readonly calls: readonly Call[];
  arm(fault: Fault, where?: Where): Armed;
  /** Disarms every fault, breaks what hangs and forgets the calls. */
  forget(): void;
  stop(): Promise<void>;
}

/** Stands before a cloud and passes on everything, but for the faults a test has armed. */
export async function startFaultyCloud(cloud: string): Promise<FaultyCloud> {
  const agent = new Agent({ keepAlive: true });
  let calls: Call[] = [];
  let armed: Trap[] = [];
  let hanging: ServerResponse[] = [];
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const { operation, text } = whatIsAsked(incoming, body);
    const fault = armed.find((trap) => trap.strikes(operation, text))?.fault;
    calls.push({ operation, body: text, ...(fault && { fault: fault.kind }) });
    if (fault?.kind === 'hang') return void hanging.push(outgoing);
    if (fault?.kind === 'refuse') return refuse(outgoing, incoming, fault);
    if (fault?.kind === 'meanwhile') await fault.work();
    const { status, headers, content } = await forward(agent, cloud, incoming, body);
    if (fault?.kind !== 'lose-answer') return void outgoing.writeHead(status, headers).end(content);
    if (fault.error === undefined) return void outgoing.destroy();
    refuse(outgoing, incoming, { ...fault, error: fault.error });
  }

  await new Promise<void>((listening) => server.listen(0, host, listening));
  return {
    endpoint: `http://${host}:${(server.address() as AddressInfo).port}`,
    get calls() {
      return calls;
    },
    arm: (fault, where = {}) => {
      const trap = new Trap(fault, where);
      armed.push(trap);
      return trap;
    },
    forget: () => {
      for (const trap of armed) trap.disarm();
      for (const outgoing of hanging) outgoing.destroy();
      armed = [];
      hanging = [];
      calls = [];
    },
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}

class Trap implements Armed {
  hits = 0;
  private passed = 0;
  private disarmed = false;

  constructor(
    readonly fault: Fault,
    private readonly where: Where,
  ) {}

  disarm(): void {
    this.disarmed = true;
  }

  strikes(operation: string, text: string): boolean {
    const { operation: wanted, body, after = 0, times = 1 } = this.where;
    if (this.disarmed || this.hits >= times) return false;
    if (wanted !== undefined && wanted !== operation) return false;
    if (body !== undefined && (typeof body === 'string' ? !text.includes(body) : !body.test(text)))
      return false;
    if (this.passed++ < after) return false;
    this.hits++;
    return true;
  }
}

/** The operation is in a header of the JSON protocol (DynamoDB, Step Functions) and in the form of the query protocol (SES). */
function whatIsAsked({ headers, method, url }: IncomingMessage, body: Buffer) {
  const text = body.toString('utf8');
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return { operation: target.split('.').at(-1) ?? target, text };
  const form = new URLSearchParams(text);
  const action = form.get('Action');
  if (action === null) return { operation: `${method} ${url}`, text };
  return { operation: action, text: [...form].map(([name, value]) => `${name}=${value}`).join('\n') };
}

async function forward(agent: Agent, cloud: string, incoming: IncomingMessage, body: Buffer) {
  const { method, url, headers } = incoming;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(new URL(url ?? '/', cloud), { agent, method, headers }, resolve)
      .once('error', reject)
      .end(body);
  });
  const { 'transfer-encoding': _chunked, connection: _ours, ...rest } = answer.headers;
  return { status: answer.statusCode ?? 502, headers: rest, content: await buffer(answer) };
}

/** In the protocol of the call: JSON 1.0 with `__type`, or the XML of the query protocol (AWS SES API, "Errors"). */
function refuse(
  outgoing: ServerResponse,
  incoming: IncomingMessage,
  { error, status = 400, more }: AwsError,
) {
  const message = `injected ${error}`;
  if (incoming.headers['x-amz-target'] !== undefined) {
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    outgoing.end(JSON.stringify({ __type: `com.amazonaws.injected#${error}`, message, ...more }));
    return;
  }
  const type = status < 500 ? 'Sender' : 'Receiver';
  outgoing.writeHead(status, { 'content-type': 'text/xml' });
  outgoing.end(
    `<ErrorResponse><Error><Type>${type}</Type><Code>${error}</Code><Message>${message}</Message></Error><RequestId>injected</RequestId></ErrorResponse>`,
  );
}
