import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { wallClock } from '../adapters/wallClock.ts';
import { dayOf } from '../domain/calendar/days.ts';
import type { Log, RecordStore, ReferenceData, WallClock } from '../operations/ports.ts';
import { readStatus } from '../operations/readStatus.ts';
import { AGENDA_PATH, serveAgenda } from './agendaRoute.ts';
import { pageHeaders } from './headers.ts';
import { isUnknownTrajectory, readOverview } from './overview.ts';
import { failurePage, notAllowedPage, notFoundPage, unknownTrajectoryPage } from './pages/messagePages.tsx';
import { OverviewPage } from './pages/overviewPage.tsx';
import { TrajectoryPage } from './pages/trajectoryPage.tsx';
import { STYLESHEET_PATH, serveStylesheet } from './stylesheetRoute.ts';

interface PortalDependencies {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  /** Shown in the header, so that nobody takes a test environment for the real one. */
  readonly stage: string;
  readonly log: Log;
  /** Says what is late; simulated trajectories have a clock of their own and are not measured by it. */
  readonly now?: WallClock;
}

/** An id of another shape cannot be in the table, and one that is too long the table refuses with an error. */
const POSSIBLE_ID = /^[A-Za-z0-9_-]{1,80}$/;

/** The pages people read. Every route is a GET and only reads; failures show a page without internals. */
export function createPortal({ store, reference, stage, log, now = wallClock }: PortalDependencies): Hono {
  const app = new Hono();
  const sources = { store, reference, now };
  app.use(pageHeaders);
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => notAllowedPage(c, stage, methods) }));

  app.get('/', async (c) => {
    const overview = await readOverview(sources, (trajectory, error) =>
      log.warn('a trajectory cannot be read', { trajectory, ...failureFields(error) }),
    );
    return c.html(<OverviewPage overview={overview} stage={stage} today={dayOf(now())} />);
  });

  app.get('/traject/:id', async (c) => {
    const id = c.req.param('id');
    if (!POSSIBLE_ID.test(id)) return unknownTrajectoryPage(c, stage);
    try {
      const status = await readStatus(sources, id);
      return c.html(<TrajectoryPage status={status} stage={stage} today={dayOf(now())} />);
    } catch (error) {
      if (isUnknownTrajectory(error)) return unknownTrajectoryPage(c, stage);
      throw error;
    }
  });

  app.get(AGENDA_PATH, serveAgenda(store, reference, now));

  app.get('/healthz', async (c) => {
    try {
      await store.activeTrajectories('real');
      return c.json({ status: 'ok' });
    } catch (error) {
      log.warn('the table does not answer', failureFields(error));
      return c.json({ status: 'unavailable' }, 503);
    }
  });

  app.get(STYLESHEET_PATH, serveStylesheet);

  app.notFound((c) => notFoundPage(c, stage));
  app.onError((error, c) => {
    log.warn('a page could not be shown', { path: c.req.path, ...failureFields(error) });
    return failurePage(c, stage, error);
  });
  return app;
}

function failureFields(error: unknown): Record<string, unknown> {
  return error instanceof Error ? { error: error.name, reason: error.message } : { error: String(error) };
}
