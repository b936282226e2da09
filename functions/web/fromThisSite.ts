import type { Context } from 'hono';

/**
 * Whether the browser says that a page of ours sent this. `Sec-Fetch-Site` cannot be set by a page (Fetch Metadata,
 * 2.2). Browsers without it send `Origin`; it is `null` from our own pages too, for they send no referrer (Fetch,
 * "append a request Origin header"), so `null` proves nothing by itself. Who sends neither is no browser with our form.
 */
export function isFromThisSite(c: Context, origin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  const from = c.req.header('origin');
  if (from !== undefined && from !== 'null' && from !== origin) return false;
  return site === undefined ? from === origin : site === 'same-origin';
}
