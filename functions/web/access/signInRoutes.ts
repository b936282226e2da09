import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { returnPath } from '../../domain/access/returnPath.ts';
import {
  endedSession,
  newSession,
  type Session,
  sessionMark,
  sessionSchema,
} from '../../domain/access/session.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { isFromThisSite } from '../fromThisSite.ts';
import {
  foreignFormPage,
  signedOutPage,
  signInDeclinedPage,
  signInFailedPage,
} from '../pages/accessPages.tsx';
import type { AccessDependencies } from './dependencies.ts';
import type { GuardDependencies } from './guard.ts';
import { carriesTokenOf } from './ownForm.ts';
import { writeSession } from './readVisitor.ts';
import type { PortalEnv } from './visitor.ts';

type SignInDependencies = GuardDependencies & Pick<AccessDependencies, 'provider'>;

/** A person has this long at the issuer: to look for a telephone, not to have lunch. */
const LONGEST_SIGN_IN_MS = 10 * 60_000;

/** What the browser keeps for us while it is at the issuer. */
const pendingSchema = z.strictObject({
  checks: z.strictObject({ state: z.string(), nonce: z.string(), codeVerifier: z.string() }),
  back: z.string(),
});

/** Signing in and out with the stage's issuer. No password, code or token is kept, and none is logged. */
export function addSignInRoutes(app: Hono<PortalEnv>, deps: SignInDependencies): void {
  const { provider, sealing, cookies, stage, log, now } = deps;

  app.get('/aanmelden', async (c) => {
    const { url, checks } = await provider.start();
    const pending = { checks, back: returnPath(c.req.query('terug')) };
    const until = new Date(Date.parse(now()) + LONGEST_SIGN_IN_MS).toISOString();
    cookies.write(c, 'sign-in', await sealing.seal('sign-in', pending, until));
    return c.redirect(url);
  });

  app.get('/aanmelden/terug', async (c) => {
    const sealed = cookies.read(c, 'sign-in');
    const opened = sealed === undefined ? undefined : await sealing.open('sign-in', sealed, now());
    const pending = pendingSchema.safeParse(opened).data;
    if (!pending) return signInFailedPage(c, stage);
    // Good for one answer, whatever it is.
    cookies.remove(c, 'sign-in');
    const signedIn = await provider.finish(new URL(c.req.url).searchParams, pending.checks);
    if (signedIn.kind === 'declined') return signInDeclinedPage(c, stage);
    if (signedIn.kind === 'refused') {
      log.warn('a sign-in was refused', { why: signedIn.why });
      return signInFailedPage(c, stage);
    }
    // A session of its own for each sign-in: what was there before, ours or planted, is not taken over.
    const session = newSession(signedIn.identity, now());
    await writeSession(deps, c, session);
    log.info('somebody signed in', { session: sessionMark(session) });
    return c.redirect(returnPath(pending.back), 303);
  });

  app.post('/afmelden', async (c) => {
    const session = await sessionOf(deps, c);
    if (!isFromThisSite(c, deps.origin) || (session && !(await carriesTokenOf(c, session)))) {
      log.warn('a form that is not ours was refused', { route: 'POST /afmelden' });
      return foreignFormPage(c, stage);
    }
    if (session) {
      await deps.ended.end(endedSession(session, now()));
      log.info('somebody signed out', { session: sessionMark(session) });
    }
    cookies.remove(c, 'session');
    const onward = await endSessionUrl(deps);
    // Not a redirect: browsers hold those against `form-action 'self'`, and an issuer sends people on and on.
    if (onward !== undefined) c.header('refresh', `0; url=${onward}`);
    return signedOutPage(c, stage);
  });

  app.get('/afgemeld', (c) => signedOutPage(c, stage));
}

async function sessionOf(
  { cookies, sealing, now }: SignInDependencies,
  c: Context,
): Promise<Session | undefined> {
  const sealed = cookies.read(c, 'session');
  return sealed === undefined
    ? undefined
    : sessionSchema.safeParse(await sealing.open('session', sealed, now())).data;
}

/** Here the person is signed out already: an issuer that does not answer does not undo that. */
async function endSessionUrl({ provider, log }: SignInDependencies): Promise<string | undefined> {
  try {
    return await provider.endSessionUrl();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    log.warn('the issuer did not say where to sign out', { error: error.name });
    return undefined;
  }
}
