import { describe, expect, test } from 'vitest';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { type Behaviour, CLIENT, ISSUER, startFakeIssuer } from './fakeIssuer.ts';
import { ORIGIN } from './portalAccess.ts';

/** One sign-in from beginning to end at an issuer that behaves so. */
async function signIn(behaviour: Behaviour = {}, change: (answer: URLSearchParams) => void = () => {}) {
  const issuer = await startFakeIssuer(behaviour);
  const { url, checks } = await issuer.provider.start();
  const answer = issuer.signInAt(url);
  change(answer);
  return issuer.provider.finish(answer, checks);
}

test('asks for a code, with PKCE, state and nonce, and nothing of it is the same twice', async () => {
  const { provider } = await startFakeIssuer();
  const [first, second] = [await provider.start(), await provider.start()];
  const asked = Object.fromEntries(new URL(first.url).searchParams);
  expect(first.url.startsWith(`${ISSUER}/authorize?`)).toBe(true);
  expect(asked).toMatchObject({
    client_id: CLIENT,
    response_type: 'code',
    redirect_uri: `${ORIGIN}/aanmelden/terug`,
    scope: 'openid email profile',
    code_challenge_method: 'S256',
    state: first.checks.state,
    nonce: first.checks.nonce,
  });
  expect(first.url).not.toContain(first.checks.codeVerifier);
  for (const check of ['state', 'nonce', 'codeVerifier'] as const)
    expect(second.checks[check]).not.toBe(first.checks[check]);
});

test('the person is who the ID token says, with the address in lower case', async () => {
  expect(await signIn()).toEqual({
    kind: 'person',
    identity: { mail: 'secretaris@gemeente.example', name: 'S. de Vries' },
  });
});

test('the code is exchanged with the verifier of this sign-in', async () => {
  const issuer = await startFakeIssuer();
  const { url, checks } = await issuer.provider.start();
  await issuer.provider.finish(issuer.signInAt(url), checks);
  const token = issuer.asked.find(({ path }) => path === '/realm/token');
  expect(token?.body.get('code_verifier')).toBe(checks.codeVerifier);
});

describe('refused, and nobody is signed in', () => {
  // Guards: identityProvider.ts: expectedState, expectedNonce, and enableNonRepudiationChecks in discover.
  const long = 3600;
  const seconds = Math.floor(Date.now() / 1000);
  const attacks: [what: string, behaviour: Behaviour, change?: (answer: URLSearchParams) => void][] = [
    ['a state of another sign-in', {}, (answer) => answer.set('state', 'x'.repeat(43))],
    ['no state', {}, (answer) => answer.delete('state')],
    ['a nonce of another sign-in', { claims: { nonce: 'another' } }],
    ['a token signed by another key', { forged: true }],
    ['a token of another issuer', { claims: { iss: 'https://login.elders.example' } }],
    ['a token for another client', { claims: { aud: 'another' } }],
    ['a token that is over', { claims: { exp: seconds - long } }],
    ['a code that was used before', { refuses: 'invalid_grant' }],
    ['an answer without a code', {}, (answer) => answer.delete('code')],
    ['an answer of another issuer', {}, (answer) => answer.set('iss', 'https://login.elders.example')],
    ['an address that is not verified', { claims: { email_verified: false } }],
    ['an address of which that is not said', { claims: { email_verified: undefined } }],
    ['an address that is said to be verified in a word', { claims: { email_verified: 'true' } }],
    ['no address', { claims: { email: undefined } }],
    ['an address that is none', { claims: { email: 'secretaris' } }],
  ];
  test.each(attacks)('%s', async (_what, behaviour, change) => {
    expect(await signIn(behaviour, change)).toMatchObject({ kind: 'refused' });
  });

  test('what the issuer calls it is told to the log only as a code', async () => {
    const strange = (answer: URLSearchParams) => {
      answer.delete('code');
      answer.set('error', 'jan@gemeente.example\n{"level":"INFO"}');
    };
    expect(await signIn({}, strange)).toEqual({ kind: 'refused', why: 'issuer said something else' });
  });
});

test('somebody who says no there is told so', async () => {
  const no = (answer: URLSearchParams) => {
    answer.delete('code');
    answer.set('error', 'access_denied');
  };
  expect(await signIn({}, no)).toEqual({ kind: 'declined' });
});

describe('an issuer without email_verified', () => {
  const claims = { email: undefined, email_verified: undefined, preferred_username: 'Jan@Gemeente.example' };
  const finish = async (behaviour: Behaviour, mailClaim?: string) => {
    const issuer = await startFakeIssuer(behaviour, { mailClaim });
    const { url, checks } = await issuer.provider.start();
    return issuer.provider.finish(issuer.signInAt(url), checks);
  };

  test('is trusted in the claim the stage names, and in no other', async () => {
    expect(await finish({ claims }, 'preferred_username')).toMatchObject({
      identity: { mail: 'jan@gemeente.example' },
    });
    expect(await finish({ claims })).toMatchObject({ kind: 'refused' });
    expect(
      await finish({ claims: { ...claims, email_verified: false } }, 'preferred_username'),
    ).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('an issuer that does not answer', () => {
  test('is unavailable, and asked again the next time', async () => {
    const issuer = await startFakeIssuer({ down: true });
    await expect(issuer.provider.start()).rejects.toThrow(Unavailable);
    issuer.behaviour.down = false;
    expect((await issuer.provider.start()).url).toContain('/authorize');
  });

  test('is unavailable when it goes between the question and the answer', async () => {
    const issuer = await startFakeIssuer();
    const { url, checks } = await issuer.provider.start();
    issuer.behaviour.down = true;
    await expect(issuer.provider.finish(issuer.signInAt(url), checks)).rejects.toThrow(Unavailable);
  });
});

describe('signing out at the issuer', () => {
  test('goes to where its discovery document says, and back to us', async () => {
    const { provider } = await startFakeIssuer();
    const url = new URL((await provider.endSessionUrl()) ?? '');
    expect(`${url.origin}${url.pathname}`).toBe(`${ISSUER}/logout`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: CLIENT,
      post_logout_redirect_uri: `${ORIGIN}/afgemeld`,
    });
  });

  test('is left out where it has no such place', async () => {
    const { provider } = await startFakeIssuer({ noSignOut: true });
    expect(await provider.endSessionUrl()).toBeUndefined();
  });
});
