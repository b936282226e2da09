import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MESSAGE_KINDS } from '../../functions/domain/intake/source.ts';
import { createPortal } from '../../functions/web/portal.tsx';
import { describeApi } from '../../infra/openapi/describeApi.ts';
import { OPENAPI_FILE, openApiText } from '../../infra/openapi/write.ts';
import { departures, mistakesOfRequest } from '../describedAnswer.ts';
import { NOTIFICATION, receiving, recorded, SECRETS } from './intakeWorld.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { createMemoryStore } from './memoryStore.ts';
import { EVERYBODY_READS } from './portalAccess.ts';

const api = describeApi();

test('docs/openapi.json is what the schemas say now: npm run openapi', () => {
  expect(readFileSync(OPENAPI_FILE, 'utf8')).toBe(openApiText());
});

test('every reference leads somewhere, and every answer says what it is', () => {
  const document = JSON.parse(openApiText());
  const found = [...openApiText().matchAll(/"\$ref": "#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
  expect(found.length).toBeGreaterThan(10);
  for (const path of found)
    expect(
      path.reduce((at, step) => at?.[step], document),
      path.join('/'),
    ).toBeDefined();
  for (const operations of Object.values(api.paths))
    for (const { responses } of Object.values(operations))
      for (const response of Object.values(responses)) expect(response).toHaveProperty('description');
});

test('every kind of source that sends has its address', () => {
  expect(Object.keys(api.paths).filter((path) => path.startsWith('/webhooks/'))).toEqual(
    MESSAGE_KINDS.map((kind) => `/webhooks/${kind}/{source}`),
  );
});

test.each(readdirSync(new URL('../recorded', import.meta.url)).filter((name) => !name.startsWith('oz-get')))(
  'what was recorded fits the description: %s',
  (file) => {
    const { headers, body } = recorded(file.replace('.json', ''));
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
    const kind = file.startsWith('cloudevent')
      ? 'cloudevents'
      : file.startsWith('standard')
        ? 'standard'
        : 'zgw';
    expect(mistakesOfRequest(`/webhooks/${kind}/{source}`, type, JSON.parse(body))).toEqual([]);
  },
);

describe('the receiver answers as described', () => {
  const json = { 'content-type': 'application/json' };
  const zgw = { ...json, authorization: SECRETS['bron-zgw'] ?? '' };
  const bearer = { authorization: `Bearer ${SECRETS['bron-cloudevents']}` };
  const body = JSON.stringify(NOTIFICATION);
  const full = receiving({ limit: { take: async () => false } });
  const down = receiving({ queue: { send: () => Promise.reject(new Error('weg')) } });
  const well = receiving();

  test.each([
    ['zgw', 'POST', well, { headers: zgw, body }, 204],
    ['zgw', 'POST', well, { headers: zgw, body: '{}' }, 400],
    ['zgw', 'POST', well, { headers: json, body }, 401],
    ['zgw', 'POST', well, { headers: { ...zgw, authorization: 'x' }, body }, 403],
    ['zgw', 'POST', well, { headers: { ...zgw, 'content-type': 'text/plain' }, body }, 415],
    ['zgw', 'POST', well, { headers: zgw, body: ' '.repeat(65_537) }, 413],
    ['zgw', 'POST', full, { headers: zgw, body }, 429],
    ['zgw', 'POST', down, { headers: zgw, body }, 503],
    ['zgw', 'GET', well, {}, 405],
    ['cloudevents', 'POST', well, { headers: { ...bearer, ...json }, body }, 415],
    ['cloudevents', 'OPTIONS', well, { headers: { 'webhook-request-origin': 'x.example' } }, 200],
    ['standard', 'POST', well, { headers: json, body: '{}' }, 401],
  ] as const)('%s %s: %o is answered', async (kind, method, world, given, status) => {
    const answer = await world.send(`/webhooks/${kind}/bron-${kind}`, { method, ...given });
    expect(answer.statusCode).toBe(status);
    const told = {
      status,
      contentType: answer.headers?.['content-type'] as string | undefined,
      body: answer.body ?? '',
    };
    expect(departures(method, `/webhooks/${kind}/{source}`, told)).toEqual([]);
  });
});

test('/healthz answers as described', async () => {
  const log = { info: () => undefined, warn: () => undefined };
  const store = createMemoryStore();
  const answers = [store, { ...store, activeTrajectories: () => Promise.reject(new Error('weg')) }].map(
    (each) =>
      createPortal({
        ...EVERYBODY_READS,
        store: each,
        reference: NOTHING_IMPORTED,
        stage: 'local',
        log,
      }).request('/healthz'),
  );
  for (const [index, answer] of (await Promise.all(answers)).entries()) {
    expect(answer.status).toBe(index === 0 ? 200 : 503);
    const contentType = answer.headers.get('content-type') ?? '';
    expect(
      departures('GET', '/healthz', { status: answer.status, contentType, body: await answer.text() }),
    ).toEqual([]);
  }
});
