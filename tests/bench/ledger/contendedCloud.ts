import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface ContendedCloud {
  readonly endpoint: string;
  /** How many transactions were refused because another held one of their rows. */
  readonly conflicts: number;
  stop(): Promise<void>;
}

interface Keyed {
  readonly TableName: string;
  readonly Key?: unknown;
  readonly Item?: { readonly pk: unknown; readonly sk: unknown };
}

/**
 * Stands before a local cloud and refuses a transaction while another one holds one of its rows, as DynamoDB does
 * (developer guide, "Transaction conflict handling"); the local cloud itself does them one after the other.
 */
export async function startContendedCloud(cloud: string): Promise<ContendedCloud> {
  const held = new Set<string>();
  let conflicts = 0;
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const rows = rowsOf(incoming, body.toString());
    if (rows.some((row) => held.has(row))) {
      conflicts += 1;
      const reasons = rows.map((row) => ({ Code: held.has(row) ? 'TransactionConflict' : 'None' }));
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(
        JSON.stringify({
          __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
          message: 'Transaction cancelled',
          CancellationReasons: reasons,
        }),
      );
      return;
    }
    for (const row of rows) held.add(row);
    try {
      await forward(cloud, incoming, body, outgoing);
    } finally {
      for (const row of rows) held.delete(row);
    }
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get conflicts() {
      return conflicts;
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function rowsOf(incoming: IncomingMessage, body: string): string[] {
  if (!String(incoming.headers['x-amz-target']).endsWith('.TransactWriteItems')) return [];
  const { TransactItems } = JSON.parse(body) as { TransactItems: Record<string, Keyed>[] };
  return TransactItems.flatMap((item) => Object.values(item)).map(({ TableName, Key, Item }) =>
    JSON.stringify([TableName, Key ?? { pk: Item?.pk, sk: Item?.sk }]),
  );
}

function forward(cloud: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse) {
  return new Promise<void>((resolve, reject) => {
    const { method, headers, url } = incoming;
    const call = request(`${cloud}${url}`, { method, headers, agent: false }, (answer) => {
      buffer(answer).then((content) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(content);
        resolve();
      }, reject);
    });
    call.once('error', reject);
    call.end(body);
  });
}
