import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { endOf, newSession, type Session } from '../../functions/domain/access/session.ts';
import { createCookies } from '../../functions/web/access/cookies.ts';
import type { AccessDependencies } from '../../functions/web/access/dependencies.ts';
import { guard } from '../../functions/web/access/guard.ts';
import type { PortalEnv } from '../../functions/web/access/visitor.ts';
import { accessWith, grantOf, memoryGrants, ORIGIN } from './portalAccess.ts';

const AT = '2026-02-02T09:00:00.000Z';
const MAIL = 'leider@gemeente.example';
const OWN = { 'sec-fetch-site': 'same-origin' };

/** A portal with one form that changes something, and somebody who may send it. */
async function portalWithForm(changes: Partial<AccessDependencies> = {}) {
  const grants = memoryGrants([grantOf({ mail: MAIL, role: 'lead' })]);
  const access = accessWith({ grants, ...changes });
  const app = new Hono<PortalEnv>();
  const log = { info: () => {}, warn: () => {} };
  const deps = { ...access, cookies: createCookies(true), stage: 'prod', log, now: () => AT };
  app.use(
    guard(deps, {
      'POST /wijzig': { kind: 'action', action: 'correct-answer', target: () => ({ trajectory: 'x' }) },
      'POST /lees': { kind: 'action', action: 'see-overview', reading: true },
    }),
  );
  app.post('/wijzig', (c) => c.text('changed'));
  app.post('/lees', (c) => c.text('changed'));
  const session = newSession({ mail: MAIL, name: 'Leider' }, AT);
  const sealed = await access.sealing.seal('session', session, endOf(session));
  return { app, session, cookie: `__Host-sessie=${sealed}` };
}

type Portal = Awaited<ReturnType<typeof portalWithForm>>;

function send(
  { app, cookie }: Portal,
  formToken: string | undefined,
  headers: Record<string, string>,
  path = '/wijzig',
) {
  return app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(formToken === undefined ? {} : { formToken }).toString(),
  });
}

test('a form of ours, sent by who may, is taken', async () => {
  const portal = await portalWithForm();
  expect(await (await send(portal, portal.session.formToken, OWN)).text()).toBe('changed');
  expect(await (await send(portal, portal.session.formToken, { origin: ORIGIN })).text()).toBe('changed');
});

// Guards: guard.ts: carriesTokenOf, isOurs.
test.each<[what: string, token: (session: Session) => string | undefined, headers: Record<string, string>]>([
  [
    'of another site, though with the token',
    ({ formToken }) => formToken,
    { 'sec-fetch-site': 'cross-site' },
  ],
  ['of a neighbour, though with the token', ({ formToken }) => formToken, { 'sec-fetch-site': 'same-site' }],
  ['of nobody knows where', ({ formToken }) => formToken, {}],
  ['without the token', () => undefined, OWN],
  ['with an empty token', () => '', OWN],
  ['with the token of another session', () => 'x'.repeat(22), OWN],
])('a form %s changes nothing', async (_what, token, headers) => {
  const portal = await portalWithForm();
  const answer = await send(portal, token(portal.session), headers);
  expect([answer.status, await answer.text()]).toEqual([
    403,
    expect.stringContaining('Er is niets gewijzigd'),
  ]);
});

test('somebody without a session sends no form, also where anybody may read', async () => {
  for (const anonymousMayRead of [false, true]) {
    const portal = await portalWithForm({ anonymousMayRead });
    for (const path of ['/wijzig', '/lees']) {
      const foreign = await send({ ...portal, cookie: 'x=y' }, portal.session.formToken, {}, path);
      expect(await foreign.text()).not.toMatch(/changed|Verstuur het opnieuw/);
      const answer = await send({ ...portal, cookie: 'x=y' }, portal.session.formToken, OWN, path);
      expect(await answer.text()).not.toContain('changed');
      expect([401, 403]).toContain(answer.status);
    }
  }
});

describe('who took so long that the session is over', () => {
  const TYPED = { reden: 'Een lang verhaal\n<b>met "markup"</b>' };
  const post = (
    { app, cookie }: Portal,
    fields: Record<string, string>,
    headers: Record<string, string> = OWN,
  ) =>
    app.request(`${ORIGIN}/wijzig?van=x`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });

  // Guards: guard.ts: signedOutMeanwhilePage and earlierFormPage; sendAgainPage.tsx: SendAgain.
  test('loses nothing of what was typed: signs in elsewhere, sends it again, and confirms that with a new token', async () => {
    const portal = await portalWithForm();
    const over = await post({ ...portal, cookie: 'x=y' }, { ...TYPED, formToken: 'x'.repeat(22) });
    const kept = await over.text();
    expect([over.status, kept]).toEqual([401, expect.stringContaining('Er is niets gewijzigd')]);
    const field = 'name="reden" value="Een lang verhaal\n&lt;b&gt;met &quot;markup&quot;&lt;/b&gt;"';
    expect(kept).toContain(field);
    expect(kept).toContain('action="/wijzig?van=x"');
    expect(kept).not.toContain('formToken');

    const earlier = await post(portal, TYPED);
    const again = await earlier.text();
    expect([earlier.status, again]).toEqual([403, expect.stringContaining(field)]);
    expect(await (await post(portal, { ...TYPED, formToken: portal.session.formToken })).text()).toBe(
      'changed',
    );
  });

  test('is not offered to send what another site had sent', async () => {
    const portal = await portalWithForm();
    for (const cookie of [portal.cookie, 'x=y']) {
      const answer = await post({ ...portal, cookie }, TYPED, { 'sec-fetch-site': 'cross-site' });
      expect(await answer.text()).not.toContain('Een lang verhaal');
    }
  });
});
