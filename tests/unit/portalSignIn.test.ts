import { beforeEach, describe, expect, test } from 'vitest';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import type { AccessDependencies } from '../../functions/web/access/dependencies.ts';
import { type Behaviour, startFakeIssuer } from './fakeIssuer.ts';
import { accessWith, grantOf, memoryGrants, ORIGIN, ownSealing } from './portalAccess.ts';
import { createBrowser } from './portalBrowser.ts';

const START = '2026-02-02T09:00:00.000Z';
const MAIL = 'secretaris@gemeente.example';
const minutesLater = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString();

let at: string;
beforeEach(() => {
  at = START;
});

/** A portal with an issuer, and a browser that keeps its cookies. */
async function portalWith(
  behaviour: Behaviour = {},
  changes: Partial<AccessDependencies> = {},
  stage = 'prod',
) {
  const issuer = await startFakeIssuer(behaviour);
  const access = accessWith({
    provider: issuer.provider,
    grants: memoryGrants([grantOf({ mail: MAIL })]),
    ...changes,
  });
  const browser = createBrowser({ access, stage, now: () => at });
  const signIn = async (back?: string) => {
    const started = await browser.get(back ? `/aanmelden?terug=${encodeURIComponent(back)}` : '/aanmelden');
    const answer = issuer.signInAt(started.headers.get('location') ?? '');
    return browser.get(`/aanmelden/terug?${answer}`);
  };
  return { issuer, access, browser, signIn };
}

describe('signing in', () => {
  test('begins where a page asks for it, and goes back there', async () => {
    const { browser, signIn } = await portalWith();
    const asked = await browser.get('/traject/visietraject?x=1');
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      `/aanmelden?terug=${encodeURIComponent('/traject/visietraject?x=1')}`,
    ]);
    const back = await signIn('/traject/visietraject?x=1');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/traject/visietraject?x=1']);
    expect((await browser.get('/')).status).toBe(200);
  });

  test('every page then says who is signed in, and has a form to get out', async () => {
    const { browser, signIn } = await portalWith();
    await signIn();
    const html = await (await browser.get('/')).text();
    expect(html).toContain('S. de Vries');
    expect(html).toMatch(/<form method="post" action="\/afmelden">/);
  });

  // Guards: signInRoutes.ts: pending is needed, and removed before it is used.
  test('an answer without a question of this browser signs nobody in: nobody is signed in as somebody else', async () => {
    const { issuer, browser } = await portalWith();
    const victim = createBrowser({
      access: accessWith({ provider: issuer.provider }),
      stage: 'prod',
      now: () => at,
    });
    const started = await browser.get('/aanmelden');
    const answer = issuer.signInAt(started.headers.get('location') ?? '');
    const planted = await victim.get(`/aanmelden/terug?${answer}`);
    expect(planted.status).toBe(400);
    expect(await planted.text()).toContain('Opnieuw aanmelden');
    expect(victim.cookies()).toEqual({});
  });

  test('an answer is good for one time', async () => {
    const { issuer, browser } = await portalWith();
    const started = await browser.get('/aanmelden');
    const answer = issuer.signInAt(started.headers.get('location') ?? '');
    expect((await browser.get(`/aanmelden/terug?${answer}`)).status).toBe(303);
    expect((await browser.get(`/aanmelden/terug?${answer}`)).status).toBe(400);
  });

  test.each([9, 11])('after %d minutes at the issuer', async (minutes) => {
    const { issuer, browser } = await portalWith();
    const started = await browser.get('/aanmelden');
    const answer = issuer.signInAt(started.headers.get('location') ?? '');
    at = minutesLater(minutes);
    expect((await browser.get(`/aanmelden/terug?${answer}`)).status).toBe(minutes < 10 ? 303 : 400);
  });

  test('a sign-in that the issuer does not vouch for leaves nobody signed in, and a line in the log', async () => {
    const { browser, signIn } = await portalWith({ claims: { nonce: 'another' } });
    expect((await signIn()).status).toBe(400);
    expect((await browser.get('/')).status).toBe(303);
    expect(browser.log.map(({ message }) => message)).toEqual(['a sign-in was refused']);
  });

  test('gives a session of its own each time: one that was planted before is not taken over', async () => {
    const { browser, signIn } = await portalWith();
    await signIn();
    const first = browser.cookies()['__Host-sessie'];
    await signIn();
    expect(browser.cookies()['__Host-sessie']).not.toBe(first);
  });

  test('with an issuer that is down says so, and the pages that are for all go on', async () => {
    const { browser } = await portalWith({ down: true });
    expect((await browser.get('/aanmelden')).status).toBe(503);
    expect((await browser.get('/healthz')).status).toBe(200);
  });
});

describe('the cookies', () => {
  test('are for this host, over https, for no script, and not sent along by other sites', async () => {
    const { browser, signIn } = await portalWith();
    const started = await browser.get('/aanmelden');
    const back = await signIn();
    const set = [...started.headers.getSetCookie(), ...back.headers.getSetCookie()];
    const made = set.filter((cookie) => !/Max-Age=0/.test(cookie));
    expect(made.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-aanmelding', '__Host-sessie']);
    for (const cookie of set) {
      expect(cookie).toMatch(
        /; Path=\/; HttpOnly; Secure; SameSite=Lax$|Max-Age=0; Path=\/; HttpOnly; Secure/,
      );
      expect(cookie).not.toMatch(/Domain=/i);
      expect(cookie.length).toBeLessThan(4096);
    }
  });

  test('tell nothing of the person', async () => {
    const { browser, signIn } = await portalWith();
    await signIn();
    const sealed = browser.cookies()['__Host-sessie'] ?? '';
    const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(parts.join(' ')).not.toMatch(/Vries|gemeente/i);
    expect(JSON.parse(parts[0] ?? '')).toEqual({ alg: 'dir', enc: 'A256GCM' });
  });

  test('have no prefix in the local cloud, which has no https', async () => {
    const { browser, signIn } = await portalWith({}, {}, 'local');
    await signIn();
    expect(Object.keys(browser.cookies())).toEqual(['sessie']);
  });
});

describe('a session', () => {
  test('is over an hour after it was last used, and eight hours after it began', async () => {
    const { browser, signIn } = await portalWith();
    await signIn();
    for (let minutes = 59; minutes < 480; minutes += 59) {
      at = minutesLater(minutes);
      expect([minutes, (await browser.get('/')).status]).toEqual([minutes, 200]);
    }
    at = minutesLater(480);
    expect((await browser.get('/')).status).toBe(303);
  });

  test('that is not used for an hour is over', async () => {
    const { browser, signIn } = await portalWith();
    await signIn();
    at = minutesLater(60);
    expect((await browser.get('/')).status).toBe(303);
  });

  // Guards: sealing.ts: audience, and the key itself.
  test.each<[what: string, change: (sealed: string) => string | Promise<string>]>([
    ['tampered with', (sealed) => sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')],
    ['cut short', (sealed) => sealed.slice(0, 40)],
    ['made up', () => 'eyJhbGciOiJub25lIn0.e30.'],
    ['sealed with another key', () => ownSealing().seal('session', sessionOfAnybody, minutesLater(60))],
    ['too long', () => 'x'.repeat(5000)],
  ])('%s is none', async (_what, change) => {
    const { browser, signIn } = await portalWith();
    await signIn();
    browser.setCookie('__Host-sessie', await change(browser.cookies()['__Host-sessie'] ?? ''));
    expect((await browser.get('/')).status).toBe(303);
  });

  test('cannot be made of what was sealed for signing in', async () => {
    const { browser, access } = await portalWith();
    browser.setCookie(
      '__Host-sessie',
      await access.sealing.seal('sign-in', sessionOfAnybody, minutesLater(60)),
    );
    expect((await browser.get('/')).status).toBe(303);
    browser.setCookie(
      '__Host-sessie',
      await access.sealing.seal('session', sessionOfAnybody, minutesLater(60)),
    );
    expect((await browser.get('/')).status).toBe(200);
  });

  test('ends with its role: grants are looked up at each request', async () => {
    const grants = memoryGrants([grantOf({ mail: MAIL })]);
    const { browser, signIn } = await portalWith({}, { grants });
    await signIn();
    await grants.removeGrant(grantOf({ mail: MAIL }));
    const refused = await browser.get('/');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain(MAIL);
  });
});

const sessionOfAnybody = {
  id: 'id',
  formToken: 'token',
  mail: MAIL,
  name: 'S.',
  startedAt: START,
  seenAt: START,
};

describe('signing out', () => {
  const OWN = { 'sec-fetch-site': 'same-origin' };

  test('ends the session here and at the issuer', async () => {
    const { browser, signIn } = await portalWith();
    await signIn();
    const out = await browser.post('/afmelden', await browser.formOf('/'), OWN);
    expect(out.status).toBe(200);
    expect(out.headers.get('refresh')).toMatch(/^0; url=https:\/\/login\.gemeente\.example\/realm\/logout\?/);
    expect(browser.cookies()['__Host-sessie']).toBeUndefined();
    expect((await browser.get('/')).status).toBe(303);
  });

  // Guards: signInRoutes.ts: deps.ended.end; readVisitor.ts: isEnded.
  test('also for who kept a copy of the cookie', async () => {
    const { browser, signIn } = await portalWith();
    await signIn();
    const copy = browser.cookies()['__Host-sessie'] ?? '';
    await browser.post('/afmelden', await browser.formOf('/'), OWN);
    browser.setCookie('__Host-sessie', copy);
    expect((await browser.get('/')).status).toBe(303);
  });

  test.each<[what: string, form: Record<string, string>, headers: Record<string, string>]>([
    ['sent by another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['sent by a neighbour under the same domain', {}, { 'sec-fetch-site': 'same-site' }],
    ['of another origin, by a browser that says no more', {}, { origin: 'https://elders.example' }],
    ['of an origin that is kept secret', {}, { origin: 'null' }],
    ['that does not say where it comes from', {}, {}],
    ['without the token of the form', { formToken: '' }, OWN],
    ['with the token of another session', { formToken: 'x'.repeat(22) }, OWN],
  ])('a form %s signs nobody out', async (_what, form, headers) => {
    const { browser, signIn } = await portalWith();
    await signIn();
    const ours = await browser.formOf('/');
    expect((await browser.post('/afmelden', { ...ours, ...form }, headers)).status).toBe(403);
    expect((await browser.get('/')).status).toBe(200);
  });

  test('is possible with the Origin of an older browser, and when the session is over', async () => {
    const { browser, signIn } = await portalWith();
    await signIn();
    const form = await browser.formOf('/');
    at = minutesLater(61);
    expect((await browser.post('/afmelden', form, { origin: ORIGIN })).status).toBe(200);
  });

  test('works while the issuer is down', async () => {
    const { browser, signIn } = await portalWith({}, {});
    await signIn();
    const form = await browser.formOf('/');
    const down = await portalWith();
    const broken = createBrowser({
      access: {
        ...down.access,
        provider: {
          ...down.access.provider,
          endSessionUrl: () => Promise.reject(new Unavailable('De aanmelddienst', 'x')),
        },
      },
      stage: 'prod',
      now: () => at,
    });
    const out = await broken.post('/afmelden', form, OWN);
    expect([out.status, out.headers.get('refresh')]).toEqual([200, null]);
  });
});

describe('where to go back to', () => {
  test.each([
    '//elders.example',
    '/\\elders.example',
    '/\\/elders.example',
    '\\\\elders.example',
    'https://elders.example',
    'https:elders.example',
    'javascript:alert(1)',
    '/\t/elders.example',
    '/\n/elders.example',
    '/.//elders.example',
    '/%5celders\\.example',
    ' //elders.example',
    'traject/visietraject',
    '/aanmelden',
    '/afmelden',
    `/${'a'.repeat(600)}`,
    '/é',
  ])('%j is not gone to', async (back) => {
    const { signIn } = await portalWith();
    expect((await signIn(back)).headers.get('location')).toBe('/');
  });

  test.each(['/', '/traject/visietraject', '/beheer?a=1&b=/c'])('%s is', async (back) => {
    const { signIn } = await portalWith();
    expect((await signIn(back)).headers.get('location')).toBe(back);
  });
});

// Guards: log.ts's rule, in every file of a sign-in: no fields but ids and codes.
test('nothing of a person, and no secret, is in the log of a whole sign-in and out, good or bad', async () => {
  const { browser, signIn, issuer } = await portalWith();
  await signIn('/traject/visietraject');
  await browser.get('/');
  await browser.get('/beheer');
  const sealed = browser.cookies()['__Host-sessie'] ?? '';
  await browser.post('/afmelden', await browser.formOf('/'), { 'sec-fetch-site': 'same-origin' });
  issuer.behaviour.claims = { email_verified: false };
  await signIn();
  issuer.behaviour.refuses = 'invalid_grant';
  await signIn();
  issuer.behaviour.down = true;
  await signIn();
  const log = JSON.stringify(browser.log);
  expect(browser.log.length).toBeGreaterThan(2);
  expect(log).not.toMatch(/gemeente\.example|Vries|secretaris/i);
  for (const secret of ['code-of-the-issuer', 'access-token-of-the-issuer', 'eyJ', sealed.slice(0, 30)])
    expect(log).not.toContain(secret);
});
