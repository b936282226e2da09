import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { besluitketenHere } from '../commandLine.ts';
import { portalUrl, store } from '../deployed.ts';
import { linkIn } from '../linkOf.ts';
import { NEW_PASSWORD, newUser, type Person } from '../signInAs.ts';
import { type PlanCopy, startedTrajectory } from '../trajectories.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './launch.ts';

const R1 = 'process-proposal.r1';
const BODY = 'GM0072/college';
const MAIL = `mijn-${randomBytes(3).toString('hex')}@gemeente.example`;

let browser: Browser;
let plan: PlanCopy;
let person: Person;
beforeAll(async () => {
  [plan, person] = await Promise.all([startedTrajectory('mijn-werk'), newUser(MAIL)]);
  // Asked by now: the mail has gone.
  await linkIn(plan.id, `${R1}/${BODY}/asked`);
}, 120_000);
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

async function granted(...role: string[]): Promise<void> {
  const { exitCode, stderr } = await besluitketenHere(['roles', 'grant', MAIL, ...role]);
  expect([exitCode, stderr]).toEqual([0, '']);
}

test('who signs in without a role is told what to do; with one, sees the work and does it with the keyboard', async () => {
  const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${portalUrl}/mijn`);
  await page.fill('#username', MAIL);
  await page.fill('#password', person.temporaryPassword);
  await page.click('button[type=submit]');
  await page.fill('#new_password', NEW_PASSWORD);
  await page.fill('#confirm_password', NEW_PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForURL(`${portalUrl}/mijn`);
  expect(await page.textContent('main')).toContain('U hebt nog geen rol');
  await expectAccessible(page, 'mijn-zonder-rol');

  await granted('secretary', '--body', BODY, '--trajectory', plan.id);
  await page.goto(portalUrl);
  await page.getByRole('link', { name: 'Mijn werk' }).click();
  await page.waitForURL(`${portalUrl}/mijn`);
  expect(await page.textContent('main')).toContain('Gevraagd aan uw orgaan');
  await expectAccessible(page, 'mijn-secretaris');
  await page.getByRole('link', { name: 'Leg het antwoord van College Harlingen vast' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/antwoord\//);
  await page.getByLabel('Aangenomen').check();
  await page.getByLabel('Datum van het besluit').fill('2025-12-09');
  await page.getByRole('button', { name: 'Bekijk wat wordt vastgelegd' }).click();
  await page.getByRole('button', { name: 'Leg dit definitief vast' }).click();
  expect(await store.request(plan.id, R1, BODY)).toMatchObject({ status: 'decided', via: 'portal' });
  await page.goto(`${portalUrl}/mijn`);
  expect(await page.textContent('main')).toContain('Niets te doen');
  await expectAccessible(page, 'mijn-niets');

  await granted('lead', '--trajectory', plan.id);
  await page.reload();
  expect(await page.textContent('main')).toContain('projectleider');
  await expectAccessible(page, 'mijn-projectleider');
  expect(complaints).toEqual([]);
});
