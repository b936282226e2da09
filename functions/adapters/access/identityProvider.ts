import * as oidc from 'openid-client';
import { identityOf } from '../../domain/access/identity.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { IdentityProvider, SignedIn, SignInChecks } from '../../operations/access/ports.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client: then PKCE alone proves that who asks is who began. */
  clientSecret(): Promise<string | undefined>;
  /** Where the issuer sends people back to: of the stage's own address, never of what a request says of itself. */
  readonly callbackUrl: string;
  readonly afterSignOutUrl: string;
  readonly mailClaim?: string | undefined;
  /** How the issuer is reached, where that is not by its own address over https: the local cloud's Cognito. */
  readonly transport?: Transport | undefined;
}

export interface Transport {
  readonly fetch: oidc.CustomFetch;
  /** Nothing leaves this machine: then it needs no https, and the connection alone vouches for a token. */
  readonly staysHere: boolean;
}

const TIMEOUT_SECONDS = 5;
/** What is asked of the issuer's clock and ours (RFC 7519, 4.1.4: a few minutes at most). */
const CLOCK_TOLERANCE_SECONDS = 30;
/** An issuer's addresses are looked up again after this: they move a few times in its life. */
const DISCOVERED_MS = 3_600_000;

/** Signing in with any OpenID Connect issuer: authorization code, PKCE (S256), state and nonce, signature checked. */
export function createIdentityProvider(settings: ProviderSettings): IdentityProvider {
  let known: { readonly found: Promise<oidc.Configuration>; readonly until: number } | undefined;
  const configuration = (): Promise<oidc.Configuration> => {
    if (known && known.until > Date.now()) return known.found;
    const found = discover(settings);
    known = { found, until: Date.now() + DISCOVERED_MS };
    // A failure is not kept.
    found.catch(() => {
      known = undefined;
    });
    return found;
  };
  return {
    start: () =>
      reached(async () => {
        const checks: SignInChecks = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          codeVerifier: oidc.randomPKCECodeVerifier(),
        };
        const url = oidc.buildAuthorizationUrl(await configuration(), {
          redirect_uri: settings.callbackUrl,
          scope: 'openid email profile',
          state: checks.state,
          nonce: checks.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier),
          code_challenge_method: 'S256',
        });
        return { url: url.href, checks };
      }),
    finish: async (answer, checks) => {
      const config = await reached(configuration);
      const back = new URL(settings.callbackUrl);
      back.search = answer.toString();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, back, {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.codeVerifier,
          idTokenExpected: true,
        });
        const identity = identityOf(tokens.claims() ?? {}, settings.mailClaim);
        return typeof identity === 'string'
          ? { kind: 'refused', why: identity }
          : { kind: 'person', identity };
      } catch (error) {
        return whatWentWrong(error);
      }
    },
    endSessionUrl: () =>
      reached(async () => {
        const config = await configuration();
        if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
        return oidc.buildEndSessionUrl(config, {
          post_logout_redirect_uri: settings.afterSignOutUrl,
          // Cognito has a name of its own for it (Cognito Developer Guide, "Logout endpoint").
          ...(isCognito(settings.issuer) && { logout_uri: settings.afterSignOutUrl }),
        }).href;
      }),
  };
}

async function discover(settings: ProviderSettings): Promise<oidc.Configuration> {
  const { transport } = settings;
  const secret = await settings.clientSecret();
  const config = await oidc.discovery(
    new URL(settings.issuer),
    settings.clientId,
    { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    secret === undefined ? oidc.None() : oidc.ClientSecretPost(secret),
    {
      timeout: TIMEOUT_SECONDS,
      // Else only the connection says that a token is the issuer's, not its signature.
      execute: [transport?.staysHere ? oidc.allowInsecureRequests : oidc.enableNonRepudiationChecks],
      ...(transport && { [oidc.customFetch]: transport.fetch }),
    },
  );
  return config;
}

function isCognito(issuer: string): boolean {
  return /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/.test(new URL(issuer).hostname);
}

/** Of openid-client: the issuer did not answer, or not with what an issuer answers. Trying again later may help. */
const NO_ANSWER = new Set([
  undefined,
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** The codes of these errors say what was wrong without a token or a name in them. */
function whatWentWrong(error: unknown): SignedIn {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (error.error === 'access_denied') return { kind: 'declined' };
    return { kind: 'refused', why: saidByIssuer(error.error) };
  }
  // The issuer took our request and refused the code: used before, of another sign-in, or too late.
  if (error instanceof oidc.ResponseBodyError && error.status < 500)
    return { kind: 'refused', why: saidByIssuer(error.error) };
  if (error instanceof oidc.ClientError && !NO_ANSWER.has(error.code))
    return { kind: 'refused', why: error.code ?? error.name };
  throw new Unavailable('De aanmelddienst', nameOf(error));
}

/** A code of OAuth (RFC 6749, 4.1.2.1); it comes through the browser, so that anything can be in it. */
function saidByIssuer(code: string): string {
  return /^[a-z_]{1,40}$/.test(code) ? `issuer said ${code}` : 'issuer said something else';
}

async function reached<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof Unavailable ? error : new Unavailable('De aanmelddienst', nameOf(error));
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'onbekend';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
