import type { Context, MiddlewareHandler } from 'hono';
import { mayDo } from '../../domain/access/accessTable.ts';
import { sessionMark } from '../../domain/access/session.ts';
import type { Log } from '../../operations/ports.ts';
import { isFromThisSite } from '../fromThisSite.ts';
import { forbiddenPage, foreignFormPage } from '../pages/accessPages.tsx';
import { earlierFormPage, signedOutMeanwhilePage } from '../pages/sendAgainPage.tsx';
import type { AccessDependencies } from './dependencies.ts';
import { carriesTokenOf } from './ownForm.ts';
import { readVisitor, type VisitorSources } from './readVisitor.ts';
import { ROUTE_ACCESS, type RouteAccess, routeOf } from './routeAccess.ts';
import { signInAddress } from './signInAddress.ts';
import type { PortalEnv, Visitor } from './visitor.ts';

export type GuardDependencies = VisitorSources &
  Pick<AccessDependencies, 'origin' | 'anonymousMayRead'> & {
    readonly stage: string;
    readonly log: Log;
  };

const ONLY_READS = new Set(['GET', 'HEAD']);

/** Every request passes here, once, before any route: who is it, and may that person do this? */
export function guard(deps: GuardDependencies, routes = ROUTE_ACCESS): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const route = routeOf(c);
    // No route: a 404 or 405, which says nothing of what is there.
    if (route === undefined) return next();
    const access = Object.hasOwn(routes, route) ? routes[route] : undefined;
    if (access === undefined) {
      deps.log.warn('a route without access was asked for', { route });
      return forbiddenPage(c, deps.stage, undefined);
    }
    if (access.kind === 'public') return next();
    const isReading = ONLY_READS.has(c.req.method);
    // What was posted is not sent again by signing in: it could be somebody else's. Who typed it sends it again.
    const isOurs = isReading || isFromThisSite(c, deps.origin);
    const back = isReading ? c.req.path + new URL(c.req.url).search : '/';
    c.set('back', back);
    const visitor = await readVisitor(deps, c);
    if (visitor) c.set('visitor', visitor);
    const session = visitor && sessionMark(visitor.session);
    if (!isAllowed(deps, access, visitor, c)) {
      if (!visitor && !isReading && isOurs) return signedOutMeanwhilePage(c, deps.stage);
      if (!visitor) return c.redirect(signInAddress(back), 303);
      deps.log.warn('somebody without the role was refused', { route, session });
      return forbiddenPage(c, deps.stage, visitor);
    }
    if (!isReading && !(visitor && isOurs && (await carriesTokenOf(c, visitor.session)))) {
      deps.log.warn('a form that is not ours was refused', { route, session });
      return visitor && isOurs ? earlierFormPage(c, deps.stage) : foreignFormPage(c, deps.stage);
    }
    return next();
  };
}

function isAllowed(
  { anonymousMayRead }: GuardDependencies,
  access: Exclude<RouteAccess, { kind: 'public' }>,
  visitor: Visitor | undefined,
  c: Context,
): boolean {
  if (access.kind === 'signed-in') return visitor !== undefined;
  if (access.reading && anonymousMayRead) return true;
  return visitor !== undefined && mayDo(visitor.grants, access.action, access.target?.(c.req.path));
}
