import { SignJWT } from 'jose';
import type { SourceSecret } from '../../operations/intake/ports.ts';

const OURSELVES = 'besluitketen';

/**
 * The JWT with which the ZGW API's are asked (HS256; domain.md): made for each request, because an `iat` of hours ago is
 * refused. Without an agreed client the source's own secret signs. Undefined: there is nothing to sign with.
 */
export async function zgwToken(secret: SourceSecret | undefined, now: Date): Promise<string | undefined> {
  const key = secret?.client?.secret ?? secret?.accepted[0]?.value;
  if (!key) return undefined;
  const id = secret?.client?.id ?? OURSELVES;
  return new SignJWT({ client_id: id, user_id: OURSELVES, user_representation: 'Besluitketen' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(id)
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .sign(new TextEncoder().encode(key));
}
