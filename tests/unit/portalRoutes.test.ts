import { describe, expect, test } from 'vitest';
import { ACCESS_ROLES, type AccessRole } from '../../functions/domain/access/role.ts';
import { endOf, newSession } from '../../functions/domain/access/session.ts';
import { ROUTE_ACCESS } from '../../functions/web/access/routeAccess.ts';
import { ANSWER_PATH } from '../../functions/web/answer/placeOfPath.ts';
import { BOOKINGS_PATH } from '../../functions/web/budget/budgetRoutes.tsx';
import { PUBLIC_JSON_PATH } from '../../functions/web/public/publicRoutes.tsx';
import { accessWith, grantOf, memoryGrants } from './portalAccess.ts';
import { createBrowser } from './portalBrowser.ts';
import { memoryForms } from './portalForms.ts';
import { started, storeWith } from './portalRecord.ts';

const AT = '2026-02-02T09:00:00.000Z';
const MAIL = 'iemand@gemeente.example';
const WHO = ['anonymous', 'nobody', ...ACCESS_ROLES] as const;
type Who = (typeof WHO)[number];

/** A browser of somebody with this role in all trajectories; `nobody` is signed in and holds none. */
async function browserOf(who: Who, { trajectory = '*', anonymousMayRead = false } = {}) {
  const role = who as AccessRole;
  const body = who === 'secretary' ? { body: 'GM0072/college' } : {};
  const isRole = (ACCESS_ROLES as readonly string[]).includes(who);
  const grants = memoryGrants(isRole ? [grantOf({ mail: MAIL, role, trajectory, ...body })] : []);
  const access = accessWith({ grants, anonymousMayRead });
  const store = storeWith(started(), started('ander'), started('gespeeld', 'virtual'));
  const { stores: forms } = memoryForms();
  const browser = createBrowser({ access, stage: 'prod', now: () => AT, store, forms });
  const session = newSession({ mail: MAIL, name: 'Iemand' }, AT);
  if (who !== 'anonymous') {
    browser.setCookie('__Host-sessie', await access.sealing.seal('session', session, endOf(session)));
  }
  return { ...browser, formToken: session.formToken };
}

/** Every route of the portal, as it is registered: `GET /traject/:id`. Middleware has no path of its own. */
const { portal } = await browserOf('anonymous');
const ROUTES = [
  ...new Set(
    portal.routes.filter(({ path }) => path !== '/*').map(({ method, path }) => `${method} ${path}`),
  ),
];

/** An address of each route. */
const ADDRESS: Readonly<Record<string, string>> = {
  [`GET ${ANSWER_PATH}`]: '/antwoord/visietraject/process-proposal.r1/GM0072/college',
  [`POST ${ANSWER_PATH}`]: '/antwoord/visietraject/process-proposal.r1/GM0072/college',
  'GET /traject/:id': '/traject/visietraject',
  'GET /traject/:id/ronde/:round': '/traject/visietraject/ronde/process-proposal.r1',
  'GET /traject/:id/dossier': '/traject/visietraject/dossier',
  'GET /traject/:id/dossier.zip': '/traject/visietraject/dossier.zip?ronde=x',
  'GET /traject/:id/ronde/:round/raadsinformatiebrief':
    '/traject/visietraject/ronde/process-proposal.r1/raadsinformatiebrief',
  'POST /traject/:id/ronde/:round/raadsinformatiebrief':
    '/traject/visietraject/ronde/process-proposal.r1/raadsinformatiebrief',
  'GET /traject/:id/ronde/:round/raadsinformatiebrief.pdf':
    '/traject/visietraject/ronde/process-proposal.r1/raadsinformatiebrief.pdf',
  'GET /traject/:id/overzicht/:quarter': '/traject/visietraject/overzicht/2026-Q1',
  'POST /traject/:id/overzicht/:quarter': '/traject/visietraject/overzicht/2026-Q1',
  'GET /traject/:id/budget': '/traject/visietraject/budget',
  [`GET ${BOOKINGS_PATH}`]: '/traject/visietraject/budget/GM0072-2025.csv',
  'GET /traject/:id/logboek': '/traject/visietraject/logboek',
  'GET /traject/:id/logboek.csv': '/traject/visietraject/logboek.csv',
  'GET /traject/:id/logboek.json': '/traject/visietraject/logboek.json',
  'GET /agenda/:file{[^/]+\\.ics}': '/agenda/nergens.ics',
  'GET /beheer/traject/:id/plan': '/beheer/traject/visietraject/plan',
  'POST /beheer/traject/:id/plan': '/beheer/traject/visietraject/plan',
  'GET /beheer/traject/:id/plan.yaml': '/beheer/traject/visietraject/plan.yaml',
  'GET /openbaar/:id': '/openbaar/visietraject',
  [`GET ${PUBLIC_JSON_PATH}`]: '/openbaar/visietraject.json',
};

const ALL_BUT_OUTSIDERS: readonly Who[] = ACCESS_ROLES;
/** By whom each may be asked for, written out by hand. */
const MAY: Readonly<Record<string, readonly Who[]>> = {
  'GET /': ALL_BUT_OUTSIDERS,
  'GET /traject/:id': ALL_BUT_OUTSIDERS,
  'GET /traject/:id/ronde/:round': ALL_BUT_OUTSIDERS,
  'GET /traject/:id/budget': ALL_BUT_OUTSIDERS,
  'GET /traject/:id/dossier': ['lead', 'administrator'],
  'GET /traject/:id/dossier.zip': ['lead', 'administrator'],
  'GET /traject/:id/ronde/:round/raadsinformatiebrief': ['lead', 'administrator'],
  'POST /traject/:id/ronde/:round/raadsinformatiebrief': ['lead'],
  'GET /traject/:id/ronde/:round/raadsinformatiebrief.pdf': ['lead', 'administrator'],
  'GET /traject/:id/overzicht/:quarter': ['lead'],
  'POST /traject/:id/overzicht/:quarter': ['lead'],
  [`GET ${BOOKINGS_PATH}`]: ALL_BUT_OUTSIDERS,
  'GET /traject/:id/logboek': ALL_BUT_OUTSIDERS,
  'GET /traject/:id/logboek.csv': ALL_BUT_OUTSIDERS,
  'GET /traject/:id/logboek.json': ALL_BUT_OUTSIDERS,
  'GET /signalen': ALL_BUT_OUTSIDERS,
  // The secretary of this test is that body's.
  [`GET ${ANSWER_PATH}`]: ['secretary'],
  [`POST ${ANSWER_PATH}`]: ['secretary'],
  'GET /triage': ['secretary', 'lead', 'administrator'],
  'GET /triage/:id': ['secretary', 'lead', 'administrator'],
  'POST /triage/:id/afwijzen': ['secretary', 'lead', 'administrator'],
  'POST /triage/:id/voorleggen': ['secretary', 'lead', 'administrator'],
  // Also for who has no role yet: it says what to do.
  'GET /mijn': ['nobody', ...ACCESS_ROLES],
  'GET /beheer': ['administrator'],
  'GET /beheer/bron/:name': ['administrator'],
  'POST /beheer/bron/:name/test': ['administrator'],
  'POST /beheer/bron/:name/pauze': ['administrator'],
  'POST /beheer/bron/:name/hervatten': ['administrator'],
  'GET /beheer/onbestelbaar': ['administrator'],
  'POST /beheer/onbestelbaar': ['administrator'],
  'GET /beheer/plannen': ['administrator'],
  'GET /beheer/traject/:id/plan': ['administrator'],
  'POST /beheer/traject/:id/plan': ['administrator'],
  'GET /beheer/traject/:id/plan.yaml': ['administrator'],
  'GET /beheer/contacten': ['administrator'],
  'POST /beheer/contacten': ['administrator'],
  'GET /beheer/contacten/terugdraaien': ['administrator'],
  'POST /beheer/contacten/terugdraaien': ['administrator'],
  'GET /beheer/kalenders': ['administrator'],
  'POST /beheer/kalenders': ['administrator'],
  'GET /beheer/kalenders/terugdraaien': ['administrator'],
  'POST /beheer/kalenders/terugdraaien': ['administrator'],
  'GET /beheer/uitvoeringen': ['administrator'],
  'GET /beheer/uitvoeringen/:id/:round': ['administrator'],
  'GET /beheer/uitvoeringen/:id/:round/hervatten': ['administrator'],
  'POST /beheer/uitvoeringen/:id/:round/hervatten': ['administrator'],
  'GET /beheer/instellingen': ['administrator'],
  'GET /beheer/mails': ['administrator'],
  'GET /beheer/mails/:id': ['administrator'],
  'GET /beheer/mails/:id/bericht': ['administrator'],
  'GET /beheer/mails/:id/opgemaakt': ['administrator'],
  'GET /beheer/mails/:id/pauze': ['administrator'],
  'POST /beheer/mails/:id/pauze': ['administrator'],
  'GET /beheer/mails/:id/hervatten': ['administrator'],
  'POST /beheer/mails/:id/hervatten': ['administrator'],
  'POST /beheer/mailadressen/vrijgeven': ['administrator'],
  'GET /aanmelden': WHO,
  'GET /aanmelden/terug': WHO,
  'POST /afmelden': WHO,
  'GET /afgemeld': WHO,
  'GET /agenda/:file{[^/]+\\.ics}': WHO,
  'GET /openbaar/:id': WHO,
  [`GET ${PUBLIC_JSON_PATH}`]: WHO,
  'GET /healthz': WHO,
  'GET /stijl.css': WHO,
  'GET /pagina.js': WHO,
};

async function ask(who: Who, route: string, options = {}) {
  const [method = '', path = ''] = route.split(' ');
  const browser = await browserOf(who, options);
  const address = ADDRESS[route] ?? path;
  if (method === 'GET') return browser.get(address);
  return browser.post(address, { formToken: browser.formToken }, { 'sec-fetch-site': 'same-origin' });
}

const isRefusal = (response: Response) =>
  [401, 403].includes(response.status) || (response.headers.get('location') ?? '').startsWith('/aanmelden');

describe('every route of the portal', () => {
  test('has an entry in the table of routes, and every entry is of a route', () => {
    expect(Object.keys(ROUTE_ACCESS).sort()).toEqual([...ROUTES].sort());
    expect(Object.keys(MAY).sort()).toEqual([...ROUTES].sort());
  });

  const all = ROUTES.flatMap((route) => WHO.map((who) => [route, who] as const));

  // Guards: guard.ts: isAllowed. A form that is not ours is refused as such, which is not this rule.
  test.each(all.filter(([route]) => route !== 'POST /afmelden'))(
    '%s, asked for by %s',
    async (route, who) => {
      const response = await ask(who, route);
      const may = MAY[route]!.includes(who);
      expect(isRefusal(response)).toBe(!may);
      const toSignIn = route.startsWith('POST') ? 401 : 303;
      if (!may) expect(response.status).toBe(who === 'anonymous' ? toSignIn : 403);
    },
  );

  // Guards: portal.tsx: app.use(pageHeaders), and that it is the first.
  test.each([...all, ['GET /nergens', 'anonymous'], ['POST /', 'reader']] as const)(
    '%s, asked for by %s, has the headers that every answer has',
    async (route, who) => {
      const { headers } = await ask(who, route);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src (?!'self';)|https?:|\*/);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=(), microphone=(), geolocation=()');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      const kept = headers.get('cache-control');
      if (!/stijl|pagina/.test(route)) expect(kept).toBe('no-store');
    },
  );

  test('asks the same of a look at its headers', async () => {
    for (const who of ['anonymous', 'nobody', 'reader'] as const) {
      const { portal: app, cookies } = await browserOf(who);
      const cookie = Object.entries(cookies())
        .map(([name, value]) => `${name}=${value}`)
        .join('; ');
      const answer = await app.request('/beheer', { method: 'HEAD', headers: { cookie } });
      expect(answer.status).toBe(who === 'anonymous' ? 303 : 403);
    }
  });

  test('that refuses somebody tells the log, without saying who', async () => {
    const browser = await browserOf('reader');
    await browser.get('/beheer');
    expect(browser.log).toEqual([
      {
        message: 'somebody without the role was refused',
        fields: { route: 'GET /beheer', session: expect.stringMatching(/^[0-9a-f]{8}$/) },
      },
    ]);
  });

  test('that refuses tells nothing of what is there', async () => {
    for (const id of ['visietraject', 'bestaat-niet', 'visietraject/ronde/x', 'bestaat-niet/ronde/x']) {
      const browser = await browserOf('nobody');
      const html = await (await browser.get(`/traject/${id}`)).text();
      expect(html).toContain('U hebt hier geen toegang');
      expect(html).not.toContain('Visietraject sociale');
    }
  });
});

describe('a route without an entry', () => {
  // Guards: guard.ts: access === undefined.
  test.each(WHO)('is refused to %s, and the log says which', async (who) => {
    const browser = await browserOf(who);
    browser.portal.get('/vergeten', (c) => c.text('secret'));
    const response = await browser.get('/vergeten');
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('secret');
    expect(browser.log).toEqual([
      { message: 'a route without access was asked for', fields: { route: 'GET /vergeten' } },
    ]);
  });
});

describe('where anybody may read', () => {
  test.each(WHO)('%s reads trajectories, and nothing more than otherwise', async (who) => {
    const read = async (route: string) => ask(who, route, { anonymousMayRead: true });
    expect((await read('GET /')).status).toBe(200);
    expect((await read('GET /traject/:id')).status).toBe(200);
    expect(isRefusal(await read('GET /beheer'))).toBe(who !== 'administrator');
  });
});

describe('a secretary', () => {
  // Guards: routeAccess.ts: answerOf, and that the page reads its address by the same piece.
  test.each([
    '/antwoord/visietraject/process-proposal.r1/GM1900/college',
    '/antwoord/visietraject/process-proposal.r1/GM0072/council',
    '/antwoord/visietraject/process-proposal.r1/GM0072%2Fcouncil',
    '/antwoord/visietraject/process-proposal.r1/%47M1900/college',
    '/antwoord/visietraject/process-proposal.r1/GM0072%252Fcollege',
    '/antwoord/visietraject/process-proposal.r1/GM0072/college/',
    '/antwoord/visietraject/process-proposal.r1/GM0072//college',
    '/antwoord/bestaat-niet/x/GM1900/college',
    '/antwoord/visietraject/process-proposal.r1/%zz',
  ])('of one body gets the same answer at the address of any other: %s', async (address) => {
    const { get } = await browserOf('secretary');
    const answer = await get(address);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('U hebt hier geen toegang');
  });
});

describe('a role in one trajectory', () => {
  test.each(['reader', 'secretary', 'lead'] as const)('a %s sees that one, and no other', async (who) => {
    const browser = await browserOf(who, { trajectory: 'visietraject' });
    expect((await browser.get('/traject/visietraject')).status).toBe(200);
    expect((await browser.get('/traject/%76isietraject')).status).toBe(200);
    for (const other of ['ander', 'gespeeld', 'bestaat-niet', '%61nder', 'visietraject%2F..%2Fander', '%zz'])
      for (const page of [
        '',
        '/ronde/process-proposal.r1',
        '/ronde/process-proposal.r1/raadsinformatiebrief',
        '/ronde/process-proposal.r1/raadsinformatiebrief.pdf',
        '/dossier',
        '/dossier.zip',
        '/budget',
        '/budget/GM0072-2025.csv',
        '/logboek',
        '/logboek.csv',
        '/logboek.json',
      ])
        expect([other, page, (await browser.get(`/traject/${other}${page}`)).status]).toEqual([
          other,
          page,
          403,
        ]);
  });

  // Guards: overview.ts: filter(maySee).
  test('and finds only that one on the overview', async () => {
    const html = await (await (await browserOf('reader', { trajectory: 'ander' })).get('/')).text();
    expect(html).toContain('href="/traject/ander"');
    expect(html).not.toMatch(/href="\/traject\/(visietraject|gespeeld)"/);
  });
});

test('a form that is too large is refused before anybody looks at it', async () => {
  const browser = await browserOf('administrator');
  const response = await browser.post('/afmelden', { formToken: 'x'.repeat(70_000) });
  expect(response.status).toBe(413);
});

test('the page of the administrator says what waits, who sends, and who may what', async () => {
  const html = await (await (await browserOf('administrator')).get('/beheer')).text();
  expect(html).toMatch(/<h1>Beheer<\/h1>/);
  expect(html).toContain(MAIL);
  expect(html).toContain('beheerder');
});
