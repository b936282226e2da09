import { describe, expect, test } from 'vitest';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { TrajectoryStatus } from '../../functions/operations/statusViews.ts';
import type { Demonstration } from '../../infra/local/demo/demonstration.ts';
import { createLocalPages, isLocalPage } from '../../infra/local/localPages.ts';
import type { LocalMail } from '../../infra/local/postbox/readMails.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const OWN = { 'sec-fetch-site': 'same-origin' };
const ATTACK = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';

const STATUS: TrajectoryStatus = {
  trajectory: 'visietraject-demo',
  title: 'Visietraject',
  clock: 'virtual',
  lead: 'Projectleider',
  startedAt: '2025-12-01T08:00:00.000Z',
  today: '2025-12-01',
  forecast: { finish: '2027-06-30', criticalPath: [] },
  replanned: null,
  milestones: [{ title: ATTACK, status: 'open' } as TrajectoryStatus['milestones'][number]],
  rounds: [],
  openRequests: [],
  flags: [],
  failedMails: [],
};

function mail(changes: Partial<LocalMail> = {}): LocalMail {
  return {
    id: 'a@email.amazonses.com',
    from: 'besluitketen@besluitketen.example',
    to: ['college@harlingen.example'],
    subject: `Gevraagd ${ATTACK}`,
    text: `Beste,\n${ORIGIN}/besluit/abc.\nhttps://elders.example/x ${ATTACK}`,
    html: `<html><head><title>x</title></head><body>${ATTACK}<a href="${ORIGIN}/besluit/abc">Antwoord</a></body></html>`,
    sentAt: '2026-02-02T09:00:00.000Z',
    reference: 'visietraject-demo/process-proposal.r1/GM0072/college/asked',
    ...changes,
  };
}

/** The pages, with a demonstration that waits in each step until it is let go. */
function pagesWith({ started = true, mails = [mail()], slow = false } = {}) {
  const done: string[] = [];
  let today = started ? '2025-12-01' : undefined;
  let letGo = () => {};
  const demonstration: Demonstration = {
    look: async () =>
      today === undefined
        ? undefined
        : {
            status: { ...STATUS, today },
            happened: [{ day: '2025-12-08', happenings: [{ at: today, text: `Gebeurd ${ATTACK}` }] }],
          },
    start: async () => {
      done.push('start');
      today = '2025-12-01';
    },
    move: async (step, answers) => {
      done.push(`${step} ${answers}`);
      if (slow) await new Promise<void>((resolve) => (letGo = resolve));
      if (step === 'week') throw new Refusal('UNAVAILABLE', 'Het kwam niet tot rust.');
      today = '2025-12-08';
    },
  };
  const app = createLocalPages({ demonstration, readMails: async () => mails, origin: ORIGIN });
  const get = (path: string) => app.request(`${ORIGIN}${path}`);
  const token = async () =>
    /name="formToken" value="([^"]+)"/.exec(await (await get('/demo')).text())?.[1] ?? '';
  const post = (fields: Record<string, string>, headers: Record<string, string> = OWN) =>
    app.request(`${ORIGIN}/demo`, { method: 'POST', body: new URLSearchParams(fields), headers });
  return {
    ...{ done, get, post, token, letGo: () => letGo() },
    press: async (stap: string, more = {}) => post({ formToken: await token(), stap, ...more }),
  };
}

describe('the time control', () => {
  test('offers to start one where there is none, and then three steps', async () => {
    const pages = pagesWith({ started: false });
    expect(await (await pages.get('/demo')).text()).toContain('Start een proeftraject');
    const answer = await pages.press('start');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/demo']);
    const html = await (await pages.get('/demo')).text();
    for (const name of ['Volgende dag', 'Volgende week', 'Naar de volgende gebeurtenis'])
      expect(html).toContain(name);
    expect(html).toContain('/traject/visietraject-demo');
    expect(html).toContain('/postbus?traject=visietraject-demo');
  });

  test('moves the clock, and marks what is new', async () => {
    const pages = pagesWith();
    await pages.press('dag', { antwoorden: 'vanzelf' });
    await pages.press('gebeurtenis');
    expect(pages.done).toEqual(['dag true', 'gebeurtenis false']);
    const html = await (await pages.get('/demo')).text();
    expect(html).toContain('8 december 2025');
    expect(html).not.toContain('checked');
  });

  // Guards: demoRoutes.tsx: busy.
  test('refuses a second click while a step is running, with a sentence', async () => {
    const pages = pagesWith({ slow: true });
    const first = pages.press('dag');
    await expect.poll(() => pages.done).toEqual(['dag false']);
    const second = await pages.press('dag');
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('De vorige stap is nog bezig');
    pages.letGo();
    expect((await first).status).toBe(303);
    expect(pages.done).toEqual(['dag false']);
  });

  test('a step that fails says why, and the next one can be made', async () => {
    const pages = pagesWith();
    const failed = await pages.press('week');
    expect(failed.status).toBe(409);
    expect(await failed.text()).toContain('Het kwam niet tot rust.');
    expect((await pages.press('dag')).status).toBe(303);
  });

  // Guards: demoRoutes.tsx: isFromThisSite, carriesTokenOf.
  test.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['with another origin', { ...OWN, origin: 'http://elders.example' }, true],
    ['of no browser', {}, true],
    ['without our token', OWN, false],
  ])('a form %s does nothing', async (_what, headers, withToken) => {
    const pages = pagesWith();
    const formToken = withToken ? await pages.token() : 'x';
    const answer = await pages.post({ formToken, stap: 'dag' }, headers as Record<string, string>);
    expect(answer.status).toBe(403);
    expect(pages.done).toEqual([]);
  });

  test('a step that does not exist is no form of ours; looking changes nothing', async () => {
    const pages = pagesWith();
    expect((await pages.press('jaar')).status).toBe(400);
    await pages.get('/demo');
    expect(pages.done).toEqual([]);
  });
});

describe('the mailbox', () => {
  test('lists the mails, of one trajectory where that is asked, and says so when there are none', async () => {
    const other = mail({ id: 'b', reference: 'ander/x', subject: 'Van een ander' });
    const pages = pagesWith({ mails: [mail(), other] });
    expect(await (await pages.get('/postbus')).text()).toContain('Van een ander');
    const html = await (await pages.get('/postbus?traject=visietraject-demo')).text();
    expect(html).not.toContain('Van een ander');
    expect(html).toContain('/postbus/a%40email.amazonses.com');
    expect(await (await pagesWith({ mails: [] }).get('/postbus')).text()).toContain(
      'Er is nog niets verstuurd',
    );
  });

  test('turns its pages, and stays within 150 KB with long subjects', async () => {
    const mails = Array.from({ length: 120 }, (_, n) =>
      mail({ id: `m${n}`, subject: `Mail ${n} ${'x'.repeat(5000)}` }),
    );
    const pages = pagesWith({ mails });
    const html = await (await pages.get('/postbus?bladzijde=3')).text();
    expect(html).toContain('Mail 119 ');
    expect(html).not.toContain('Oudere mails');
    for (const strange of ['0', '-1', '99', 'x', '1.5'])
      expect((await pages.get(`/postbus?bladzijde=${strange}`)).status).toBe(200);
    expect(Buffer.byteLength(await (await pages.get('/postbus')).text())).toBeLessThan(150_000);
  });

  test('shows a mail as text, with its links to us and to nobody else', async () => {
    const answer = await pagesWith().get('/postbus/a%40email.amazonses.com');
    const html = await answer.text();
    expect(html).toContain(`href="${ORIGIN}/besluit/abc"`);
    expect(html).not.toContain('href="https://elders.example');
    expect(html).not.toMatch(/<script(?! src="\/pagina\.js)/);
    expect(html).not.toContain('<img');
    expect(html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(answer.headers.get('content-security-policy')).toContain("frame-src 'self'");
    expect(answer.headers.get('content-security-policy')).not.toMatch(/script-src (?!'self';)|unsafe/);
  });

  // Guards: postboxRoutes.tsx: MAIL_HEADERS.
  test('gives its markup as a document in which nothing runs and nothing is fetched', async () => {
    const { headers } = await pagesWith().get('/postbus/a%40email.amazonses.com/html');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:;/);
    expect(policy).toMatch(/sandbox allow-popups/);
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('knows no mail that is not there', async () => {
    for (const path of ['/postbus/zz', '/postbus/zz/html', '/postbus/%00', '/demo/x'])
      expect((await pagesWith().get(path)).status).toBe(404);
  });
});

describe('every answer', () => {
  test.each(['/demo', '/postbus', '/postbus/a%40email.amazonses.com', '/postbus/zz', '/demo/x'])(
    'has the headers of the site: %s',
    async (path) => {
      const { headers } = await pagesWith().get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  test('shows markup in names as text', async () => {
    for (const path of ['/demo', '/postbus', '/postbus/a%40email.amazonses.com']) {
      const html = await (await pagesWith().get(path)).text();
      expect(html).toContain('&lt;script');
      expect(html).not.toMatch(/<script(?! src="\/pagina\.js)/);
    }
  });
});

test('only these addresses are answered here; all others are for what is deployed', () => {
  for (const path of ['/demo', '/demo?x', '/demo/x', '/postbus', '/postbus/a/html'])
    expect(isLocalPage(path)).toBe(true);
  for (const path of ['/', '/demonstratie', '/traject/demo', '/postbusje', '//demo', '/DEMO'])
    expect(isLocalPage(path)).toBe(false);
});
