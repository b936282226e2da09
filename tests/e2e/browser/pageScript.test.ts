import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { portalUrl } from '../deployed.ts';
import { type PlanCopy, startedTrajectory } from '../trajectories.ts';
import { launchBrowser } from './launch.ts';

let browser: Browser;
let plan: PlanCopy;

beforeAll(async () => {
  plan = await startedTrajectory('script');
}, 120_000);

// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

async function telephone(javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 360, height: 800 };
  return (await browser.newContext({ locale: 'nl-NL', javaScriptEnabled, viewport })).newPage();
}

const aside = (page: Page) => page.evaluate('document.querySelector(".wide-drawing").scrollLeft');

// Guards: page.js: drawing.scrollLeft +=.
test('on a telephone the timeline opens where today is; without scripts at its beginning', async () => {
  const page = await telephone(true);
  await page.goto(`${portalUrl}/traject/${plan.id}`);
  expect(await aside(page)).toBeGreaterThan(0);
  const today = await page.locator('.timeline .today').first().boundingBox();
  expect(today?.x).toBeGreaterThan(0);
  expect(today?.x).toBeLessThan(360);
  const plain = await telephone(false);
  await plain.goto(`${portalUrl}/traject/${plan.id}`);
  expect(await plain.locator('svg.timeline[role=img]').count()).toBe(1);
  expect(await plain.locator('.timeline .today').first().boundingBox()).not.toMatchObject({ x: today?.x });
});

/** Presses the button of the form, and tells of each press whether nothing came of it. The page stays. */
const presses = (method: 'get' | 'post') => `(() => {
  const stopped = [];
  window.addEventListener('submit', (event) => {
    stopped.push(event.defaultPrevented);
    event.preventDefault();
  });
  const form = document.querySelector('form.choices');
  form.method = '${method}';
  const button = form.querySelector('button');
  button.click();
  button.click();
  const busy = form.getAttribute('aria-busy');
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  button.click();
  return { stopped, busy };
})()`;

// Guards: page.js: event.preventDefault(), sent.delete(form).
test('a form that is sent twice at once is sent once, and again when one comes back to it', async () => {
  const page = await telephone(true);
  await page.goto(`${portalUrl}/traject/${plan.id}/logboek`);
  expect(await page.evaluate(presses('post'))).toEqual({ stopped: [false, true, false], busy: 'true' });
  // What only asks may be asked again: a download leaves one on the page.
  await page.reload();
  expect(await page.evaluate(presses('get'))).toEqual({ stopped: [false, false, false], busy: null });
});
