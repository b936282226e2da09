import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** What a page of ours never asks a browser for. */
const NEVER_USED = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'bluetooth',
  'displayCapture',
  'publickeyCredentialsGet',
] as const;

/** What a page may load and do: styles and a script of ours as files, forms to ourselves, nothing else. */
const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

const REST = {
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Without includeSubDomains: the domain above us may be the whole municipality's.
  strictTransportSecurity: 'max-age=31536000',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  permissionsPolicy: Object.fromEntries(NEVER_USED.map((feature) => [feature, []])),
};

/** On every answer, also of failures. What is not said to be cacheable is never kept: it is the state of now. */
export const pageHeaders = headersWith({});

/** The same, of a page that loads something more than the others do. */
export function headersWith(policy: { readonly frameSrc?: string[] }): MiddlewareHandler {
  const secure = secureHeaders({ ...REST, contentSecurityPolicy: { ...PAGE_POLICY, ...policy } });
  return async (c, next) => {
    await secure(c, next);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}
