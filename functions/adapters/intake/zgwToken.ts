import { SignJWT } from 'jose';
import type { SourceSecret } from '../../operations/intake/ports.ts';

/** Who asks, where nobody agreed on a name. */
const US = 'besluitketen';

/**
 * A token for one call: Open Zaak takes none that is older than an hour (its documentation, "Authentication and
 * authorization"). Signed with what was agreed for asking; where nothing was, with what the source authenticates with.
 */
export function zgwToken({ client, accepted }: SourceSecret, nowSeconds: number): Promise<string> {
  const id = client?.id ?? US;
  const secret = client?.secret ?? accepted[0]?.value ?? '';
  return new SignJWT({ client_id: id, user_id: US, user_representation: 'Besluitketen' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(id)
    .setIssuedAt(nowSeconds)
    .sign(new TextEncoder().encode(secret));
}
