import type { Context } from 'hono';

/**
 * Was this posted by a page of ours? Browsers say so in Sec-Fetch-Site, which no page can set. Those that do not know it
 * send Origin; it is `null` from our own pages too, for they send no referrer (Fetch, "append a request Origin header"),
 * so `null` proves nothing by itself. Who sends neither is no browser with our form in it.
 */
export function isSameOrigin(c: Context, portalUrl: string): boolean {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== 'null' && origin !== new URL(portalUrl).origin) return false;
  return site === undefined ? origin === new URL(portalUrl).origin : site === 'same-origin';
}
