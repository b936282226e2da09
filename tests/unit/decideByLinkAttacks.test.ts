import { describe, expect, test } from 'vitest';
import { ADOPTED, deciding, PORTAL } from './deciding.ts';

/** Whatever is tried: neither the record nor a link nor a mailbox changes. */
async function attacked() {
  const all = await deciding();
  const state = () => JSON.stringify([all.store.snapshot(), [...all.links.rows]]);
  const before = state();
  return {
    ...all,
    here: all.browser(),
    expectNothing: () => {
      expect(state()).toBe(before);
      expect(all.mailbox.sent).toEqual([]);
    },
  };
}

describe('a scanner of mails', () => {
  // Guards: functions/web/decide/steps.tsx: `tokens.holds(token, 'vastleggen', …)`.
  test('that opens the link, follows every link on it and presses every button it finds records nothing', async () => {
    const { here, expectNothing } = await attacked();
    const page = await here.get();
    for (const [, href = ''] of page.html.matchAll(/href="(\/[^"]*)"/g)) await here.get(href);
    await here.get();
    await here.post({});
    await here.get();
    for (const stap of ['bekijken', 'vastleggen', 'wijzigen', 'nieuwe-link', 'bijlage']) {
      await here.get();
      await here.post({ stap, ...ADOPTED });
    }
    expectNothing();
  });

  test('that fills in the form and presses its button is shown what would be recorded, and no more', async () => {
    const { here, expectNothing } = await attacked();
    await here.get();
    expect((await here.post({ stap: 'bekijken', ...ADOPTED })).words).toContain('Er is nog niets vastgelegd');
    expectNothing();
  });
});

describe('a form that is not ours', () => {
  // Guards: functions/web/decide/decideApp.tsx: `!isFromThisSite(c, …)`.
  test.each([
    ['of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['of a sibling domain', { 'sec-fetch-site': 'same-site', origin: 'https://www.example' }],
    ['of another site, in a browser that says only that', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    ['typed into the address bar', { 'sec-fetch-site': 'none', origin: 'null' }],
    ['with another origin, whatever it says beside it', { origin: 'https://evil.example' }],
    ['of our host without https', { origin: PORTAL.replace('https', 'http') }],
  ])('%s is refused, with the right token too', async (_what, headers) => {
    const { here, expectNothing } = await attacked();
    await here.get();
    await here.post({ stap: 'bekijken', ...ADOPTED });
    const { status, words } = await here.post({ stap: 'vastleggen' }, { headers });
    expect(status).toBe(403);
    expect(words).toContain('Er is niets vastgelegd');
    expectNothing();
  });

  test.each([
    ['neither Sec-Fetch-Site nor Origin', {}],
    ['an Origin of null alone, as from a sandbox', { origin: 'null' }],
  ])('of which the sender says %s is refused', async (_what, headers) => {
    const { app, id, here, expectNothing } = await attacked();
    const { hidden } = await here.get();
    const answer = await app.request(`${PORTAL}/besluit/${id}`, {
      method: 'POST',
      body: new URLSearchParams({ ...hidden, stap: 'bekijken', ...ADOPTED }),
      headers: {
        cookie: [...here.cookies].map((each) => each.join('=')).join('; '),
        ...headers,
      } as Record<string, string>,
    });
    expect(answer.status).toBe(403);
    expectNothing();
  });

  test('an older browser that sends only our own Origin is served', async () => {
    const { here, app, id } = await attacked();
    const { hidden } = await here.get();
    const answer = await app.request(`${PORTAL}/besluit/${id}`, {
      method: 'POST',
      body: new URLSearchParams({ ...hidden, stap: 'bekijken', ...ADOPTED }),
      headers: { cookie: [...here.cookies].map((each) => each.join('=')).join('; '), origin: PORTAL },
    });
    expect(answer.status).toBe(200);
  });

  // Guards: functions/web/decide/steps.tsx: `!tokens.holds(token, 'bekijken')`, and formTokens.ts: `createHmac('sha256', secret)`.
  test.each([
    ['without a token', (hidden: Record<string, string>) => ({ ...hidden, bewijs: '' })],
    ['with a made-up token', (hidden: Record<string, string>) => ({ ...hidden, bewijs: 'A'.repeat(43) })],
  ])('%s shows the form again, with what was filled in', async (_what, change) => {
    const { here, expectNothing } = await attacked();
    const { hidden } = await here.get();
    const { status, html, words } = await here.post({ ...change(hidden), stap: 'bekijken', ...ADOPTED });
    expect(status).toBe(403);
    expect(words).toContain('Er is nog niets vastgelegd');
    expect(html).toMatch(/value="adopted" checked/);
    expectNothing();
  });

  test('with the token but from another browser, without its cookie, is not ours; sent again it is', async () => {
    const { here, browser, expectNothing } = await attacked();
    const { hidden } = await here.get();
    const other = browser();
    expect((await other.post({ ...hidden, stap: 'bekijken', ...ADOPTED })).status).toBe(403);
    expect((await other.post({ stap: 'bekijken', ...ADOPTED })).status).toBe(200);
    expectNothing();
  });
});

describe('the confirming button', () => {
  test('needs the page before it: the token of the form does not confirm', async () => {
    const { here, expectNothing } = await attacked();
    await here.get();
    expect((await here.post({ stap: 'vastleggen', ...ADOPTED })).status).toBe(403);
    expectNothing();
  });

  // Guards: functions/web/decide/steps.tsx: `contentOf(read.answer)`.
  test.each([
    { uitkomst: 'rejected' },
    { datum: '2026-01-26' },
    { kenmerk: 'anders' },
    { toelichting: 'anders' },
    { wijzigingen: 'anders' },
  ])('confirms what its page showed and nothing else: not %o', async (change) => {
    const { here, expectNothing } = await attacked();
    await here.get();
    await here.post({ stap: 'bekijken', ...ADOPTED });
    expect((await here.post({ stap: 'vastleggen', ...change })).status).toBe(403);
    expectNothing();
  });

  // Guards: functions/web/decide/formTokens.ts: `linkHash` in what is signed.
  test('of one link does not confirm for another', async () => {
    const { here, browser, newLink, expectNothing, links, store } = await attacked();
    await here.get();
    const { hidden } = await here.post({ stap: 'bekijken', ...ADOPTED });
    expectNothing();
    const other = browser(
      await newLink({ body: 'GM0002/college', person: { name: 'B', mail: 'college@bee.example' } }),
    );
    await other.get();
    // Even with the very secret of the first, as one browser could have it for both.
    const [secret] = here.cookies.values();
    for (const name of other.cookies.keys()) other.cookies.set(name, secret!);
    expect((await other.post({ ...hidden, stap: 'vastleggen' })).status).toBe(403);
    expect((await store.requests('voorbeeld')).every(({ status }) => status === 'open')).toBe(true);
    expect([...links.rows.values()].every(({ usedAt }) => usedAt === undefined)).toBe(true);
  });
});

describe('what cannot be a form of ours', () => {
  test.each([
    ['JSON', 'application/json', JSON.stringify({ stap: 'bekijken' }), 400],
    ['an unknown step', 'application/x-www-form-urlencoded', 'stap=wissen', 400],
    ['nothing', 'application/x-www-form-urlencoded', '', 400],
    [
      'a field that is far too long',
      'application/x-www-form-urlencoded',
      `stap=bekijken&datum=${'1'.repeat(50)}`,
      400,
    ],
    [
      'more than 64 KiB',
      'application/x-www-form-urlencoded',
      `stap=bekijken&toelichting=${'a'.repeat(66_000)}`,
      413,
    ],
  ])('%s is refused with a page that says so', async (_what, type, body, status) => {
    const { app, id, expectNothing } = await attacked();
    const answer = await app.request(`${PORTAL}/besluit/${id}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'sec-fetch-site': 'same-origin',
        'content-length': String(body.length),
      },
    });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('Er is niets vastgelegd');
    expectNothing();
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('another method is refused: %s', async (method) => {
    const { app, id, expectNothing } = await attacked();
    expect((await app.request(`${PORTAL}/besluit/${id}`, { method })).status).toBe(405);
    expectNothing();
  });
});

describe('a link that nobody has', () => {
  test.each([
    '',
    'x',
    'a'.repeat(42),
    'a'.repeat(43),
    'a'.repeat(44),
    '..%2f..%2fetc',
    '%00',
    'é'.repeat(43),
  ])('says so, reads nothing that it could not be, and offers nothing: "%s"', async (id) => {
    const { browser, links, mailbox } = await deciding();
    const asked: string[] = [];
    const look = links.link;
    (links as { link: typeof look }).link = (hash) => {
      asked.push(hash);
      return look(hash);
    };
    const { status, words } = await browser(id).get();
    expect(status).toBe(404);
    if (id.length > 0) expect(words).toContain('Deze link kennen wij niet');
    expect(words).not.toContain('Mail mij een nieuwe link');
    expect(asked).toHaveLength(/^[A-Za-z0-9_-]{43}$/.test(id) ? 1 : 0);
    await browser(id).post({ stap: 'nieuwe-link' });
    expect(mailbox.sent).toEqual([]);
  });

  // Guards: functions/web/decide/decideApp.tsx: the log line without the path.
  test('and one that fails is not in the log', async () => {
    const { browser, store, told, id } = await deciding();
    store.before('trajectory', () => {
      throw new Error('broken');
    });
    const { status, words } = await browser().get();
    expect(status).toBe(500);
    expect(words).toContain('laat steeds zien wat er vastligt');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(id);
  });
});
