import { beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import { asked, type Running } from './exampleRecord.ts';
import { incomingItem } from './incoming.ts';
import { type MemoryForms, memoryForms, NOW, signedInOn } from './portalForms.ts';

const AT = '/antwoord/voorbeeld/main.r1/GM0001/college';
const ADOPTED = { uitkomst: 'adopted', datum: '2026-02-03', kenmerk: 'B&W 2026/12' };
const SECRETARY: Partial<Grant> = { role: 'secretary', body: 'GM0001/college' };

let running: Running;
let forms: MemoryForms;
beforeEach(async () => {
  running = await asked();
  forms = memoryForms();
});

const secretary = (name?: string) => signedInOn(running.store, forms, [SECRETARY], name);
const college = () => running.store.request('voorbeeld', 'main.r1', 'GM0001/college');
const audited = async () =>
  (await running.store.audit('voorbeeld')).filter(({ what }) => what === 'decided' || what === 'deferred');

type Browser = Awaited<ReturnType<typeof secretary>>;

/** From the form to the receipt. */
async function record(browser: Browser, fields: Record<string, string> = ADOPTED, at = AT) {
  const { hidden } = await browser.open(at);
  const preview = await browser.send(at, { ...hidden, stap: 'bekijken', ...fields });
  return { preview, receipt: await browser.send(at, { ...preview.hidden, stap: 'vastleggen' }) };
}

describe('a signed-in secretary', () => {
  test('sees what is asked, fills it in, checks it, and it is recorded in that name', async () => {
    const browser = await secretary();
    const form = await browser.open(AT);
    expect(form.words).toContain('gevraagd een besluit te nemen');
    expect(form.html).not.toMatch(/<input type="radio"[^>]*checked/);
    const { preview, receipt } = await record(browser);
    expect(preview.words).toContain('Er is nog niets vastgelegd');
    expect(preview.words).toContain('S. Secretaris');
    expect(receipt.words).toContain('Vastgelegd');
    expect(await college()).toMatchObject({
      status: 'decided',
      outcome: 'adopted',
      decidedOn: '2026-02-03',
      reference: 'B&W 2026/12',
      by: 'S. Secretaris',
      via: 'portal',
    });
    expect(await audited()).toMatchObject([{ by: 'S. Secretaris', via: 'portal', at: NOW }]);
  });

  // Guards: formTokens.ts: contentOf, embargo; decisionForm.ts: `embargo` of the answer, and its mistake at its field.
  test('can put it under embargo: it is shown before it is confirmed, and a wrong day is kept and explained', async () => {
    const browser = await secretary();
    const EMBARGO = { ...ADOPTED, 'niet-openbaar-tot': '2026-02-20' };
    const { hidden } = await browser.open(AT);
    const wrong = await browser.send(AT, {
      ...hidden,
      stap: 'bekijken',
      ...EMBARGO,
      'niet-openbaar-tot': '2026-05-01',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.words).toContain('hoogstens 31 dagen niet openbaar');
    expect(wrong.html).toContain('value="2026-05-01"');
    const preview = await browser.send(AT, { ...hidden, stap: 'bekijken', ...EMBARGO });
    expect(preview.words).toContain('Niet openbaar tot 20 februari 2026');
    const other = await browser.send(AT, { ...preview.hidden, stap: 'vastleggen', 'niet-openbaar-tot': '' });
    expect(other.status).toBe(403);
    await browser.send(AT, { ...preview.hidden, stap: 'vastleggen' });
    expect(await college()).toMatchObject({ outcome: 'adopted', embargo: '2026-02-20' });
  });

  // Guards: answerSteps.tsx: only 'vastleggen' with its own token confirms.
  test('records nothing by looking, by the first form, or by a confirmation of something else', async () => {
    const before = running.store.snapshot();
    const browser = await secretary();
    const { hidden } = await browser.open(AT);
    const preview = await browser.send(AT, { ...hidden, stap: 'bekijken', ...ADOPTED });
    expect(preview.status).toBe(200);
    const refused = [
      await browser.send(AT, { ...hidden, stap: 'vastleggen', ...ADOPTED }),
      await browser.send(AT, { ...preview.hidden, stap: 'vastleggen', uitkomst: 'rejected' }),
      await browser.send(AT, { stap: 'vastleggen', ...ADOPTED, bewijs: '' }),
      await browser.send(AT, { ...preview.hidden, stap: 'vastleggen', formToken: 'x'.repeat(22) }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await browser.send(AT, { stap: 'onzin' })).status).toBe(400);
    expect(running.store.snapshot()).toEqual(before);
  });

  // Guards: answering.tsx: tokensFrom(visitor.session.id, …).
  test('cannot confirm with the page of another session', async () => {
    const [one, other] = [await secretary(), await secretary()];
    const { hidden } = await one.open(AT);
    const preview = await one.send(AT, { ...hidden, stap: 'bekijken', ...ADOPTED });
    const { formToken: _of, ...fields } = preview.hidden;
    expect((await other.send(AT, { ...fields, stap: 'vastleggen' })).status).toBe(403);
    expect(await college()).toMatchObject({ status: 'open' });
  });

  test('who presses twice has one effect, and is told', async () => {
    const browser = await secretary();
    const { preview } = await record(browser);
    const again = await browser.send(AT, { ...preview.hidden, stap: 'vastleggen' });
    expect([again.status, again.words]).toEqual([200, expect.stringContaining('Dit stond al vast')]);
    expect(await audited()).toHaveLength(1);
  });

  test('finds what somebody else recorded, with who and what; it is not replaced', async () => {
    const browser = await secretary();
    const { hidden } = await browser.open(AT);
    const preview = await browser.send(AT, { ...hidden, stap: 'bekijken', ...ADOPTED });
    await running.decide('GM0001/college', 'rejected');
    const conflict = await browser.send(AT, { ...preview.hidden, stap: 'vastleggen' });
    expect([conflict.status, conflict.words]).toEqual([409, expect.stringMatching(/Verworpen.*griffier/)]);
    const closed = await browser.open(AT);
    expect(closed.words).toMatch(/Er is al geantwoord.*Verworpen.*door griffier/);
    expect(closed.html).not.toContain('type="radio"');
  });

  test('mistakes are told at their fields, and what was filled in stays', async () => {
    const browser = await secretary();
    const { hidden } = await browser.open(AT);
    const wrong = await browser.send(AT, {
      ...hidden,
      stap: 'bekijken',
      datum: '2027-01-01',
      kenmerk: 'O26',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.words).toContain('Kies een uitkomst.');
    expect(wrong.words).toContain('Deze datum ligt in de toekomst');
    expect(wrong.html).toContain('value="O26"');
  });

  test('postpones, and then answers', async () => {
    const browser = await secretary();
    const deferred = { uitkomst: 'deferred', datum: '2026-02-03', 'nieuwe-datum': '2026-02-17' };
    await record(browser, deferred);
    const form = await browser.open(AT);
    expect(form.words).toContain('Aangehouden tot 17 februari 2026');
    await record(browser);
    expect(await college()).toMatchObject({ outcome: 'adopted', deferrals: [{ newDate: '2026-02-17' }] });
  });

  test.each([
    '/antwoord/voorbeeld/main.r7/GM0001/college',
    '/antwoord/voorbeeld/nergens/GM0001/college',
    '/antwoord/anders/main.r1/GM0001/college',
    `/antwoord/${'x'.repeat(2000)}/main.r1/GM0001/college`,
    `${AT}?bericht=${'f'.repeat(16)}`,
    `${AT}?bericht=<script>`,
  ])('is told that there is nothing at %s', async (path) => {
    const browser = await secretary();
    expect((await browser.open(path)).status).toBe(404);
    expect((await browser.send(path, { stap: 'bekijken' })).status).toBe(404);
  });

  test('is told why a request is closed', async () => {
    const round = await running.round();
    running.store.round = async () => ({ ...round, status: 'withdrawn', withdrawnBecause: 'Vervallen' });
    const browser = await secretary();
    const closed = await browser.open(AT);
    expect([closed.status, closed.words]).toEqual([410, expect.stringContaining('ingetrokken: Vervallen')]);
  });
});

test('an answer in the name of a person whose name is markup is written as text', async () => {
  const { preview } = await record(await secretary('<img src=x onerror=alert(1)>'));
  expect(preview.html).not.toContain('<img');
});

describe('with what came in', () => {
  const ITEM = incomingItem({ status: 'proposed', about: 'a'.repeat(32) });

  test('date, reference and note are filled in, the outcome is not; recording closes it', async () => {
    await forms.stores.items.putItem(ITEM);
    const browser = await secretary();
    const at = `${AT}?bericht=${ITEM.id}`;
    const form = await browser.open(at);
    expect(form.words).toContain('Wat uw documentsysteem meldde');
    expect(form.html).toContain('value="2026-02-03"');
    expect(form.html).not.toMatch(/<input type="radio"[^>]*checked/);
    const { receipt } = await record(browser, { uitkomst: 'adopted', datum: '2026-02-03', kenmerk: '' }, at);
    expect(receipt.words).toContain('Vastgelegd');
    // What was taken out of the form is not taken from the message all the same.
    expect((await college())?.reference).toBeUndefined();
    expect(await forms.stores.items.item(ITEM.id)).toMatchObject({
      status: 'accepted',
      closedBy: 'S. Secretaris',
    });
    expect((await forms.stores.reports.report(ITEM.source, 'a'.repeat(32)))?.place).toEqual({
      trajectory: 'voorbeeld',
      round: 'main.r1',
      body: 'GM0001/college',
    });
  });

  // Guards: readAsking.ts: maySeeItem and fits.
  test.each([
    ['of another body', { draft: { ...ITEM.draft, body: 'GM0001/council' } }],
    ['of another municipality', { municipality: 'GM0002' }],
    ['that nobody placed', { status: 'unknown' as const, draft: {} }],
  ])('an item %s is not there for this secretary', async (_what, changes) => {
    await forms.stores.items.putItem({ ...ITEM, ...changes });
    const browser = await secretary();
    expect((await browser.open(`${AT}?bericht=${ITEM.id}`)).status).toBe(404);
  });

  // Guards: readAsking.ts: fits.
  test('who sees it for another reason cannot take it over for a body of another municipality', async () => {
    await forms.stores.items.putItem(ITEM);
    const roles = [{ role: 'administrator' as const }, { ...SECRETARY, body: 'GM0002/college' }];
    const browser = await signedInOn(running.store, forms, roles);
    const at = '/antwoord/voorbeeld/main.r1/GM0002/college';
    expect((await browser.open(at)).status).toBe(200);
    expect((await browser.open(`${at}?bericht=${ITEM.id}`)).status).toBe(404);
  });

  test('what somebody dismissed meanwhile is recorded all the same, and the receipt says so', async () => {
    await forms.stores.items.putItem(ITEM);
    const browser = await secretary();
    const at = `${AT}?bericht=${ITEM.id}`;
    const { hidden } = await browser.open(at);
    const preview = await browser.send(at, { ...hidden, stap: 'bekijken', ...ADOPTED });
    forms.table.before('transact', () =>
      forms.stores.items.writeItem({ ...ITEM, status: 'dismissed', closedBy: 'leider', closedAt: NOW }, ITEM),
    );
    const receipt = await browser.send(at, { ...preview.hidden, stap: 'vastleggen' });
    expect(receipt.words).toMatch(/afgewezen door leider.*wel vastgelegd/);
    expect(await college()).toMatchObject({ status: 'decided' });
  });
});

describe('the page of the trajectory', () => {
  // Guards: askedBody.tsx: AnswerLink.
  test.each([
    ['that body’s secretary', SECRETARY, ['GM0001/college']],
    ['a reader', { role: 'reader' }, []],
    ['the project lead', { role: 'lead' }, []],
    ['the administrator', { role: 'administrator' }, []],
  ] as const)('leads %s to the own form only', async (_who, role, bodies) => {
    const browser = await signedInOn(running.store, forms, [role as Partial<Grant>]);
    const { html } = await browser.open('/traject/voorbeeld');
    const links = [...html.matchAll(/href="\/antwoord\/voorbeeld\/main.r1\/([^"]*)"/g)].map(
      ([, body]) => body,
    );
    expect(links).toEqual(bodies);
  });
});
