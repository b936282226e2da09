/** A route of an HTTP API, e.g. `POST /webhooks/{source}`, `ANY /{path+}` or `$default`. */
export interface HttpApiRoute {
  routeKey: string;
  target: string;
}

/**
 * The route API Gateway would choose for a request: a full match before one with a greedy variable, fixed segments
 * before variables, the method itself before ANY, `$default` last.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function chooseRoute(
  routes: readonly HttpApiRoute[],
  method: string,
  path: string,
): HttpApiRoute | undefined {
  const matching = routes.filter(({ routeKey }) => matches(routeKey, method, path));
  return matching.sort((a, b) => precedence(b.routeKey) - precedence(a.routeKey))[0];
}

function matches(routeKey: string, method: string, path: string): boolean {
  if (routeKey === '$default') return true;
  const [routeMethod, routePath] = split(routeKey);
  if (routeMethod !== method && routeMethod !== 'ANY') return false;
  const wanted = segments(routePath);
  const given = segments(path);
  const greedy = wanted.at(-1)?.endsWith('+}') === true;
  const lengthFits = greedy ? given.length >= wanted.length : given.length === wanted.length;
  return lengthFits && wanted.every((segment, index) => segment.startsWith('{') || segment === given[index]);
}

function precedence(routeKey: string): number {
  if (routeKey === '$default') return -1;
  const [method, path] = split(routeKey);
  const fixed = segments(path).filter((segment) => !segment.startsWith('{')).length;
  return (path.endsWith('+}') ? 0 : 10_000) + 10 * fixed + (method === 'ANY' ? 0 : 1);
}

function split(routeKey: string): [method: string, path: string] {
  const [method = '', path = ''] = routeKey.split(' ');
  return [method, path];
}

const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '');
