import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Answer } from '../../domain/decision/answer.ts';

/** What a form is for: a token of one is of no use for another. */
export type Purpose = 'bekijken' | 'vastleggen' | 'nieuwe-link' | 'bijlage';

export interface FormTokens {
  /** Stands in the form; with `content`, only for exactly that. */
  of(purpose: Purpose, content?: string): string;
  holds(given: string, purpose: Purpose, content?: string): boolean;
}

const SECRET = /^[A-Za-z0-9_-]{43}$/;
const HOURS = 8;

/**
 * Tokens against forged forms: each follows from a random secret that only this browser has, in a cookie that no other
 * site can send along (SameSite=Strict), read (HttpOnly) or set for us (`__Host-`, outside `local` where there is no
 * https). One cookie a link, so that two links in two tabs do not disturb each other. OWASP CSRF Prevention Cheat Sheet,
 * "Signed Double-Submit Cookie".
 */
export function formTokens(c: Context, stage: string, linkHash: string): FormTokens {
  const local = stage === 'local';
  const name = `${local ? '' : '__Host-'}besluit-${linkHash.slice(0, 12)}`;
  const known = getCookie(c, name);
  const secret = known && SECRET.test(known) ? known : randomBytes(32).toString('base64url');
  if (secret !== known) {
    setCookie(c, name, secret, {
      path: '/',
      httpOnly: true,
      secure: !local,
      sameSite: 'Strict',
      maxAge: HOURS * 3600,
    });
  }
  return tokensFrom(secret, linkHash);
}

/** Tokens that follow from a secret of one browser, for what is about this subject alone. */
export function tokensFrom(secret: string, subject: string): FormTokens {
  const of = (purpose: Purpose, content = '') =>
    createHmac('sha256', secret)
      .update(JSON.stringify([subject, purpose, content]))
      .digest('base64url');
  return {
    of,
    holds: (given, purpose, content) => {
      const expected = Buffer.from(of(purpose, content));
      const presented = Buffer.from(given);
      return presented.length === expected.length && timingSafeEqual(presented, expected);
    },
  };
}

/** The confirming button is good for what its page showed, and for nothing else. */
export function contentOf({ outcome, on, newDate, reference, note, embargo }: Answer): string {
  return JSON.stringify([outcome, on, newDate, reference, note, embargo]);
}
