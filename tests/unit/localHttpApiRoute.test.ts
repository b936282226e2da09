import { expect, test } from 'vitest';
import { chooseRoute } from '../../infra/local/httpApiRoute.ts';

const routes = [
  '$default',
  'ANY /{path+}',
  'ANY /webhooks/{kind}/{source}',
  'OPTIONS /webhooks/cloudevents/{source}',
  'POST /webhooks/cloudevents/{source}',
].map((routeKey) => ({ routeKey, target: 'integrations/x' }));

const chosen = (path: string, from = routes) => chooseRoute(from, 'OPTIONS', path)?.routeKey;

test('a route for the method itself wins from ANY', () => {
  expect(chosen('/webhooks/cloudevents/empatec')).toBe('OPTIONS /webhooks/cloudevents/{source}');
});

test('a full match wins from a greedy one', () => {
  expect(chosen('/webhooks/zgw/gm1900')).toBe('ANY /webhooks/{kind}/{source}');
  expect(chosen('/webhooks/zgw')).toBe('ANY /{path+}');
});

test('$default takes what no route matches', () => {
  expect(chosen('/')).toBe('$default');
});

test('without a match there is no route', () => {
  expect(chosen('/webhooks/cloudevents/empatec', routes.slice(4))).toBeUndefined();
});
