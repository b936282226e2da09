import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { NOT_NOW, problemBody } from '../../domain/intake/receive/problem.ts';
import {
  type Answer,
  type ReceiverDependencies,
  receiveMessage,
} from '../../operations/intake/receiveMessage.ts';
import { inTime } from './inTime.ts';

/**
 * A sender waits ten seconds (domain.md), and so does the function: before that it hears that it must send again. A
 * message that reached the queue after all is then there twice, and is worked off once.
 */
export const PATIENCE_MS = 7_000;

/** A request of the HTTP API (payload format 2.0) in, an answer out. Never throws: a sender always hears a status. */
export function createHandler(deps: ReceiverDependencies) {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const headers = Object.fromEntries(
      Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value ?? '']),
    );
    const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    const mended = wasMended(event, headers, bytes);
    const [, , kind = '', source = ''] = event.rawPath.split('/');
    const method = event.requestContext.http.method.toUpperCase();
    const received = receiveMessage(deps, { method, kind, source, headers, bytes, mended });
    const late = (): Answer => {
      deps.tell('nothing answered in time', source);
      return { problem: NOT_NOW };
    };
    return answered(await inTime(received, PATIENCE_MS, late));
  };
}

/**
 * Text arrives decoded: what was no UTF-8 has become U+FFFD, three bytes for each, and is longer than was sent. A
 * sender's own U+FFFD is as long as it said.
 */
function wasMended(
  { body, isBase64Encoded }: APIGatewayProxyEventV2,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): boolean {
  const sent = Number(headers['content-length']);
  return !isBase64Encoded && body?.includes('\uFFFD') === true && sent > 0 && bytes.length !== sent;
}

function answered(answer: Answer): APIGatewayProxyStructuredResultV2 {
  const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (!('problem' in answer)) return { statusCode: answer.status, headers: { ...always, ...answer.headers } };
  const { problem } = answer;
  return {
    statusCode: problem.status,
    headers: { ...always, 'content-type': 'application/problem+json', ...problem.headers },
    body: problemBody(problem),
  };
}
