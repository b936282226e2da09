import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describeApi } from '../infra/openapi/describeApi.ts';

const api = describeApi();
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
for (const [name, schema] of Object.entries(api.components.schemas))
  ajv.addSchema(schema, `#/components/schemas/${name}`);

export interface GivenAnswer {
  readonly status: number;
  readonly contentType?: string | undefined;
  readonly body: string;
}

/** How an answer departs from the description (docs/openapi.json), of a path as it stands there; empty when it does not. */
export function departures(
  method: string,
  path: string,
  { status, contentType, body }: GivenAnswer,
): string[] {
  const operation = api.paths[path]?.[method.toLowerCase()];
  // 405 is what an operation that is not described is answered with.
  if (!operation)
    return status === 405 || status === 404 ? [] : [`${method} ${path} is not described, and got ${status}`];
  const described = operation.responses[String(status)];
  if (!described) return [`${method} ${path}: ${status} is not described`];
  if (!described.content) return body === '' ? [] : [`${status} has a body`];
  const type = contentType?.split(';', 1)[0] ?? '';
  const content = described.content[type];
  return content === undefined ? [`${status} comes as ${type}`] : mistakes(content, JSON.parse(body));
}

/** What is wrong with what is sent, by the description. */
export function mistakesOfRequest(path: string, type: string, value: unknown): string[] {
  const content = api.paths[path]?.post?.requestBody?.content[type];
  return content === undefined ? [`${path} takes no ${type}`] : mistakes(content, value);
}

function mistakes(content: unknown, value: unknown): string[] {
  const { schema } = content as { schema: { $ref: string } };
  return ajv.validate(schema.$ref, value)
    ? []
    : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
