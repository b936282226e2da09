import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMessageQueue } from '../../functions/adapters/intake/messageQueue.ts';
import { createSourceSecrets } from '../../functions/adapters/intake/sourceSecrets.ts';
import { createItemStore } from '../../functions/adapters/record/items.ts';
import { createMessageStore } from '../../functions/adapters/record/messages.ts';
import { createSourceStore } from '../../functions/adapters/record/sources.ts';
import { newSource } from '../../functions/domain/intake/newSource.ts';
import type { QueuedMessage } from '../../functions/domain/intake/queuedMessage.ts';
import { sourceMappingSchema } from '../../functions/domain/intake/sourceMapping.ts';
import { outputs, settings, table } from './deployed.ts';

export const sources = createSourceStore(table);
export const messages = createMessageStore(table);
export const items = createItemStore(table);
export const secrets = createSourceSecrets('local', settings);
export const queue = createMessageQueue(outputs.QueueUrl, settings);

export interface DocumentSystem {
  readonly origin: string;
  /** By path: a body, or the status it fails with. */
  readonly has: Map<string, unknown>;
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** A document system on this machine, as far as reading from it goes. */
export async function startDocumentSystem(): Promise<DocumentSystem> {
  const has = new Map<string, unknown>();
  const asked: DocumentSystem['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, authorization: request.headers.authorization });
    const found = has.get(path);
    const status = typeof found === 'number' ? found : found === undefined ? 404 : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status === 200 ? found : { status }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    has,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** A source with its secret, as `sources add` makes it. */
export async function addSource(
  name: string,
  speaks: string,
  municipality: string,
  origins: readonly string[],
  mapping: unknown,
): Promise<void> {
  const given = { name, speaks, municipality, origins, mapping: sourceMappingSchema.parse(mapping) };
  await secrets.write(name, { accepted: [{ value: 'Bearer afgesproken-waarde-0123456789' }] });
  await sources.addSource(newSource(given, true, new Date().toISOString(), 'tests'));
}

let keys = 0;

/** As the receiver queues it. */
export function messageOf(source: string, speaks: QueuedMessage['speaks'], content: unknown): QueuedMessage {
  keys += 1;
  return {
    source,
    speaks,
    receivedAt: new Date().toISOString(),
    messageKey: `${process.pid}${keys}`.padStart(32, '0'),
    content: JSON.stringify(content),
  };
}
