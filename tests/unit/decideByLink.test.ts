import { describe, expect, test } from 'vitest';
import { LINK_ID } from '../../functions/domain/links/link.ts';
import { ADOPTED, deciding } from './deciding.ts';
import { CLERK, COLLEGES, LATER, ROUND } from './exampleRecord.ts';

const [AA, BEE] = COLLEGES;

describe('looking at a link', () => {
  test('shows what is proposed, to whom, what others answered, by when, and a form', async () => {
    const { browser, decide } = await deciding();
    await decide(BEE, 'rejected');
    const { status, words } = await browser().get();
    expect(status).toBe(200);
    expect(words).toContain('Uitkomst van College Aa');
    expect(words).toMatch(/Voorstel Hoofdronde, ronde 1/);
    expect(words).toMatch(/Orgaan College Aa, gevraagd een besluit te nemen/);
    expect(words).toMatch(/Uiterlijk \d+ \w+ 2026/);
    expect(words).toMatch(/College Bee . verworpen 2 februari 2026/);
    expect(words).toContain('Bekijk wat wordt vastgelegd');
  });

  // Guards: functions/web/decide/steps.tsx: `prefilled`, which leaves the outcome out.
  test('has nothing chosen, also when a document system said what it was; that is text, and the rest is filled in', async () => {
    const draft = { outcome: 'adopted', on: '2026-01-27', reference: 'Z-1', note: 'Conform' } as const;
    const { browser } = await deciding({ draft });
    const { html, words } = await browser().get();
    expect(html).not.toMatch(/ checked/);
    expect(words).toContain('Wat uw documentsysteem meldde');
    expect(words).toMatch(/Uitkomst aangenomen Datum 27 januari 2026 Kenmerk Z-1/);
    expect(html).toContain('value="2026-01-27"');
    expect(html).toContain('value="Z-1"');
    expect(html).toMatch(/<textarea[^>]*>Conform<\/textarea>/);
  });

  test.each([
    ['GM0001/college', ['adopted', 'amended', 'rejected', 'deferred']],
    ['rac', ['noted', 'deferred']],
  ])('offers %s what its role allows', async (body, outcomes) => {
    const { browser } = await deciding({ body });
    const { html } = await browser().get();
    expect([...html.matchAll(/type="radio"[^>]*value="(\w+)"/g)].map(([, outcome]) => outcome)).toEqual(
      outcomes,
    );
  });

  // Invariant 5. Guards: functions/web/decide/decideApp.tsx: `app.get(…, showLink)`.
  test.each(['GET', 'HEAD'])('changes nothing whatsoever: %s', async (method) => {
    const { browser, store, links, mailbox, id } = await deciding();
    const before = JSON.stringify([store.snapshot(), [...links.rows]]);
    for (const path of [
      `/besluit/${id}`,
      `/besluit/${id}?stap=vastleggen&uitkomst=adopted&datum=2026-01-27`,
      `/besluit/${id}/bijlage/${'a'.repeat(22)}`,
    ])
      await browser().get(path, method);
    expect(JSON.stringify([store.snapshot(), [...links.rows]])).toBe(before);
    expect(mailbox.sent).toEqual([]);
  });

  test('is for its reader alone: not kept, not indexed, no referrer, no script, posts only to us', async () => {
    const { browser } = await deciding();
    const { headers, html } = await browser().get();
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toMatch(/form-action 'self'(;|$)/);
    expect(html).not.toMatch(/<script>|<style| style=| on\w+="/);
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  test('sets a cookie that no other site can send, read or set', async () => {
    const { browser } = await deciding();
    const [cookie] = (await browser().get()).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-besluit-[0-9a-f]{12}=[A-Za-z0-9_-]{43}; /);
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Domain');
  });
});

describe('recording takes two steps', () => {
  test('the first shows what would be recorded, and changes nothing', async () => {
    const { browser, store, links } = await deciding();
    const here = browser();
    await here.get();
    const before = JSON.stringify([store.snapshot(), [...links.rows]]);
    const { status, words } = await here.post({ stap: 'bekijken', ...ADOPTED, toelichting: 'Met dank' });
    expect(status).toBe(200);
    expect(words).toContain('Er is nog niets vastgelegd');
    expect(words).toMatch(
      /Uitkomst Aangenomen Datum van het besluit 27 januari 2026 Kenmerk B&W 2026\/12 Toelichting Met dank/,
    );
    expect(JSON.stringify([store.snapshot(), [...links.rows]])).toBe(before);
  });

  test('the second records it in the name of the reader, along the mail link, and shows a receipt', async () => {
    const { browser, row, links, store } = await deciding();
    const { status, words } = await browser().record();
    const request = await row();
    expect(request).toMatchObject({
      status: 'decided',
      outcome: 'adopted',
      decidedOn: '2026-01-27',
      reference: 'B&W 2026/12',
      recordedAt: LATER,
      by: 'S. Secretaris',
      via: 'mail-link',
    });
    expect(status).toBe(200);
    expect(words).toContain('Vastgelegd');
    expect(words).toContain(`Nummer ${request.decisionId!.slice(0, 12)}`);
    expect(words).toMatch(/Vraag Projectleider .*om een correctie en noem het nummer/i);
    expect([...links.rows.values()][0]!.usedAt).toBe(LATER);
    const audit = await store.audit('voorbeeld');
    expect(audit.filter(({ what }) => what === 'decided')).toMatchObject([
      { by: 'S. Secretaris', via: 'mail-link' },
    ]);
  });

  test('what is amended goes into the note, under its heading', async () => {
    const { browser, row } = await deciding();
    await browser().record({
      uitkomst: 'amended',
      datum: '27-01-2026',
      toelichting: 'Ruime meerderheid',
      wijzigingen: 'Amendement 1: schrap punt 3.\r\nMotie M2',
    });
    expect(await row()).toMatchObject({
      outcome: 'amended',
      decidedOn: '2026-01-27',
      note: 'Ruime meerderheid\n\nAmendementen en moties:\nAmendement 1: schrap punt 3.\nMotie M2',
    });
  });

  test('a postponement is recorded with its new date, and the same link records the answer later', async () => {
    const { browser, row, clock } = await deciding();
    const here = browser();
    const { words } = await here.record({
      uitkomst: 'deferred',
      datum: '2026-01-27',
      'nieuwe-datum': '2026-03-03',
    });
    expect(words).toContain('Met dezelfde link legt u later de uitkomst vast');
    expect((await row()).deferrals).toMatchObject([{ decidedOn: '2026-01-27', newDate: '2026-03-03' }]);
    clock.later(30 * 86_400);
    await here.record({ uitkomst: 'adopted', datum: '2026-03-03' });
    expect(await row()).toMatchObject({ outcome: 'adopted' });
  });

  // Guards: functions/domain/links/decisionForm.ts: `embargo,` of the answer; previewPage.tsx and onRecord.tsx: the embargo.
  test('an embargo of a college is shown, confirmed and recorded; another day for it needs another look', async () => {
    const { browser, row } = await deciding();
    const here = browser();
    expect((await here.get()).words).toContain('Niet openbaar tot (facultatief)');
    const embargoed = { ...ADOPTED, 'niet-openbaar-tot': '2026-02-10' };
    const preview = await here.post({ stap: 'bekijken', ...embargoed });
    expect(preview.words).toMatch(/Niet openbaar tot 10 februari 2026/);
    expect((await row()).status).toBe('open');
    // Guards: functions/web/decide/formTokens.ts: contentOf, `embargo`.
    const changed = await here.post({
      ...preview.hidden,
      stap: 'vastleggen',
      'niet-openbaar-tot': '2026-02-11',
    });
    expect(changed.words).toContain('Er is nog niets vastgelegd');
    expect((await row()).status).toBe('open');
    await here.post({ stap: 'bekijken', ...embargoed });
    const receipt = await here.post({ stap: 'vastleggen' });
    expect(receipt.words).toMatch(/Niet openbaar tot 10 februari 2026/);
    expect(await row()).toMatchObject({
      outcome: 'adopted',
      decidedOn: '2026-01-27',
      embargo: '2026-02-10',
      via: 'mail-link',
    });
  });

  test.each([
    [
      'too far away',
      { 'niet-openbaar-tot': '2026-06-01' },
      'is hoogstens 31 dagen niet openbaar; kies een datum',
    ],
    [
      'of a postponement',
      { uitkomst: 'deferred', 'nieuwe-datum': '2026-03-03', 'niet-openbaar-tot': '2026-02-10' },
      'Aanhouden kan niet onder embargo',
    ],
  ])(
    'an embargo %s is refused beside what was filled in, and nothing is recorded',
    async (_what, fields, why) => {
      const { browser, row } = await deciding();
      const here = browser();
      await here.get();
      const { words, html } = await here.post({ stap: 'bekijken', ...ADOPTED, ...fields });
      expect(words).toContain(why);
      expect(html).toContain(`value="${fields['niet-openbaar-tot']}"`);
      expect(await row()).toMatchObject({ status: 'open', deferrals: [] });
    },
  );

  // Guards: functions/web/decide/decisionForm.tsx: mayHaveEmbargo.
  test('an embargo is not asked of a body that is no college', async () => {
    const { browser } = await deciding({ body: 'rac' });
    expect((await browser().get()).words).not.toContain('Niet openbaar tot');
  });

  test('the confirming button pressed twice gives the same receipt, and one decision', async () => {
    const { browser, store } = await deciding();
    const here = browser();
    await here.get();
    const preview = await here.post({ stap: 'bekijken', ...ADOPTED });
    const confirming = { ...preview.hidden, stap: 'vastleggen' };
    const first = await here.post(confirming);
    const second = await here.post(confirming);
    expect(second.status).toBe(200);
    const numberIn = (words: string) => /Nummer (\w{12})/.exec(words)?.[1];
    expect(numberIn(second.words)).toBe(numberIn(first.words));
    expect(second.words).toContain('Vastgelegd');
    expect((await store.audit('voorbeeld')).filter(({ what }) => what === 'decided')).toHaveLength(1);
  });

  // Guards: functions/web/decide/steps.tsx: `now.standing === 'answered'`.
  test('who is second with something else sees what is on record, and changes nothing', async () => {
    const { browser, decide, row } = await deciding();
    const here = browser();
    await here.get();
    await here.post({ stap: 'bekijken', ...ADOPTED });
    await decide(AA, 'rejected', '2026-01-30T10:00:00.000Z');
    const { status, words } = await here.post({ stap: 'vastleggen' });
    expect(status).toBe(409);
    expect(words).toContain('Er ligt al een andere uitkomst vast');
    expect(words).toMatch(/Uitkomst Verworpen Datum van het besluit 30 januari 2026/);
    expect(await row()).toMatchObject({ outcome: 'rejected', via: CLERK.via });
  });

  test('a race that is lost inside the write ends the same way', async () => {
    const { browser, store, decide, row } = await deciding();
    const here = browser();
    await here.get();
    await here.post({ stap: 'bekijken', ...ADOPTED });
    store.before('writeAnswer', () => decide(AA, 'rejected'));
    expect((await here.post({ stap: 'vastleggen' })).status).toBe(409);
    expect(await row()).toMatchObject({ outcome: 'rejected' });
  });

  test('what was filled in can be changed before it is recorded', async () => {
    const { browser, row } = await deciding();
    const here = browser();
    await here.get();
    await here.post({ stap: 'bekijken', ...ADOPTED });
    const again = await here.post({ stap: 'wijzigen' });
    expect(again.html).toMatch(/value="adopted" checked/);
    expect(again.html).toContain('value="B&amp;W 2026/12"');
    await here.post({ stap: 'bekijken', ...ADOPTED, kenmerk: 'B&W 2026/13' });
    await here.post({ stap: 'vastleggen' });
    expect(await row()).toMatchObject({ reference: 'B&W 2026/13' });
  });
});

describe('what came in and waited for this confirmation', () => {
  const ITEM = {
    kind: 'incoming',
    schemaVersion: 1,
    id: '0123456789abcdef',
    source: 'zaken',
    municipality: 'GM0001',
    receivedAt: LATER,
    status: 'proposed',
    draft: {},
    reason: 'De uitkomst ontbreekt.',
    title: 'Besluit',
    content: '{}',
    lastWrite: 'came-in',
  } as const;

  test('is closed by it, with who and as what', async () => {
    const { browser, items } = await deciding({ item: ITEM });
    await browser().record();
    expect(items.get(ITEM.id)).toMatchObject({
      status: 'accepted',
      closedBy: 'S. Secretaris',
      closedBecause: `Vastgelegd: ${AA} in ronde ${ROUND}.`,
    });
  });

  test('is closed by the same button once more when the function died in between', async () => {
    const { browser, items, deps } = await deciding({ item: ITEM });
    const here = browser();
    await here.get();
    const { hidden } = await here.post({ stap: 'bekijken', ...ADOPTED });
    const write = deps.items.writeItem;
    (deps.items as { writeItem: typeof write }).writeItem = () => Promise.reject(new Error('stopped'));
    expect((await here.post({ stap: 'vastleggen' })).status).toBe(500);
    (deps.items as { writeItem: typeof write }).writeItem = write;
    expect((await here.post({ ...hidden, stap: 'vastleggen' })).status).toBe(200);
    expect(items.get(ITEM.id)?.status).toBe('accepted');
  });

  test('and was closed by somebody meanwhile stays as they closed it', async () => {
    const { browser, items } = await deciding({
      item: { ...ITEM, status: 'dismissed', closedBy: 'beheerder' },
    });
    await browser().record();
    expect(items.get(ITEM.id)).toMatchObject({ status: 'dismissed', closedBy: 'beheerder' });
  });
});

test('what people typed is shown, not carried out', async () => {
  const { browser } = await deciding();
  const here = browser();
  const fields = {
    ...ADOPTED,
    kenmerk: '"><img src=x>',
    toelichting: '</textarea><script>alert(1)</script>',
  };
  await here.get();
  const preview = await here.post({ stap: 'bekijken', ...fields });
  const changed = await here.post({ stap: 'wijzigen' });
  await here.post({ stap: 'bekijken', ...fields });
  const receipt = await here.post({ stap: 'vastleggen' });
  for (const { html } of [preview, changed, receipt]) {
    expect(html).not.toMatch(/<img|<script>/);
    expect(html).toContain('&lt;img src=x&gt;');
  }
});

test('an id is 43 characters of an address, and of no other shape', async () => {
  const { id } = await deciding();
  expect(id).toMatch(LINK_ID);
});

test('without https, in the local cloud, the cookie does without the prefix', async () => {
  const { browser } = await deciding({ stage: 'local' });
  const [cookie] = (await browser().get()).headers.getSetCookie();
  expect(cookie).toMatch(/^besluit-/);
  expect(cookie).not.toContain('Secure');
  expect(cookie).toContain('SameSite=Strict');
});
