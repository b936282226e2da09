import * as z from 'zod';

/** Nothing checks the signature; the local cloud only reads from it which service is meant. */
const HEADERS = {
  'content-type': 'application/json',
  authorization:
    'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/lambda/aws4_request, SignedHeaders=host, Signature=0',
};

const functionSchema = z.object({
  FunctionName: z.string(),
  FunctionArn: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
});
export type LocalFunction = z.infer<typeof functionSchema>;

/** The deployed function of this construct. */
export async function functionNamed(endpoint: string, construct: string): Promise<LocalFunction> {
  const { Functions } = z
    .object({ Functions: z.array(functionSchema) })
    .parse(await call(endpoint, 'GET', '/2015-03-31/functions/?MaxItems=100'));
  const found = Functions.find(({ FunctionName }) => FunctionName.includes(`-${construct}Function`));
  if (!found) throw new RangeError(`no function ${construct} is deployed`);
  return found;
}

/** Gives a function these settings as well, or, without `more`, back what it had when it was read. */
export async function configure(
  endpoint: string,
  { FunctionName, Environment }: LocalFunction,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  await call(endpoint, 'PUT', `/2015-03-31/functions/${FunctionName}/configuration`, {
    Environment: { Variables: { ...Environment?.Variables, ...more } },
  });
}

/** A function that does nothing, of a zip file in base64 with an index.mjs. */
export async function createFunction(endpoint: string, name: string, zip: string): Promise<LocalFunction> {
  const made = await call(endpoint, 'POST', '/2015-03-31/functions', {
    FunctionName: name,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/bench',
    Code: { ZipFile: zip },
  });
  return functionSchema.parse(made);
}

async function call(endpoint: string, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${endpoint}${path}`, {
    method,
    headers: HEADERS,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
