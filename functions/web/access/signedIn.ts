import type { Context } from 'hono';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import { type PortalEnv, type Visitor, visitorOf } from './visitor.ts';

/** Who is there, on a route that the guard opens to nobody else. */
export function signedIn(c: Context<PortalEnv>): Visitor {
  const visitor = visitorOf(c);
  if (visitor === undefined) throw new Error('the guard let somebody in who is not signed in');
  return visitor;
}

/** Who somebody is in the record, as the issuer calls that person. */
export function recordedInPortal({ session }: Visitor): RecordedBy {
  return { by: session.name.slice(0, 200), via: 'portal' };
}
