import type { Transport } from './identityProvider.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The local cloud's Cognito says that it is the real one, whose address its issuer therefore is, and answers on its own.
 * What is asked of that address is asked of the local cloud instead; whatever its discovery document names is there
 * already. Its tokens have no signature that can be checked (MiniStack signs only where Python has a package for it).
 */
export function localCognito(issuer: string, endpoint: string): Transport {
  if (!LOOPBACK.has(new URL(endpoint).hostname)) throw new Error('the local cloud is not on this machine');
  const real = new URL(issuer).origin;
  return {
    staysHere: true,
    fetch: (url, options) => {
      const asked = new URL(url);
      const at = asked.origin === real ? new URL(`${asked.pathname}${asked.search}`, endpoint) : asked;
      return fetch(at, options as RequestInit);
    },
  };
}
