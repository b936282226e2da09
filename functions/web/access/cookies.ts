import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const NAME = { session: 'sessie', 'sign-in': 'aanmelding' } as const;
type Purpose = keyof typeof NAME;

export interface Cookies {
  read(c: Context, purpose: Purpose): string | undefined;
  write(c: Context, purpose: Purpose, sealed: string): void;
  remove(c: Context, purpose: Purpose): void;
}

/**
 * The portal's two cookies, for scripts and other sites out of reach. `__Host-`: only this very site can have set it, over
 * https and for all of its paths (RFC 6265bis, 4.1.3.2); browsers refuse the prefix without https, which the local cloud
 * does not have. Lax, since people come back from the issuer and from mails by a link.
 */
export function createCookies(overHttps: boolean): Cookies {
  const prefix = overHttps ? ('host' as const) : undefined;
  const options = {
    path: '/',
    httpOnly: true,
    secure: overHttps,
    sameSite: 'Lax',
    ...(prefix && { prefix }),
  } as const;
  return {
    read: (c, purpose) => getCookie(c, NAME[purpose], prefix),
    write: (c, purpose, sealed) => setCookie(c, NAME[purpose], sealed, options),
    remove: (c, purpose) => void deleteCookie(c, NAME[purpose], options),
  };
}
