import type { Handler } from 'hono';
import type { RecordStore, ReferenceData, WallClock } from '../operations/ports.ts';
import { readAgenda } from '../operations/readAgenda.ts';

export const AGENDA_PATH = '/agenda/:file{[^/]+\\.ics}';

/**
 * The feed of a trajectory or of one body. Calendar programs look every few hours and cannot sign in: the link is the
 * key, so no shared cache keeps it. A wrong link gets the same answer as any page that does not exist.
 */
export function serveAgenda(store: RecordStore, reference: ReferenceData, now: WallClock): Handler {
  return async (c) => {
    const link = (c.req.param('file') ?? '').replace(/\.ics$/, '');
    const agenda = await readAgenda(store, reference, link, now());
    if (agenda === undefined) return c.notFound();
    return c.body(agenda, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=3600',
    });
  };
}
