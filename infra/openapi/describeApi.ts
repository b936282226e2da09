import { SOURCE_NAME } from '../../functions/domain/intake/source.ts';
import { answersToHandshake, answersToMessage } from './answers.ts';
import { contentOf, jsonSchemas } from './schemas.ts';

export interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

const JSON_TYPE = 'application/json';
const SOURCE = {
  name: 'source',
  in: 'path',
  required: true,
  description: 'The name it was added under: `sources add NAME`.',
  schema: { type: 'string', pattern: SOURCE_NAME.source },
};
const asHeader = (name: string, required: boolean) => ({
  name,
  in: 'header',
  required,
  schema: { type: 'string' },
});

/** Everything of ours that other systems speak to: web hooks and JSON endpoints, from the schemas that read them. */
export function describeApi(): OpenApi {
  const message = (
    summary: string,
    security: string,
    content: object,
    parameters: readonly object[] = [],
  ) => ({
    summary,
    security: [{ [security]: [] }],
    parameters: [SOURCE, ...parameters],
    requestBody: { required: true, content },
    responses: answersToMessage(),
  });
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Besluitketen: web hooks and JSON endpoints',
      version: '1.0.0',
      description: 'How to connect a system, and what each answer means: docs/sources.md.',
    },
    servers: [{ url: 'https://{host}', variables: { host: { default: 'besluitketen.example' } } }],
    paths: {
      '/webhooks/zgw/{source}': {
        post: message(
          'A notification of a document system. A probe (kanaal test) is answered and not queued.',
          'agreedValue',
          contentOf(JSON_TYPE, 'Notification'),
        ),
      },
      '/webhooks/cloudevents/{source}': {
        post: message(
          'An event, structured or binary. The probe of a document system is answered here too.',
          'bearerToken',
          { ...contentOf('application/cloudevents+json', 'CloudEvent'), ...contentOf(JSON_TYPE, 'Data') },
          ['ce-id', 'ce-source', 'ce-specversion', 'ce-type', 'ce-time', 'ce-subject'].map((name) =>
            asHeader(name, false),
          ),
        ),
        options: {
          summary: 'CloudEvents HTTP 1.1 Web Hooks, 4: may messages be sent?',
          parameters: [SOURCE, asHeader('WebHook-Request-Origin', false)],
          responses: answersToHandshake(),
        },
      },
      '/webhooks/standard/{source}': {
        post: message(
          'A message of Standard Webhooks 1.0, signed at most five minutes ago or ahead.',
          'signature',
          contentOf(JSON_TYPE, 'Payload'),
          ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => asHeader(name, true)),
        ),
      },
      '/openbaar/{id}.json': {
        get: {
          summary: 'The public timeline of a trajectory, where it was switched on: publish TRAJECTORY on.',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            asHeader('If-None-Match', false),
          ],
          responses: {
            200: {
              description: 'Kept by caches for five minutes.',
              content: contentOf(JSON_TYPE, 'PublicTimeline'),
            },
            304: { description: 'It is as the ETag says.' },
            404: {
              description: 'Not switched on, a simulation, or no such trajectory.',
              content: { 'text/html': {} },
            },
          },
        },
      },
      '/healthz': {
        get: {
          summary: 'Whether the system can work.',
          responses: {
            200: { description: 'It can.', content: contentOf(JSON_TYPE, 'Health') },
            503: { description: 'The table does not answer.', content: contentOf(JSON_TYPE, 'Health') },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        agreedValue: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'The whole value, as agreed on subscribing.',
        },
        bearerToken: { type: 'http', scheme: 'bearer' },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description: 'HMAC-SHA256 over id, timestamp and body; several while a secret is rotated.',
        },
      },
      schemas: jsonSchemas(),
    },
  };
  return document as unknown as OpenApi;
}
