import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { besluitketenHere } from '../commandLine.ts';
import { portalUrl } from '../deployed.ts';
import { answer, atRest, COLLEGES, type PlanCopy, startedTrajectory } from '../trajectories.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './launch.ts';

const HEAVIEST = 150 * 1024;
const R1 = 'process-proposal.r1';

let browser: Browser;
let plan: PlanCopy;

beforeAll(async () => {
  plan = await startedTrajectory('openbaar');
  await answer(plan.id, R1, COLLEGES[0], { reference: 'B&W 2025/412' });
  await answer(plan.id, R1, COLLEGES[1], { outcome: 'deferred', newDate: '2026-01-13' });
  await atRest(plan);
  const switched = await besluitketenHere(['publish', plan.id, 'on']);
  expect([switched.exitCode, switched.stderr]).toEqual([0, '']);
}, 120_000);

// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

test('everybody reads the public timeline on every screen, in light and dark, without a cookie or anybody else being asked', async () => {
  const context = await browser.newContext({ locale: 'nl-NL' });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  const bodies: Promise<Buffer>[] = [];
  const cookies: Promise<string | null>[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => void asked.push(request.url()));
  page.on('response', (response) => {
    bodies.push(response.body());
    cookies.push(response.headerValue('set-cookie'));
  });
  await page.goto(`${portalUrl}/openbaar/${plan.id}`, { waitUntil: 'networkidle' });
  const weight = (await Promise.all(bodies)).reduce((sum, body) => sum + body.length, 0);
  expect(weight).toBeGreaterThan(10_000);
  expect(weight).toBeLessThan(HEAVIEST);
  const said = ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ');
  expect(said).toMatch(/College Súdwest-Fryslân ?✓?aangenomen/);
  expect(said).not.toContain('B&W 2025/412');
  // Nothing to sign in with, and nothing that a visitor could send.
  expect(await page.locator('form, a[href^="/aanmelden"]').count()).toBe(0);
  await expectAccessible(page, 'openbaar');
  expect(asked.filter((url) => !url.startsWith(`${portalUrl}/`))).toEqual([]);
  expect((await Promise.all(cookies)).filter((cookie) => cookie !== null)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the way to programs is a link, and the drawing moves aside with the keyboard', async () => {
  const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${portalUrl}/openbaar/${plan.id}`);
  await page.locator('.wide-drawing').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate('document.activeElement.scrollLeft')).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'als JSON' }).press('Enter');
  await page.waitForURL(`${portalUrl}/openbaar/${plan.id}.json`);
  expect(JSON.parse((await page.textContent('body')) ?? '')).toMatchObject({ id: plan.id });
});
