import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { contextStorage } from 'hono/context-storage';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { wallClock } from '../adapters/wallClock.ts';
import { mayDo } from '../domain/access/accessTable.ts';
import { dayOf } from '../domain/calendar/days.ts';
import { councilRecesses } from '../domain/meetings/councilRecesses.ts';
import type { ItemStore, SourceStore } from '../operations/intake/ports.ts';
import type { LedgerReading } from '../operations/ledger/ports.ts';
import type { StatementStore } from '../operations/ledger/statementPorts.ts';
import type { MemoStore } from '../operations/memo/ports.ts';
import type { Log, RecordStore, ReferenceData, WallClock } from '../operations/ports.ts';
import { readStatusWithRows } from '../operations/readStatus.ts';
import { createCookies } from './access/cookies.ts';
import type { AccessDependencies } from './access/dependencies.ts';
import { guard } from './access/guard.ts';
import { addSignInRoutes } from './access/signInRoutes.ts';
import { type PortalEnv, viewerOf } from './access/visitor.ts';
import { AGENDA_PATH, serveAgenda } from './agendaRoute.ts';
import { addBudgetRoutes } from './budget/budgetRoutes.tsx';
import { addFormRoutes, type FormStores } from './formRoutes.ts';
import { pageHeaders } from './headers.ts';
import { largestForm } from './largestForm.ts';
import { addLogRoutes } from './log/logRoutes.tsx';
import { mailDocumentHeaders } from './mails/mailDocument.ts';
import { addOwnWorkRoute } from './mine/ownWorkRoute.tsx';
import { ofTrajectory } from './ofTrajectory.ts';
import { readOverview } from './overview.ts';
import { PAGE_SCRIPT, STYLESHEET } from './ownFiles.ts';
import { tooLargePage } from './pages/accessPages.tsx';
import { ManagePage } from './pages/managePage.tsx';
import { failurePage, notAllowedPage, notFoundPage } from './pages/messagePages.tsx';
import { OverviewPage } from './pages/overviewPage.tsx';
import { TrajectoryPage } from './pages/trajectoryPage.tsx';
import { addPublicRoutes } from './public/publicRoutes.tsx';
import { addRoundRoute } from './round/roundRoute.tsx';
import { addSignalsRoute } from './signals/signalsRoute.tsx';

interface PortalDependencies {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly sources: Pick<SourceStore, 'sources'>;
  readonly items: Pick<ItemStore, 'openItems'>;
  readonly ledger: LedgerReading;
  readonly statements: Pick<StatementStore, 'lastStatements'>;
  readonly memos: Pick<MemoStore, 'memos'>;
  readonly access: AccessDependencies;
  /** Of the function that may write: the pages with forms. The other one has none of them. */
  readonly forms?: FormStores;
  /** Shown in the header, so that nobody takes a test environment for the real one. */
  readonly stage: string;
  /** Of the approval chain: where the administrator finds a round's execution. */
  readonly chainArn?: string;
  readonly log: Log;
  /** Says what is late; simulated trajectories have a clock of their own and are not measured by it. */
  readonly now?: WallClock;
}

/**
 * The pages people read. A GET only reads; failures show a page without internals. Who may see what is decided in one
 * place, before any route (access/guard.ts).
 */
export function createPortal(deps: PortalDependencies): Hono<PortalEnv> {
  const { store, reference, stage, log, now = wallClock } = deps;
  const app = new Hono<PortalEnv>();
  const sources = { store, reference, now };
  // Browsers take a cookie without https only where the whole site has none: the local cloud.
  const access = { ...deps.access, cookies: createCookies(stage !== 'local'), stage, log, now };
  app.use(mailDocumentHeaders);
  app.use(pageHeaders);
  app.use(contextStorage());
  app.use((c, next) =>
    bodyLimit({ maxSize: largestForm(c.req.path), onError: () => tooLargePage(c, stage) })(c, next),
  );
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => notAllowedPage(c, stage, methods) }));
  app.use(guard(access));
  addSignInRoutes(app, access);

  app.get('/', async (c) => {
    const grants = viewerOf(c);
    const overview = await readOverview(
      sources,
      grants,
      (trajectory) => access.anonymousMayRead || mayDo(grants, 'see-trajectory', { trajectory }),
      (trajectory, error) => log.warn('a trajectory cannot be read', { trajectory, ...failureFields(error) }),
    );
    return c.html(<OverviewPage overview={overview} stage={stage} today={dayOf(now())} />);
  });

  app.get('/traject/:id', (c) =>
    ofTrajectory(c, stage, async (id) => {
      const { status, plan, calendars } = await readStatusWithRows(sources, id, viewerOf(c));
      const recesses = councilRecesses(plan, calendars);
      const shown = { status, recesses, stage, today: dayOf(now()), part: c.req.query('deel') };
      return c.html(<TrajectoryPage {...shown} />);
    }),
  );

  addPublicRoutes(app, { ...sources, stage });
  addRoundRoute(app, { ...sources, stage, chainArn: deps.chainArn });
  addLogRoutes(app, { store, stage, now });
  addBudgetRoutes(app, { store, ledger: deps.ledger, stage, now });
  addSignalsRoute(app, { store, anonymousMayRead: access.anonymousMayRead, stage, log, now });
  addOwnWorkRoute(app, { ...deps, now });

  app.get('/beheer', async (c) => {
    const [found, grants, open] = await Promise.all([
      deps.sources.sources(),
      access.grants.grants(),
      deps.items.openItems(),
    ]);
    const proposed = open.filter(({ status }) => status === 'proposed').length;
    const management = { sources: found, grants, proposed, unknown: open.length - proposed };
    return c.html(<ManagePage management={management} stage={stage} />);
  });

  if (deps.forms)
    addFormRoutes(app, {
      ...deps.forms,
      ...{ store, reference, stage, log, now },
      ledger: deps.ledger,
      chainArn: deps.chainArn,
      portalUrl: access.origin,
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

  for (const { path, serve } of [STYLESHEET, PAGE_SCRIPT]) app.get(path, serve);

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
