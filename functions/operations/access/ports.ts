import type { Identity } from '../../domain/access/identity.ts';
import type { Grant } from '../../domain/access/role.ts';
import type { EndedSession } from '../../domain/access/session.ts';
import type { AuditEntry } from '../../domain/trajectory.ts';

export interface GrantStore {
  /** Of one person, by lower-case address. */
  grantsOf(mail: string): Promise<Grant[]>;
  grants(): Promise<Grant[]>;
  /** With its audit entry, when it is of one trajectory. The same again changes nothing and gives false. */
  putGrant(grant: Grant, audit?: AuditEntry): Promise<boolean>;
  /** False when there is none. */
  removeGrant(
    grant: Pick<Grant, 'mail' | 'role' | 'trajectory' | 'body'>,
    audit?: AuditEntry,
  ): Promise<boolean>;
}

/** Sessions live in the browser; the record only remembers which were ended before their time. */
export interface EndedSessions {
  isEnded(id: string): Promise<boolean>;
  /** Ending twice is the same. */
  end(session: EndedSession): Promise<void>;
}

/** What must come back unchanged from the issuer; kept by the browser, encrypted, while it is there. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface StartedSignIn {
  /** At the issuer. */
  readonly url: string;
  readonly checks: SignInChecks;
}

export type SignedIn =
  | { readonly kind: 'person'; readonly identity: Identity }
  /** The person said no, or the issuer did. */
  | { readonly kind: 'declined' }
  /** Whatever came back is not the answer to what was asked: forged, used before, or too late. `why` is for the log. */
  | { readonly kind: 'refused'; readonly why: string };

/** An OpenID Connect issuer. Throws `Unavailable` when it does not answer. */
export interface IdentityProvider {
  start(): Promise<StartedSignIn>;
  /** `answer`: the query with which the browser came back. */
  finish(answer: URLSearchParams, checks: SignInChecks): Promise<SignedIn>;
  /** Where the browser ends its session with the issuer, if the issuer has such a place. */
  endSessionUrl(): Promise<string | undefined>;
}

/** The issuer's own users, where the issuer is ours (Cognito). */
export interface UserDirectory {
  /** Makes a user with a password for the first time only; undefined when there is one of this address. */
  addUser(mail: string): Promise<{ readonly temporaryPassword: string } | undefined>;
}

/** Text that only we can read or make, for one purpose and until a moment. */
export interface Sealing {
  seal(purpose: SealedFor, content: object, until: string): Promise<string>;
  /** Undefined for whatever was not sealed by us for this purpose, or is over. */
  open(purpose: SealedFor, sealed: string, now: string): Promise<unknown>;
}
export type SealedFor = 'session' | 'sign-in';
