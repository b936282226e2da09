import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { linkKey } from '../../functions/adapters/record/keys.ts';
import { readMailbox } from '../../functions/cli/simulate/mailbox.ts';
import { timesAsked } from '../../functions/cli/simulate/report.ts';
import { auditEntry } from '../../functions/domain/audit.ts';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import { hashOfLink } from '../../functions/domain/links/link.ts';
import { importContacts } from '../../functions/operations/importContacts.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { browserOn } from '../unit/deciding.ts';
import { contact } from '../unit/reminding.ts';
import { besluitketenHere } from './commandLine.ts';
import { auditRowsOf, endpoint, portalUrl, reference, rowsOf, store, table } from './deployed.ts';
import { linkIn } from './linkOf.ts';
import { logLines } from './logLines.ts';
import { mailsOf } from './mailbox.ts';
import { atRest, BY, copyOfPlan, FIRST_DAY, type PlanCopy, startedTrajectory } from './trajectories.ts';

const START = momentOf(FIRST_DAY);
const R1 = 'process-proposal.r1';
const HARLINGEN = 'GM0072/college';
const WAADHOEKE = 'GM1949/college';
const FILLED_IN = { uitkomst: 'adopted', datum: '2025-12-09', kenmerk: 'B&W 2025/412' };

let plan: PlanCopy;
const linkOf = (body: string) => linkIn(plan.id, `${R1}/${body}/asked`);
const browser = (id: string) =>
  browserOn(
    (path, init) =>
      fetch(path.startsWith('http') ? path : `${portalUrl}${path}`, { ...init, redirect: 'manual' }),
    id,
  );
const requestOf = async (body: string) => (await store.request(plan.id, R1, body))!;

beforeAll(async () => {
  plan = await startedTrajectory('mail-link');
});

test('the request itself carries the link, which only the mail holds', async () => {
  const id = await linkOf(HARLINGEN);
  expect(JSON.stringify(await rowsOf(plan.id))).not.toContain(id);
  expect(JSON.stringify(await auditRowsOf(plan.id))).not.toContain(id);
  const row = await table.get(linkKey(hashOfLink(id)));
  expect(row).toMatchObject({ body: HARLINGEN, round: R1, person: { mail: 'college@harlingen.example' } });
  expect(JSON.stringify(row)).not.toContain(id);
  expect(row).not.toHaveProperty('openIn');
});

test('reading the page changes nothing', async () => {
  const id = await linkOf(HARLINGEN);
  const before = [await rowsOf(plan.id), await table.get(linkKey(hashOfLink(id)))];
  for (const method of ['GET', 'HEAD']) {
    const { status, headers } = await browser(id).get(undefined, method);
    expect(status).toBe(200);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
  }
  expect([await rowsOf(plan.id), await table.get(linkKey(hashOfLink(id)))]).toEqual(before);
});

describe('a college that answers by its link', () => {
  test('sees what would be recorded, confirms it, gets a receipt, and the chain goes on', async () => {
    const id = await linkOf(HARLINGEN);
    const here = browser(id);
    expect((await here.get()).words).toContain('Uitkomst van College Harlingen');
    const preview = await here.post({ stap: 'bekijken', ...FILLED_IN });
    expect(preview.words).toContain('Er is nog niets vastgelegd');
    expect((await requestOf(HARLINGEN)).status).toBe('open');
    const receipt = await here.post({ stap: 'vastleggen' });
    expect(receipt.status).toBe(200);
    const request = await requestOf(HARLINGEN);
    expect(request).toMatchObject({
      status: 'decided',
      outcome: 'adopted',
      decidedOn: '2025-12-09',
      reference: 'B&W 2025/412',
      via: 'mail-link',
      by: 'College Harlingen',
    });
    expect(receipt.words).toContain(request.decisionId!.slice(0, 12));
    await atRest(plan);
    const told = (await mailsOf(plan.id)).filter((mail) =>
      mail.reference.startsWith(`${R1}/${HARLINGEN}/decided-`),
    );
    expect(told).toHaveLength(1);
    expect((await browser(id).get()).words).toContain('Deze link is gebruikt');
  });

  test('adds its decision list: put into the bucket by a form, checked, kept', async () => {
    const here = browser(await linkOf(HARLINGEN));
    const page = await here.get();
    const action = /<form method="post" action="([^"]+)"/.exec(page.html)?.[1] ?? '';
    expect(page.headers.get('content-security-policy')).toContain(new URL(action).origin);
    const pdf = Buffer.from(`%PDF-1.7\n${plan.id}`);
    const put = async (bytes: Buffer, fields = page.hidden) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) if (name !== 'bewijs') form.append(name, value);
      form.append(
        'file',
        new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }),
        'besluitenlijst.pdf',
      );
      return fetch(action, { method: 'POST', body: form, redirect: 'manual' });
    };
    // Another key, another type and more than ten megabytes are refused by the bucket itself.
    expect((await put(pdf, { ...page.hidden, key: 'besluitenlijsten/x.pdf' })).status).toBe(403);
    expect((await put(pdf, { ...page.hidden, 'Content-Type': 'text/html' })).status).toBe(403);
    expect((await put(Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(400);
    const answer = await put(pdf);
    expect(answer.status).toBe(303);
    const back = new URL(answer.headers.get('location')!);
    expect(back.origin).toBe(portalUrl);
    expect((await here.get(`${back.pathname}${back.search}`)).words).toContain('nog niet toegevoegd');
    const { words } = await here.post({ stap: 'bijlage' }, { path: back.pathname });
    expect(words).toContain('Besluitenlijst toegevoegd');
    const request = await requestOf(HARLINGEN);
    expect(request.attachment).toMatchObject({
      size: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    // Guards: functions/adapters/record/roundWrites.ts: `attribute_not_exists(#attachment)`: none replaces it.
    const entry = {
      trajectory: plan.id,
      at: START,
      what: 'attached',
      subject: R1,
      by: 'x',
      via: 'x',
    } as const;
    const another = { ...request.attachment!, sha256: 'f'.repeat(64) };
    expect(await store.writeAttachment(request, another, auditEntry({ ...entry, details: {} }))).toBe(false);
  });
});

test('a form of another site, or without its cookie, records nothing', async () => {
  const id = await linkOf(WAADHOEKE);
  const here = browser(id);
  await here.get();
  const { hidden } = await here.post({ stap: 'bekijken', ...FILLED_IN });
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  const confirming = { ...hidden, stap: 'vastleggen' };
  expect((await here.post(confirming, { headers: foreign })).status).toBe(403);
  here.cookies.clear();
  expect((await here.post(confirming)).status).toBe(403);
  expect((await requestOf(WAADHOEKE)).status).toBe('open');
});

test('a link that was cut off explains itself', async () => {
  const { status, words } = await browser((await linkOf(WAADHOEKE)).slice(0, 40)).get();
  expect(status).toBe(404);
  expect(words).toContain('Deze link kennen wij niet');
});

test('an outdated link brings a new one by mail, to the same address', async () => {
  const id = await linkOf(WAADHOEKE);
  const key = linkKey(hashOfLink(id));
  await table.update({
    key,
    UpdateExpression: 'SET createdAt = :long',
    values: { ':long': '2025-12-01T08:00:00.000Z' },
  });
  const here = browser(id);
  const page = await here.get();
  expect(page.status).toBe(410);
  expect(page.words).toContain('Mail mij een nieuwe link');
  const sent = await here.post({ stap: 'nieuwe-link', adres: 'boef@evil.example' });
  expect(sent.words).toContain('De nieuwe link is onderweg');
  const about = `${R1}/${WAADHOEKE}/nieuwe-link`;
  const fresh = await linkIn(plan.id, about);
  expect((await mailsOf(plan.id)).filter((mail) => mail.reference === about).map(({ to }) => to)).toEqual([
    ['college@waadhoeke.example'],
  ]);
  await browser(fresh).record(FILLED_IN);
  expect(await requestOf(WAADHOEKE)).toMatchObject({ status: 'decided', via: 'mail-link' });
});

describe('a simulated trajectory of a body with two secretaries', () => {
  const BODY = 'GM1940/college';
  let two: PlanCopy;

  beforeAll(async () => {
    two = copyOfPlan('mail-link-twee');
    const people = ['eerste', 'tweede'].map((name) => contact(BODY, `${name}@dfm.example`));
    // A simulation has contacts of its own: other tests do not meet them.
    await importContacts(reference, two.id, people, { at: START, by: 'tests', file: 'scenario' });
    await startTrajectory(store, two.plan, two.id, 'virtual', START, BY);
    await atRest(two);
  });
  const asked = async () =>
    (await readMailbox(endpoint, two.id)).filter((mail) => mail.reference.startsWith(`${R1}/${BODY}/asked`));

  test('gives each a link of their own, and counts as asked once', async () => {
    expect((await asked()).flatMap(({ to }) => to).sort()).toEqual([
      'eerste@dfm.example',
      'tweede@dfm.example',
    ]);
    expect(timesAsked(await asked(), `${R1}/${BODY}/`)).toBe(1);
    const mails = (await mailsOf(two.id)).filter(({ reference: each }) =>
      each.startsWith(`${R1}/${BODY}/asked`),
    );
    const ids = mails.flatMap(({ text }) => /\/besluit\/([A-Za-z0-9_-]{43})$/m.exec(text)?.[1] ?? []);
    expect(new Set(ids).size).toBe(2);
    expect((await store.request(two.id, R1, BODY))?.mails.asked?.sentAt).toBeDefined();
  });

  test('whose mails are looked at without making a link', async () => {
    const listed = await besluitketenHere(['mail', 'list', two.id, '--json']);
    expect(listed.exitCode).toBe(0);
    expect(listed.stdout).toContain('persoonlijke link');
    expect(listed.stdout).not.toMatch(/\/besluit\/[A-Za-z0-9_-]{43}/);
  });

  test('is answered by such a link on its own clock, not on ours', async () => {
    const [mail] = await asked();
    const id = await linkIn(two.id, mail!.reference);
    await browser(id).record({ ...FILLED_IN, datum: '2025-12-01' });
    const request = await store.request(two.id, R1, BODY);
    expect(request).toMatchObject({ status: 'decided', via: 'mail-link' });
    expect(request?.recordedAt?.slice(0, 10)).toBe('2025-12-01');
  });
});

test('no link is in a log line of the functions that made or read it', async () => {
  const ids = (await mailsOf(plan.id)).flatMap(
    ({ text }) => /\/besluit\/([A-Za-z0-9_-]{43})$/m.exec(text)?.[1] ?? [],
  );
  expect(ids.length).toBeGreaterThan(4);
  const logs = await logLines(/DecideByLink|SendMails|WatchDay/);
  expect(logs.length).toBeGreaterThan(0);
  for (const id of ids) expect(logs.some((line) => line.includes(id))).toBe(false);
});
