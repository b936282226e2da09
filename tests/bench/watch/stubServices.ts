import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One message that was handed over for sending. */
export interface TakenMail {
  /** Stands for the very reminders in it (functions/operations/mailTags.ts). */
  readonly reason: string;
  readonly to: readonly string[];
}

/**
 * Stands in for Step Functions (every execution runs; nothing is started or woken) and for SES (every message is taken,
 * and counted here) under the deployed functions: ten thousand real executions and a mailbox of that size would
 * measure the local cloud, and a message whose sender is killed must be counted by who took it.
 */
export async function stubServices() {
  const taken: TakenMail[] = [];
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const target = String(request.headers['x-amz-target'] ?? '');
    if (target.endsWith('DescribeExecution')) {
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end(JSON.stringify({ status: 'RUNNING', startDate: 0 }));
    } else if (isSending(request, body)) {
      const form = new URLSearchParams(body);
      taken.push({ reason: tagOf(form, 'reason'), to: recipients(form) });
      response.setHeader('content-type', 'text/xml');
      response.end(answerOf(form.get('Action') ?? '', `taken-${taken.length}`));
    } else {
      refused.push(target || body.slice(0, 100));
      response.statusCode = 400;
      response.end(JSON.stringify({ __type: 'AccessDeniedException' }));
    }
  });
  const port = await listening(server);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    taken,
    /** What was asked of it that a watch of open requests has no reason to ask. */
    refused,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function isSending(request: IncomingMessage, body: string): boolean {
  return String(request.headers['content-type']).includes('form-urlencoded') && body.includes('Action=Send');
}

function tagOf(form: URLSearchParams, name: string): string {
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index++) {
    if (form.get(`Tags.member.${index}.Name`) === name) return form.get(`Tags.member.${index}.Value`) ?? '';
  }
  return '';
}

function recipients(form: URLSearchParams): string[] {
  return [...form].flatMap(([name, value]) => (/^Destination.*member/.test(name) ? [value] : []));
}

function answerOf(action: string, id: string): string {
  return `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result><MessageId>${id}</MessageId></${action}Result></${action}Response>`;
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
