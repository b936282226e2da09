import * as z from 'zod';

/** Who somebody is, as the issuer says: grants go by the address. */
export interface Identity {
  /** In lower case. */
  readonly mail: string;
  readonly name: string;
}

const textClaim = z.string().trim().min(1).max(200);
const addressClaim = z.email().max(200);

/**
 * The person of an ID token, or why it names none. The address must be verified by the issuer (OpenID Connect Core, 5.1:
 * `email_verified`), or anybody could sign up as somebody else. Issuers that have no such claim (Entra ID) are trusted
 * only in the claim that the stage names, for example `preferred_username`, and in no other.
 */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  mailClaim: string | undefined,
): Identity | 'no-address' | 'address-not-verified' {
  const address = addressClaim.safeParse(claims[mailClaim ?? 'email']);
  if (!address.success) return 'no-address';
  const verified = claims.email_verified;
  const stated = mailClaim === undefined ? verified === true : verified !== false;
  if (!stated) return 'address-not-verified';
  const mail = address.data.toLowerCase();
  return { mail, name: textClaim.safeParse(claims.name).data ?? mail };
}
