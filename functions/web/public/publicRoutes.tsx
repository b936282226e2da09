import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { readPublicTimeline } from '../../operations/readPublicTimeline.ts';
import type { StatusSources } from '../../operations/readStatus.ts';
import type { PortalEnv } from '../access/visitor.ts';
import { POSSIBLE_ID } from '../possibleId.ts';
import { NothingPublicPage, PublicPage } from './publicPage.tsx';

export const PUBLIC_JSON_PATH = '/openbaar/:file{[A-Za-z0-9_-]+\\.json}';
export const PUBLIC_PATH = '/openbaar/:id';

/** For caches between us and whoever reads, too: five minutes, and then only if it has changed. */
const CACHED = { 'cache-control': 'public, max-age=300' };

/**
 * The public timeline, as a page and for programs. Nobody is looked up and no cookie is read or set: it is the same for
 * all. What is not public, a simulation and what does not exist have one answer.
 */
export function addPublicRoutes(
  app: Hono<PortalEnv>,
  { stage, ...sources }: StatusSources & { readonly stage: string },
): void {
  app.get(PUBLIC_JSON_PATH, etag(), async (c) => {
    const timeline = await timelineOf(c.req.param('file').replace(/\.json$/, ''));
    if (!timeline) return nothing(c);
    return c.json(timeline, 200, CACHED);
  });
  app.get(PUBLIC_PATH, etag(), async (c) => {
    const timeline = await timelineOf(c.req.param('id'));
    if (!timeline) return nothing(c);
    return c.html(<PublicPage timeline={timeline} asked={c.req.query('deel')} stage={stage} />, 200, CACHED);
  });

  async function timelineOf(id: string) {
    return POSSIBLE_ID.test(id) ? readPublicTimeline(sources, id) : undefined;
  }

  function nothing(c: Context) {
    return c.html(<NothingPublicPage stage={stage} />, 404);
  }
}
