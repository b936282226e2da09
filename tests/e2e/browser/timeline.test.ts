import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { reviseRound } from '../../../functions/operations/reviseRound.ts';
import { besluitketenHere } from '../commandLine.ts';
import { portalUrl, store } from '../deployed.ts';
import { NEW_PASSWORD, newUser } from '../signInAs.ts';
import {
  answer,
  atRest,
  BY,
  COLLEGES,
  type PlanCopy,
  startedTrajectory,
  untilAsked,
} from '../trajectories.ts';
import { expectNoViolations, expectToFit } from './accessible.ts';
import { launchBrowser } from './launch.ts';

const R1 = 'process-proposal.r1';
const R2 = 'process-proposal.r2';
const HEAVIEST = 150 * 1024;

let browser: Browser;
let plan: PlanCopy;

beforeAll(async () => {
  plan = await startedTrajectory('tijdlijn');
  for (const body of COLLEGES)
    await answer(plan.id, R1, body, { outcome: body === 'GM0072/college' ? 'rejected' : 'adopted' });
  await atRest(plan);
  await reviseRound(
    store,
    plan.id,
    R1,
    'De rol van Harlingen is verduidelijkt.',
    '2026-01-08T09:00:00.000Z',
    BY,
  );
  await untilAsked(plan.id, R2, COLLEGES);
  await answer(plan.id, R2, 'GM1900/college', {
    reference: 'B&W 2026/041',
    note: `<b>vet</b> ${'x'.repeat(300)}`,
  });
  await atRest(plan);
}, 120_000);

// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

async function opened(
  colorScheme: 'light' | 'dark',
): Promise<{ page: Page; complaints: string[]; asked: string[] }> {
  const page = await (await browser.newContext({ locale: 'nl-NL', colorScheme })).newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => void asked.push(request.url()));
  return { page, complaints, asked };
}

/** The drawing is another on each screen: all of them are measured. */
const expectAccessible = (page: Page, name: string) =>
  expectToFit(page, name, name, (device) => expectNoViolations(page, `${name} ${device}`));

/** Goes through the page with the Tab key until the focus is on what answers to this. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(what)})`)) return;
  }
  throw new Error(`the keyboard does not come to ${what}`);
}

test.each(['light', 'dark'] as const)(
  'the trajectory and its rounds are accessible on every screen, %s',
  async (scheme) => {
    const { page, complaints, asked } = await opened(scheme);
    await page.goto(`${portalUrl}/traject/${plan.id}`);
    await expectAccessible(page, `traject-${scheme}`);
    for (const round of [R1, R2]) {
      await page.goto(`${portalUrl}/traject/${plan.id}/ronde/${round}`);
      await expectAccessible(page, `ronde-${round}-${scheme}`);
    }
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(portalUrl))).toEqual([]);
  },
);

test('with the keyboard alone one moves the drawing aside and comes to a round and back', async () => {
  const { page, complaints } = await opened('light');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${portalUrl}/traject/${plan.id}`);
  await tabTo(page, '.wide-drawing');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate('document.activeElement.scrollLeft')).toBeGreaterThan(0);
  await tabTo(page, `th a[href$="/ronde/${R2}"]`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${portalUrl}/traject/${plan.id}/ronde/${R2}`);
  expect(await page.textContent('h1')).toMatch(/ronde 2$/);
  expect(await page.locator('.state-now').textContent()).toContain('CollegesDecide');
  await tabTo(page, 'nav a');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${portalUrl}/traject/${plan.id}`);
  expect(complaints).toEqual([]);
});

test('the pages weigh at most 150 kB with their stylesheet', async () => {
  const { page } = await opened('light');
  for (const path of [`/traject/${plan.id}`, `/traject/${plan.id}/ronde/${R2}`]) {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => void bodies.push(response.body()));
    await page.goto(`${portalUrl}${path}`, { waitUntil: 'networkidle' });
    const weight = (await Promise.all(bodies)).reduce((sum, body) => sum + body.length, 0);
    expect(weight).toBeLessThan(HEAVIEST);
    page.removeAllListeners('response');
  }
});

test('an administrator sees which execution works on a round, and how to look at it here', async () => {
  const mail = `tijdlijn-${randomBytes(3).toString('hex')}@gemeente.example`;
  const { temporaryPassword } = await newUser(mail);
  const { exitCode, stderr } = await besluitketenHere(['roles', 'grant', mail, 'administrator']);
  expect([exitCode, stderr]).toEqual([0, '']);
  const { page, complaints } = await opened('light');
  await page.goto(`${portalUrl}/aanmelden`);
  await page.fill('#username', mail);
  await page.fill('#password', temporaryPassword);
  await page.click('button[type=submit]');
  await page.fill('#new_password', NEW_PASSWORD);
  await page.fill('#confirm_password', NEW_PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForURL(`${portalUrl}/`);
  await page.goto(`${portalUrl}/traject/${plan.id}/ronde/${R2}`);
  expect(await page.textContent('main')).toContain(
    `:execution:besluitketen-local-approval-chain:${plan.id}-process-proposal-r2-e1`,
  );
  await expectAccessible(page, 'ronde-beheerder');
  expect(complaints).toEqual([]);
});
