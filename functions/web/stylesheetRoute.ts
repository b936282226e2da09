import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { stylesheet } from './styles/stylesheet.ts';

export const STYLESHEET_PATH = '/stijl.css';
const version = createHash('sha256').update(stylesheet).digest('hex').slice(0, 12);
export const stylesheetAddress = `${STYLESHEET_PATH}?v=${version}`;

/**
 * Kept for a year under the hash of its content. A page of another deployment asks for another hash: that
 * answer may not be kept, or it would stay under the wrong name.
 */
export function serveStylesheet(c: Context): Response {
  const isThisVersion = c.req.query('v') === version;
  return c.body(stylesheet, 200, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': isThisVersion ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}
