import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { localAccount } from './awsEnvironment.ts';
import { chooseRoute, type HttpApiRoute } from './httpApiRoute.ts';

export interface OptionsRequest {
  endpoint: string;
  apiId: string;
  /** Path and query, as received. */
  url: string;
  headers: IncomingHttpHeaders;
}

export interface OptionsAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/**
 * Hands an OPTIONS request to the function behind its route. An HTTP API without CORS does so itself on AWS, and the
 * CloudEvents handshake counts on it, but MiniStack answers every OPTIONS with 403 before it looks at the routes.
 */
export async function answerOptions(request: OptionsRequest): Promise<OptionsAnswer> {
  const { endpoint, apiId } = request;
  const path = request.url.split('?', 1)[0]!;
  const api = `${endpoint}/v2/apis/${apiId}`;
  const routes = await items<HttpApiRoute>(`${api}/routes`);
  const route = chooseRoute(routes, 'OPTIONS', path);
  if (!route) return json(404, { message: 'Not Found' });
  const integrations = await items<{ integrationId: string; integrationUri: string }>(`${api}/integrations`);
  const target = integrations.find(({ integrationId }) => route.target.endsWith(integrationId));
  const functionArn = /arn:aws:lambda:[^/]+/.exec(target?.integrationUri ?? '')?.[0];
  if (!functionArn) return json(500, { message: 'Internal Server Error' });

  const invoked = await fetch(
    `${endpoint}/2015-03-31/functions/${encodeURIComponent(functionArn)}/invocations`,
    {
      method: 'POST',
      body: JSON.stringify(eventFor(request, path, route.routeKey)),
    },
  );
  if (!invoked.ok || invoked.headers.has('x-amz-function-error'))
    return json(500, { message: 'Internal Server Error' });
  return answerFrom((await invoked.json()) as APIGatewayProxyStructuredResultV2);
}

/** Payload format 2.0, https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
function eventFor(
  { apiId, url, headers }: OptionsRequest,
  path: string,
  routeKey: string,
): APIGatewayProxyEventV2 {
  const rawQueryString = url.slice(path.length + 1);
  const now = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    requestContext: {
      accountId: localAccount,
      apiId,
      domainName: headers.host ?? '',
      domainPrefix: apiId,
      http: {
        method: 'OPTIONS',
        path,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    isBase64Encoded: false,
  };
}

function answerFrom(result: APIGatewayProxyStructuredResultV2): OptionsAnswer {
  const headers: OptionsAnswer['headers'] = {};
  for (const [name, value] of Object.entries(result.headers ?? {})) headers[name] = String(value);
  if (result.cookies) headers['set-cookie'] = result.cookies;
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  return { status: result.statusCode ?? 200, headers, body };
}

function json(status: number, body: object): OptionsAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) };
}

async function items<Item>(url: string): Promise<Item[]> {
  const answer = await fetch(url);
  return ((await answer.json()) as { items?: Item[] }).items ?? [];
}
