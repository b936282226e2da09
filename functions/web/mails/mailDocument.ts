import type { MiddlewareHandler } from 'hono';
import type { PortalEnv } from '../access/visitor.ts';

/**
 * A mail as a document of its own has its styles with it and needs nothing else: no script runs, no form is sent and
 * nothing is fetched. Who frames it, and what its sandbox lets it do, is said where it is shown.
 */
export function mailPolicy(framedBy: "'none'" | "'self'", allowed = ''): string {
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors ${framedBy}; sandbox${allowed}`;
}

/** Over the headers of our own pages, and so registered before them. */
export const mailDocumentHeaders: MiddlewareHandler<PortalEnv> = async (c, next) => {
  await next();
  if (c.get('isMailDocument')) c.res.headers.set('content-security-policy', mailPolicy("'none'"));
};
