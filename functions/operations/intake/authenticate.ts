import { FORBIDDEN, type Problem, unauthenticated } from '../../domain/intake/receive/problem.ts';
import { inUtf8, NO_UTF8 } from '../../domain/intake/receive/readJson.ts';
import { isOneOf } from '../../domain/intake/receive/sameSecret.ts';
import type { MessageKind } from '../../domain/intake/source.ts';
import type { SignatureCheck, SourceSecrets } from './ports.ts';

export interface AuthenticationDependencies {
  readonly secrets: Pick<SourceSecrets, 'read'>;
  readonly signatures: SignatureCheck;
}

export interface Authenticating {
  readonly source: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly mended: boolean;
}

/**
 * How old a kept secret may be when it does not fit. A sender may use a new one the moment it was given: the probe of a
 * document system follows in the same second. And one that keeps sending a wrong one makes us ask no more than this.
 */
const OLDEST_AT_A_MISFIT_MS = 2_000;

/** Undefined when the sender is the source; otherwise why not: 401 when it says nothing, 403 when it is wrong. */
export async function authenticate(
  { secrets, signatures }: AuthenticationDependencies,
  speaks: MessageKind,
  request: Authenticating,
): Promise<Problem | undefined> {
  const { source, headers, bytes, mended } = request;
  if (speaks === 'standard') {
    if (!headers['webhook-id'] || !headers['webhook-timestamp'] || !headers['webhook-signature'])
      return unauthenticated('StandardWebhooks');
    // A signature is over text; over what is none it can be neither right nor wrong.
    if (mended || inUtf8(bytes) === undefined) return NO_UTF8;
  } else if (!headers.authorization) return unauthenticated('Bearer');
  const fits = async (oldest?: number) => {
    const secret = await secrets.read(source, oldest);
    const accepted = secret?.accepted.map(({ value }) => value) ?? [];
    return speaks === 'standard'
      ? accepted.some((value) => signatures.holds(value, headers, bytes))
      : isOneOf(
          givenOf(speaks, headers),
          speaks === 'zgw' ? accepted : accepted.map((token) => `Bearer ${token}`),
        );
  };
  return (await fits()) || (await fits(OLDEST_AT_A_MISFIT_MS)) ? undefined : FORBIDDEN;
}

/** The name of a scheme is the same in any case (RFC 9110, 11.1); the token after it is not. */
function givenOf(speaks: MessageKind, { authorization = '' }: Authenticating['headers']): string {
  return speaks === 'zgw' ? authorization : authorization.replace(/^bearer +/i, 'Bearer ');
}
