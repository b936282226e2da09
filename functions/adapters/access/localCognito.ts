import type { Transport } from './identityProvider.ts';

/**
 * The local cloud's Cognito signs as the real one, whose address its issuer therefore is, and answers on its own. What
 * is asked of that address is asked of the local cloud instead; whatever its discovery document names is there already.
 */
export function localCognito(issuer: string, endpoint: string): Transport {
  const real = new URL(issuer).origin;
  return {
    allowHttp: true,
    fetch: (url, options) => {
      const asked = new URL(url);
      const at = asked.origin === real ? new URL(`${asked.pathname}${asked.search}`, endpoint) : asked;
      return fetch(at, options as RequestInit);
    },
  };
}
