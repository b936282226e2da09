import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { stylesheet } from './styles/stylesheet.ts';

export const STYLESHEET_PATH = '/stijl.css';
const version = createHash('sha256').update(stylesheet).digest('hex').slice(0, 12);
export const stylesheetAddress = `${STYLESHEET_PATH}?v=${version}`;

let packed: Uint8Array<ArrayBuffer> | undefined;

/**
 * Kept for a year under the hash of its content. A page of another deployment asks for another hash: that
 * answer may not be kept, or it would stay under the wrong name. Compressed, as the HTTP API does not do that for us;
 * pages are not: in one there are a secret of the session and words of the visitor (BREACH, breachattack.com).
 */
export function serveStylesheet(c: Context): Response {
  const isThisVersion = c.req.query('v') === version;
  const headers = {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': isThisVersion ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  const encoding = accepts(c, {
    header: 'Accept-Encoding',
    supports: ['gzip', 'identity'],
    default: 'identity',
  });
  if (encoding !== 'gzip') return c.body(stylesheet, 200, headers);
  packed ??= new Uint8Array(gzipSync(stylesheet, { level: 9 }));
  return c.body(packed, 200, { ...headers, 'content-encoding': 'gzip' });
}
