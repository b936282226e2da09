import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import {
  createIdentityProvider,
  type ProviderSettings,
} from '../../functions/adapters/access/identityProvider.ts';
import { ORIGIN } from './portalAccess.ts';

export const ISSUER = 'https://login.gemeente.example/realm';
export const CLIENT = 'besluitketen';
const KEY_ID = 'key-1';

/** Of the issuer, and of somebody else. Making them takes a while: one time a file. */
const keyPairs = Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);

/** What a person at the issuer did, and how the issuer (or who sits between) answers. */
export interface Behaviour {
  /** Over what an ordinary ID token says. */
  claims?: JWTPayload;
  /** Signs with a key that is not in its published set. */
  forged?: boolean;
  /** Has no code any more, or never had. */
  refuses?: string;
  down?: boolean;
  noSignOut?: boolean;
}

/** An OpenID Connect issuer inside this process: discovery, keys, tokens. Remembers what it was asked. */
export async function startFakeIssuer(behaviour: Behaviour = {}, settings: Partial<ProviderSettings> = {}) {
  const [{ publicKey, privateKey }, { privateKey: stranger }] = await keyPairs;
  const asked: { path: string; body: URLSearchParams }[] = [];
  let nonce: string | undefined;
  const json = (content: unknown, status = 200) =>
    new Response(JSON.stringify(content), { status, headers: { 'content-type': 'application/json' } });
  const idToken = () =>
    new SignJWT({
      nonce,
      email: 'Secretaris@Gemeente.example',
      email_verified: true,
      name: 'S. de Vries',
      ...behaviour.claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
      .setIssuer(typeof behaviour.claims?.iss === 'string' ? behaviour.claims.iss : ISSUER)
      .setAudience(typeof behaviour.claims?.aud === 'string' ? behaviour.claims.aud : CLIENT)
      .setSubject('subject-1')
      .setIssuedAt()
      .setExpirationTime(behaviour.claims?.exp ?? '5 minutes')
      .sign(behaviour.forged ? stranger : privateKey);
  const answers: Record<string, () => Response | Promise<Response>> = {
    '/realm/.well-known/openid-configuration': () =>
      json({
        issuer: ISSUER,
        authorization_endpoint: `${ISSUER}/authorize`,
        token_endpoint: `${ISSUER}/token`,
        jwks_uri: `${ISSUER}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...(!behaviour.noSignOut && { end_session_endpoint: `${ISSUER}/logout` }),
      }),
    '/realm/keys': async () =>
      json({ keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }] }),
    '/realm/token': async () =>
      behaviour.refuses
        ? json({ error: behaviour.refuses }, 400)
        : json({
            access_token: 'access-token-of-the-issuer',
            token_type: 'Bearer',
            id_token: await idToken(),
          }),
  };
  const provider = createIdentityProvider({
    issuer: ISSUER,
    clientId: CLIENT,
    clientSecret: async () => undefined,
    callbackUrl: `${ORIGIN}/aanmelden/terug`,
    afterSignOutUrl: `${ORIGIN}/afgemeld`,
    transport: {
      staysHere: false,
      fetch: async (url, { body }) => {
        if (behaviour.down) throw new TypeError('fetch failed');
        const { pathname } = new URL(url);
        asked.push({ path: pathname, body: new URLSearchParams(String(body ?? '')) });
        return answers[pathname]?.() ?? new Response('', { status: 404 });
      },
    },
    ...settings,
  });
  return {
    provider,
    asked,
    behaviour,
    /** Somebody signs in there and is sent back: what the browser comes back with. */
    signInAt: (authorizeUrl: string) => {
      const { searchParams } = new URL(authorizeUrl);
      nonce = searchParams.get('nonce') ?? undefined;
      return new URLSearchParams({ code: 'code-of-the-issuer', state: searchParams.get('state') ?? '' });
    },
  };
}
