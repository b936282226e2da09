import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../../functions/domain/round/round.ts';
import { bookEntry } from '../../../functions/operations/ledger/bookEntry.ts';
import { ledger, portalUrl, store } from '../deployed.ts';
import { answer, BY, type PlanCopy, startedTrajectory } from '../trajectories.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './launch.ts';

const R1 = 'process-proposal.r1';
/** Of one page without what the browser keeps: the document and the stylesheet. */
const MOST_BYTES = 150_000;
const AT = '2026-02-02T09:00:00.000Z';

let browser: Browser;
let plan: PlanCopy;

beforeAll(async () => {
  plan = await startedTrajectory('lezen');
  await answer(plan.id, R1, 'GM1900/college', { reference: 'O25.002770', note: 'Met <b>vet</b> & "zorg"' });
  const order = { date: '2025-12-15', year: 2025 };
  const book = (more: object) =>
    bookEntry({ store, ledger }, plan.id, { ...order, ...more } as never, AT, BY);
  await book({ type: 'allocation', reference: 'B-1', amount: 34_068_800, description: 'Impulsbudget 2025' });
  const tender = { milestone: 'tender-guidance', description: 'Begeleiding' };
  await book({ type: 'commitment', reference: 'V-1', amount: 12_000_000, until: '2027-06-30', ...tender });
  await book({ type: 'expenditure', reference: 'F-1', amount: 3_000_000, commitment: 'V-1', ...tender });
  await store.raiseFlag({
    kind: 'flag',
    schemaVersion: SCHEMA_VERSION,
    trajectory: plan.id,
    flag: 'uncommitted',
    subject: '2025',
    date: '2026-06-13',
    amount: 22_068_800,
    reason: 'Van het geld van 2025 is € 220.688,00 nog niet verplicht.',
    todo: 'Verplicht het aan een mijlpaal.',
    raisedAt: AT,
  });
}, 120_000);

// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

interface Opened {
  readonly page: Page;
  /** What the browser complained of, and what it asked of anybody but us. */
  readonly complaints: string[];
}

async function open(path: string): Promise<Opened> {
  const context = await browser.newContext({ locale: 'nl-NL', javaScriptEnabled: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  let bytes = 0;
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(portalUrl)) complaints.push(`asked for ${request.url()}`);
  });
  page.on('response', async (response) => {
    bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
  });
  await page.goto(`${portalUrl}${path}`, { waitUntil: 'networkidle' });
  if (bytes > MOST_BYTES) complaints.push(`${path} weighs ${bytes} bytes`);
  return { page, complaints };
}

/** With everything that is folded opened. */
async function expectOpenedAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
  await expectAccessible(page, name);
}

/** Goes through the page with the Tab key until what is called so has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
    );
    if (String(focused).trim() === name) return;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

test('from the trajectory to its budget with the keyboard, its charts and tables, and a file of bookings', async () => {
  const { page, complaints } = await open(`/traject/${plan.id}`);
  await tabTo(page, 'Budget');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${portalUrl}/traject/${plan.id}/budget`);
  expect(await page.textContent('h1')).toBe('Budget');
  expect(await page.getByRole('img').count()).toBe(3);
  expect(await page.textContent('main')).toContain('€ 220.688,00');
  await tabTo(page, 'De bedragen per kwartaal');
  await page.keyboard.press('Enter');
  expect(await page.getByText('4e kwartaal 2034').isVisible()).toBe(true);
  await expectOpenedAccessible(page, 'budget');
  await tabTo(page, 'CSV-bestand van Harlingen, 2025');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe(`${plan.id}-GM0072-2025.csv`);
  expect(complaints).toEqual([]);
});

test('the signals of all trajectories, each with its place', async () => {
  const { page, complaints } = await open('/signalen');
  await expectOpenedAccessible(page, 'signalen');
  const section = page.locator(`section[aria-labelledby="signalen-${plan.id}"]`);
  expect(await section.textContent()).toContain('Wat u kunt doen: Verplicht het aan een mijlpaal.');
  await section.getByRole('link', { name: 'Naar het budget' }).click();
  await page.waitForURL(`${portalUrl}/traject/${plan.id}/budget`);
  expect(complaints).toEqual([]);
});

test('the log: a choice with the keyboard, its lines, and the same choice as a file', async () => {
  const { page, complaints } = await open(`/traject/${plan.id}/logboek`);
  await expectOpenedAccessible(page, 'logboek');
  expect(await page.textContent('main')).toContain('Met <b>vet</b> & "zorg"');
  await page.getByLabel('Soort').focus();
  await page.getByLabel('Soort').selectOption('decided');
  await page.getByLabel('Orgaan').selectOption('GM1900/college');
  await page.getByLabel('Vanaf').fill('2025-12-01');
  await tabTo(page, 'Toon');
  await page.keyboard.press('Enter');
  await page.waitForURL(/soort=decided/);
  expect(await page.getByRole('rowheader').count()).toBe(1);
  expect(await page.getByLabel('Orgaan').inputValue()).toBe('GM1900/college');
  await expectOpenedAccessible(page, 'logboek-keuze');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV voor een spreadsheet' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${plan.id}-logboek.csv`);
  expect(complaints).toEqual([]);
});

test('the log in the table itself: bounded by moments, behind an entry, and out of bounds', async () => {
  const all = await store.auditPage(plan.id, { most: 100 });
  expect(all.more).toBe(false);
  expect(all.entries.length).toBeGreaterThan(4);
  const [newest, second] = all.entries;
  const page = await store.auditPage(plan.id, { most: 1 });
  expect(page).toEqual({ entries: [newest], more: true });
  expect((await store.auditPage(plan.id, { most: 1, after: newest })).entries).toEqual([second]);
  const of2025 = { from: '2025-12-15T00:00:00.000Z', before: '2026-01-01T00:00:00.000Z', most: 100 };
  const between = await store.auditPage(plan.id, of2025);
  expect(between.entries.map(({ what }) => what)).toContain('decided');
  expect(between.entries.every(({ at }) => at >= of2025.from && at < of2025.before)).toBe(true);
  const oldest = all.entries.at(-1)!;
  expect((await store.auditPage(plan.id, { ...of2025, after: oldest })).entries).toEqual([]);
});
