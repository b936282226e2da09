import type { Context } from 'hono';
import { endOf, isOver, type Session, seenAgain, sessionSchema } from '../../domain/access/session.ts';
import type { WallClock } from '../../operations/ports.ts';
import type { Cookies } from './cookies.ts';
import type { AccessDependencies } from './dependencies.ts';
import type { Visitor } from './visitor.ts';

export type VisitorSources = Pick<AccessDependencies, 'grants' | 'ended' | 'sealing'> & {
  readonly cookies: Cookies;
  readonly now: WallClock;
};

/** Who is signed in with this request, if anybody; renews the session's cookie while it is used. */
export async function readVisitor(sources: VisitorSources, c: Context): Promise<Visitor | undefined> {
  const session = await readSession(sources, c);
  if (!session) return undefined;
  const [isEnded, grants] = await Promise.all([
    sources.ended.isEnded(session.id),
    sources.grants.grantsOf(session.mail),
  ]);
  if (isEnded) return undefined;
  const renewed = seenAgain(session, sources.now());
  if (renewed) await writeSession(sources, c, renewed);
  return { session, grants };
}

async function readSession(
  { sealing, cookies, now }: VisitorSources,
  c: Context,
): Promise<Session | undefined> {
  const sealed = cookies.read(c, 'session');
  if (sealed === undefined) return undefined;
  const at = now();
  const session = sessionSchema.safeParse(await sealing.open('session', sealed, at)).data;
  return session && !isOver(session, at) ? session : undefined;
}

export async function writeSession(
  { sealing, cookies }: Pick<VisitorSources, 'sealing' | 'cookies'>,
  c: Context,
  session: Session,
): Promise<void> {
  cookies.write(c, 'session', await sealing.seal('session', session, endOf(session)));
}
