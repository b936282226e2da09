import { beforeEach, describe, expect, test } from 'vitest';
import { memoPdf } from '../../functions/adapters/memoPdf.ts';
import { recordMailWrites } from '../../functions/adapters/record/mailWrites.ts';
import { createMemoStore } from '../../functions/adapters/record/memos.ts';
import type { Grant } from '../../functions/domain/access/role.ts';
import { sendMemos } from '../../functions/operations/memo/sendMemos.ts';
import { AFTERWARDS, answer, weighed } from './embargoWorld.ts';
import { createMailbox, ROUND, type Running } from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { type MemoryForms, memoryForms, signedInOn } from './portalForms.ts';
import { readPdf } from './readPdf.ts';

const LEAD: Partial<Grant> = { role: 'lead', trajectory: 'voorbeeld' };
const PAGE = `/traject/voorbeeld/ronde/${ROUND}/raadsinformatiebrief`;
const PUT_UP = 'Stel vast en verstuur';

let running: Running;
let forms: MemoryForms;
beforeEach(async () => {
  running = await weighed('adopted');
  forms = memoryForms();
});

const as = (role: Partial<Grant> = LEAD) =>
  signedInOn(running.store, forms, [role], 'P. Projectleider', { now: () => AFTERWARDS });
const make = async () => (await as()).send(PAGE, { stap: 'maken' });
const approve = async (versie: string) => (await as()).send(PAGE, { stap: 'vaststellen', versie });
const last = () => forms.stores.memos.lastMemo('voorbeeld', ROUND);
const changeData = () => answer(running, 'rac', { outcome: 'noted', reference: 'RAC-1' }, AFTERWARDS);

/** What the function that sends would do next. */
async function send() {
  const mailbox = createMailbox();
  const store = { ...running.store, ...recordMailWrites(forms.table) };
  const deps = { store, reference: NOTHING_IMPORTED, sender: mailbox, now: () => AFTERWARDS };
  const memos = createMemoStore(forms.table);
  await sendMemos({ ...deps, memos, memoPdf }, (await running.store.trajectory('voorbeeld'))!);
  return mailbox.sent;
}

describe('the information memo in the portal', () => {
  // Guards: places.tsx: mayDo in MemoLink.
  test('is found from the page of its round by who may look at it, and by nobody else', async () => {
    const round = `/traject/voorbeeld/ronde/${ROUND}`;
    for (const role of [LEAD, { role: 'administrator' as const }])
      expect((await (await as(role)).open(round)).html).toContain(`href="${PAGE}"`);
    expect((await (await as({ role: 'reader' })).open(round)).html).not.toContain('raadsinformatiebrief');
  });

  test('is not there until it is made, and looking makes none', async () => {
    const page = await (await as()).open(PAGE);
    expect([page.status, page.words]).toEqual([
      200,
      expect.stringContaining('nog geen brief over deze ronde'),
    ]);
    expect(page.html).not.toContain(PUT_UP);
    expect(forms.table.rows()).toEqual([]);
  });

  test('made, it is shown whole as a concept, with the button that approves this version', async () => {
    const made = await make();
    expect([made.status, made.words]).toEqual([200, expect.stringContaining('Versie 1 is gemaakt')]);
    const page = await (await as()).open(PAGE);
    for (const said of [
      'concept Versie 1, gemaakt op 20 februari 2026 om 01:30 door P. Projectleider',
      'niemand heeft haar gekregen',
      'Aan Raad Aa, Raad Bee',
      'Wat de colleges hebben geantwoord',
      'College Bee aangenomen op 2 februari 2026, kenmerk OPENBAAR-2',
      'lead@regio.example',
    ])
      expect(page.words).toContain(said);
    expect(page.html).toContain(PUT_UP);
    expect(page.hidden.versie).toBe('1');
    expect(page.html).not.toContain('Maak een nieuwe versie');
  });

  // Guards: waitingMemos.ts: approvedAt; the newest version alone.
  test('waits among the work of the project lead until it is approved, in its newest version', async () => {
    const mine = async (role = LEAD) => (await as(role)).open('/mijn');
    expect((await mine()).html).not.toContain(PAGE);
    await make();
    await changeData();
    await make();
    const { html, words } = await mine();
    expect(html).toContain(`href="${PAGE}"`);
    expect(words).toContain('Raadsinformatiebrief: Hoofdronde');
    expect(words).toContain('Versie 2, gemaakt op');
    expect(words).not.toContain('Versie 1, gemaakt op');
    expect((await mine({ role: 'administrator' })).html).not.toContain(PAGE);
    await approve('2');
    expect((await mine()).html).not.toContain(PAGE);
  });

  test('made again without other data it stays that version', async () => {
    await make();
    expect((await make()).words).toContain('versie 1 blijft de nieuwste');
    expect(await last()).toMatchObject({ version: 1 });
  });

  // Guards: memoPage.tsx: mayApprove; routeAccess.ts: LEAD.
  test('an administrator looks, and neither makes nor approves', async () => {
    await make();
    const browser = await as({ role: 'administrator' });
    const page = await browser.open(PAGE);
    expect([page.status, page.words]).toEqual([200, expect.stringContaining('Aan Raad Aa')]);
    expect(page.html).not.toContain('name="stap"');
    expect((await browser.send(PAGE, { stap: 'vaststellen', versie: '1' })).status).toBe(403);
    expect((await last())?.approvedAt).toBeUndefined();
  });

  test('can be taken along as PDF, of the newest version, by who may look at it', async () => {
    const lead = await as();
    expect((await lead.open(`${PAGE}.pdf`)).status).toBe(404);
    expect((await make()).html).toContain(`href="${PAGE}.pdf"`);
    for (const browser of [lead, await as({ role: 'administrator' })]) {
      const { status, headers } = await browser.get(`${PAGE}.pdf`);
      expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
        200,
        'application/pdf',
        'attachment; filename="raadsinformatiebrief-main.r1-v1.pdf"',
      ]);
    }
    const file = new Uint8Array(await (await lead.get(`${PAGE}.pdf`)).arrayBuffer());
    expect(readPdf(file).text).toContain('CONCEPT, nog niet vastgesteld');
    expect((await (await as({ role: 'reader' })).get(`${PAGE}.pdf`)).status).toBe(403);
    for (const path of [
      '/traject/voorbeeld/ronde/main.r9',
      '/traject/voorbeeld/ronde/x',
      '/traject/weg/ronde/main.r1',
    ])
      expect((await (await as({ role: 'lead' })).get(`${path}/raadsinformatiebrief.pdf`)).status).toBe(404);
  });

  test('what was typed in a title or reference stays text', async () => {
    await answer(running, 'rac', { outcome: 'noted', reference: '<script>x</script>' }, AFTERWARDS);
    const { html } = await make();
    expect(html).toContain('&lt;script&gt;x');
    expect(html).not.toContain('<script>x');
  });

  test('of a round that does not exist says so, whatever is done with it', async () => {
    const browser = await as();
    for (const round of ['main.r9', 'onbekend.r1', '%3Cb%3E', 'x'.repeat(90)]) {
      const path = `/traject/voorbeeld/ronde/${round}/raadsinformatiebrief`;
      expect((await browser.open(path)).status).toBe(404);
      for (const stap of ['maken', 'vaststellen'])
        expect((await browser.send(path, { stap, versie: '1' })).status).toBe(404);
    }
  });

  test.each([{}, { stap: 'anders' }, { stap: 'vaststellen' }, { stap: 'vaststellen', versie: 'x' }])(
    'a form that is not ours is not read: %j',
    async (fields: Record<string, string>) => {
      await make();
      expect((await (await as()).send(PAGE, fields)).status).toBe(400);
      expect((await last())?.approvedAt).toBeUndefined();
    },
  );
});

describe('approving it in the portal', () => {
  test('lets exactly the version that was shown go to the clerks, by name and once', async () => {
    await make();
    expect(await send()).toEqual([]);
    const approved = await approve('1');
    expect([approved.status, approved.words]).toEqual([
      200,
      expect.stringContaining('Versie 1 is vastgesteld'),
    ]);
    expect(await last()).toMatchObject({ version: 1, approvedBy: 'P. Projectleider' });
    expect((await (await as()).open(PAGE)).words).toContain('Nog niet iedereen heeft haar');
    expect(await send()).toHaveLength(2);
    const { words, html } = await (await as()).open(PAGE);
    expect(words).toMatch(/Vastgesteld door P\. Projectleider op .* Verzonden aan de griffiers van de raden/);
    expect(html).not.toContain(PUT_UP);
    expect((await approve('1')).words).toContain('was al vastgesteld');
    expect(await send()).toEqual([]);
  });

  // Guards: memoRoutes.tsx: the version of the form, and not the newest, is what is approved.
  test('of what has changed since is refused, and shows the new version; nothing is sent', async () => {
    await make();
    await changeData();
    const refused = await approve('1');
    expect([refused.status, refused.words]).toEqual([
      409,
      expect.stringContaining('zijn veranderd sinds versie 1'),
    ]);
    expect(refused.html).toContain('role="alert"');
    expect(refused.hidden.versie).toBe('2');
    expect(refused.words).toContain('RAC-1');
    expect(await send()).toEqual([]);
    expect((await approve('1')).status).toBe(409);
    expect((await approve(refused.hidden.versie ?? '')).status).toBe(200);
    expect(await send()).toHaveLength(2);
  });

  // Guards: memoPage.tsx: isOutdated.
  test('is not offered for a version that the data have overtaken; a new one is', async () => {
    await make();
    await changeData();
    const { html, words } = await (await as()).open(PAGE);
    expect(words).toContain('zijn veranderd sinds versie 1');
    expect(html).not.toContain(PUT_UP);
    expect(html).toContain('Maak een nieuwe versie');
  });

  test('of a version that nobody made is refused', async () => {
    expect((await approve('1')).status).toBe(409);
    expect(forms.table.rows()).toEqual([]);
  });
});
