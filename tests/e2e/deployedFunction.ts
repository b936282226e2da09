import { endpoint } from './deployed.ts';

/** Lambda's REST API (AWS Lambda API reference, ListFunctions and Invoke): the project itself needs no client for it. */
const API = `${endpoint}/2015-03-31/functions`;
const authorization =
  'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/lambda/aws4_request, SignedHeaders=host, Signature=test';

/** Calls the one deployed function whose construct is called so, and gives what it returned. */
export async function invokeDeployed(construct: string, event: object): Promise<unknown> {
  const list = (await (await fetch(`${API}/`, { headers: { authorization } })).json()) as {
    Functions: { FunctionName: string }[];
  };
  const found = list.Functions.filter(({ FunctionName }) => FunctionName.includes(construct));
  if (found.length !== 1) throw new Error(`${found.length} functions are called ${construct}`);
  const answer = await fetch(`${API}/${found[0]?.FunctionName}/invocations`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
  const text = await answer.text();
  if (!answer.ok || answer.headers.has('x-amz-function-error'))
    throw new Error(`${construct} failed with ${answer.status}: ${text}`);
  return JSON.parse(text);
}
