import type { MiddlewareHandler } from 'hono';
import { pageHeaders } from '../headers.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Beside our own, the one place to which a form on this page posts. */
    uploadOrigin?: string;
  }
}

/** As on every page; and no search engine is to keep what only its reader may see. */
export const decideHeaders: MiddlewareHandler = async (c, next) => {
  await pageHeaders(c, next);
  c.res.headers.set('x-robots-tag', 'noindex, nofollow');
  const uploadOrigin = c.get('uploadOrigin');
  const policy = c.res.headers.get('content-security-policy');
  if (!uploadOrigin || !policy) return;
  c.res.headers.set(
    'content-security-policy',
    policy.replace(/form-action 'self'/, `form-action 'self' ${uploadOrigin}`),
  );
};
