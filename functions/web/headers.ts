import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const secure = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Without includeSubDomains: the domain above us may be the whole municipality's.
  strictTransportSecurity: 'max-age=15552000',
});

/** On every answer, also of failures. What is not said to be cacheable is never kept: it is the state of now. */
export const pageHeaders: MiddlewareHandler = async (c, next) => {
  await secure(c, next);
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};
