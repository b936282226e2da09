import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { portalUrl, store } from '../deployed.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './launch.ts';

const ID = 'visietraject-demo';
/** The mail itself is measured where it is made; here it is a frame in which nothing runs. */
const MAIL_FRAME = 'iframe';
const R1 = 'process-proposal.r1';

let browser: Browser;
// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

async function freshPage(): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return { page, complaints };
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click({ timeout: 90_000 });

test('a newcomer starts a trajectory, moves its clock with the keyboard, and answers from the mailbox', async () => {
  const { page, complaints } = await freshPage();
  await page.goto(`${portalUrl}/demo`);
  await expectAccessible(page, 'demo-leeg', MAIL_FRAME);
  await press(page, 'Start een proeftraject');
  await page.waitForURL(`${portalUrl}/demo`);
  expect(await page.textContent('main')).toContain('Besluitronde geopend: Procesvoorstel fase 1, ronde 1.');
  expect(await page.textContent('main')).toMatch(/Gevraagd over Procesvoorstel fase 1, ronde 1: College/);
  await expectAccessible(page, 'demo-begonnen', MAIL_FRAME);

  await page.getByRole('button', { name: 'Volgende dag' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Het is 2 december 2025' }).waitFor();
  expect((await store.trajectory(ID))?.watchedUntil).toBe('2025-12-02');

  await press(page, 'Volgende week');
  await page.getByRole('heading', { name: 'Het is 9 december 2025' }).waitFor();
  await page.getByLabel('Antwoorden vanzelf').uncheck();
  await press(page, 'Volgende week');
  await page.getByRole('heading', { name: 'Het is 16 december 2025' }).waitFor();
  expect(await page.getByLabel('Antwoorden vanzelf').isChecked()).toBe(false);
  // Ten working days have gone by, and nobody answered by itself.
  expect(await store.request(ID, R1, 'GM0072/college')).toMatchObject({ status: 'open' });

  await page.getByRole('link', { name: 'De mails van dit proeftraject' }).click();
  await page.waitForURL(/\/postbus\?traject=/);
  await expectAccessible(page, 'postbus', MAIL_FRAME);
  await page
    .getByRole('row')
    .filter({ hasText: 'college@harlingen.example' })
    .last()
    .getByRole('link')
    .click();
  await page.getByRole('heading', { name: 'Zoals de ontvanger het ziet' }).waitFor();
  expect(await page.frameLocator('iframe').locator('body').textContent()).toContain('Harlingen');
  await expectAccessible(page, 'bericht', MAIL_FRAME);
  await page
    .locator('main')
    .getByRole('link', { name: `${portalUrl}/besluit/` })
    .first()
    .click();
  await page.getByLabel('Aangenomen').check();
  await page.getByLabel('Datum van het besluit').fill('2025-12-16');
  await page.getByRole('button', { name: 'Bekijk wat wordt vastgelegd' }).click();
  await page.getByRole('button', { name: 'Leg dit definitief vast' }).click();
  expect(await store.request(ID, R1, 'GM0072/college')).toMatchObject({
    status: 'decided',
    via: 'mail-link',
  });

  await page.goto(`${portalUrl}/demo`);
  expect(await page.textContent('main')).toContain('College Harlingen: aangenomen');
  await page.getByLabel('Antwoorden vanzelf').check();
  await press(page, 'Naar de volgende gebeurtenis');
  await page.getByText('College Waadhoeke: aangenomen').waitFor();
  await expectAccessible(page, 'demo-onderweg', MAIL_FRAME);
  await page.getByRole('link', { name: 'De tijdlijn van dit proeftraject' }).click();
  await page.waitForURL(`${portalUrl}/traject/${ID}`);
  expect(complaints).toEqual([]);
});

test('a form of elsewhere moves nothing', async () => {
  const before = await store.trajectory(ID);
  const stranger = await fetch(`${portalUrl}/demo`, {
    method: 'POST',
    body: new URLSearchParams({ stap: 'dag' }),
    headers: { origin: 'http://elders.example' },
  });
  expect(stranger.status).toBe(403);
  expect(await store.trajectory(ID)).toEqual(before);
});
