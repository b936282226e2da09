import type { Context } from 'hono';
import { tryGetContext } from 'hono/context-storage';
import type { Grant } from '../../domain/access/role.ts';
import type { Session } from '../../domain/access/session.ts';

/** Somebody who is signed in, and what that person was granted at the moment of this request. */
export interface Visitor {
  readonly session: Session;
  readonly grants: readonly Grant[];
}

export interface PortalEnv {
  Variables: {
    visitor?: Visitor;
    /** A page that one may want to come back to by signing in: path and query. */
    back?: string;
    /** What is answered is a mail as a document of its own, with headers of its own. */
    isMailDocument?: boolean;
  };
}

export function visitorOf(c: Context<PortalEnv>): Visitor | undefined {
  return c.get('visitor');
}

/** What this person was granted; nothing, where nobody is signed in. */
export function viewerOf(c: Context<PortalEnv>): readonly Grant[] {
  return visitorOf(c)?.grants ?? [];
}

/** What is drawn around every page says who is signed in. Undefined where nobody can be, as on pages behind a mail link. */
export function currentRequest():
  | { readonly visitor: Visitor | undefined; readonly back: string }
  | undefined {
  const c = tryGetContext<PortalEnv>();
  return c && { visitor: visitorOf(c), back: c.get('back') ?? '/' };
}
