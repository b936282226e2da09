import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { createSealing } from '../../../functions/adapters/access/sealing.ts';
import { createSealingKey } from '../../../functions/adapters/access/sealingKey.ts';
import type { ClientSettings } from '../../../functions/cli/cloud.ts';
import { endOf, newSession } from '../../../functions/domain/access/session.ts';
import { ADMINISTRATOR } from './twoProcesses.ts';

const answerSchema = z.object({
  statusCode: z.literal(200),
  body: z.string(),
  isBase64Encoded: z.boolean().optional(),
});

export interface Answer {
  readonly milliseconds: number;
  /** Bytes, as they are sent. */
  readonly bytes: number;
  readonly body: string;
}

/** The session cookie of the administrator, sealed with the stage's own key. */
export async function administratorCookie(settings: ClientSettings): Promise<string> {
  const now = new Date().toISOString();
  const session = newSession({ mail: ADMINISTRATOR, name: 'Beheerder' }, now);
  const sealing = createSealing(createSealingKey(new SSMClient(settings), 'local'));
  return `sessie=${await sealing.seal('session', session, endOf(session))}`;
}

/** Asks a deployed function for a page as the HTTP API would, on a connection of its own. Any other status than 200 throws. */
export async function ask(
  endpoint: string,
  name: string,
  path: string,
  cookie: string | undefined,
): Promise<Answer> {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const event = {
    ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString, isBase64Encoded: false },
    headers: { accept: 'text/html', 'accept-encoding': 'gzip', host: 'bench.example' },
    ...(cookie && { cookies: [cookie] }),
    requestContext: {
      ...{ domainName: 'bench.example', stage: '$default', http: { method: 'GET', path: rawPath } },
    },
  };
  const began = performance.now();
  const told = await new Promise<string>((resolve, reject) => {
    const options = { method: 'POST', agent: false, headers: { connection: 'close' } } as const;
    request(`${endpoint}/2015-03-31/functions/${name}/invocations`, options, (answer) => {
      text(answer).then(resolve, reject);
    })
      .once('error', reject)
      .end(JSON.stringify(event));
  });
  const milliseconds = performance.now() - began;
  const parsed = answerSchema.safeParse(JSON.parse(told));
  if (!parsed.success) throw new Error(`${path}: ${told.slice(0, 500)}`);
  const { body, isBase64Encoded } = parsed.data;
  return { milliseconds, bytes: Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8'), body };
}
