import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { Session } from '../../domain/access/session.ts';

/** The field of every form with which something is changed. */
export const FORM_TOKEN = 'formToken';

/** Whether the form was made for this session: another site can have it sent, but not read it. */
export async function carriesTokenOf(c: Context, session: Pick<Session, 'formToken'>): Promise<boolean> {
  const body: Record<string, unknown> = await c.req.parseBody();
  const given = body[FORM_TOKEN];
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(session.formToken)];
  return a.length === b.length && timingSafeEqual(a, b);
}
