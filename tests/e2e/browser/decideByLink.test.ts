import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linkKey } from '../../../functions/adapters/record/keys.ts';
import { hashOfLink } from '../../../functions/domain/links/link.ts';
import { portalUrl, store, table } from '../deployed.ts';
import { linkIn } from '../linkOf.ts';
import { fileWith, type PlanCopy, startedTrajectory } from '../trajectories.ts';
import { expectNoViolations } from './accessible.ts';
import { launchBrowser } from './launch.ts';

const R1 = 'process-proposal.r1';
/** Where to leave pictures of each page, for who wants to look; nowhere unless said. */
const PICTURES = process.env.PICTURES;

let browser: Browser;
let plan: PlanCopy;

beforeAll(async () => {
  plan = await startedTrajectory('link-browser');
});

// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  await browser.close();
});

/** What a reader meets must be usable by everybody: WCAG 2.1 A and AA, at each page. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  await expectNoViolations(page, name);
  const wider = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  expect(wider, `${name} scrolls sideways`).toBe(false);
  if (PICTURES) writeFileSync(join(PICTURES, `${name}.png`), await page.screenshot({ fullPage: true }));
}

describe.each([
  ['phone', 390, 'GM0072/college'],
  ['desktop', 1280, 'GM1949/college'],
] as const)('on a %s', (device, width, body) => {
  const requestOf = async () => (await store.request(plan.id, R1, body))!;

  test('a secretary opens the link, fills in the form, checks it, confirms it and adds the decision list', async () => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      locale: 'nl-NL',
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const id = await linkIn(plan.id, `${R1}/${body}/asked`);
    await page.goto(`${portalUrl}/besluit/${id}`);
    await expectAccessible(page, `${device}-1-formulier`);
    expect(await page.locator('input:checked').count()).toBe(0);

    await page.getByRole('button', { name: 'Bekijk wat wordt vastgelegd' }).click();
    await expectAccessible(page, `${device}-2-fouten`);
    expect(await page.getByRole('alert').textContent()).toContain('Kies een uitkomst');
    errors.length = 0;

    await page.getByLabel('Gewijzigd vastgesteld').check();
    await page.getByLabel('Datum van het besluit').fill('2025-12-09');
    await page.getByLabel('Kenmerk').fill('B&W 2025/412');
    await page.getByLabel('Tekst van amendementen').fill('Amendement A1: punt 3 vervalt.');
    await page.getByRole('button', { name: 'Bekijk wat wordt vastgelegd' }).click();
    await expectAccessible(page, `${device}-3-controle`);
    expect((await requestOf()).status).toBe('open');

    await page.getByRole('button', { name: 'Leg dit definitief vast' }).click();
    await expectAccessible(page, `${device}-4-ontvangst`);
    const request = await requestOf();
    expect(request).toMatchObject({ status: 'decided', outcome: 'amended', via: 'mail-link' });
    expect(await page.textContent('main')).toContain(request.decisionId!.slice(0, 12));

    const list = fileWith(`${plan.id}-${device}.pdf`, '%PDF-1.7\nbesluitenlijst');
    await page.getByLabel('Besluitenlijst als PDF').setInputFiles(list);
    await page.getByRole('button', { name: 'Verstuur het bestand' }).click();
    await page.getByRole('heading', { name: 'Besluitenlijst ontvangen' }).waitFor();
    await expectAccessible(page, `${device}-5-bijlage`);
    await page.getByRole('button', { name: 'Voeg haar toe' }).click();
    await expectAccessible(page, `${device}-6-toegevoegd`);
    expect((await requestOf()).attachment).toMatchObject({ size: 23 });

    await page.goto(`${portalUrl}/besluit/${id}`);
    expect(await page.textContent('h1')).toBe('Deze link is gebruikt');
    await page.goto(`${portalUrl}/besluit/${id.slice(0, 30)}`);
    await expectAccessible(page, `${device}-7-onbekend`);
    // A page that its own policy stops from something says so in the console.
    expect(errors.filter((error) => error.includes('Content Security Policy'))).toEqual([]);
  });
});

test.each([390, 1280])('an outdated link offers a new one by mail, at %i pixels', async (width) => {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
  const id = await linkIn(plan.id, `${R1}/GM1900/college/asked`);
  await table.update({
    key: linkKey(hashOfLink(id)),
    UpdateExpression: 'SET createdAt = :long',
    values: { ':long': '2025-12-01T08:00:00.000Z' },
  });
  await page.goto(`${portalUrl}/besluit/${id}`);
  await expectAccessible(page, `${width}-8-verlopen`);
  await page.getByRole('button', { name: 'Mail mij een nieuwe link' }).click();
  await expectAccessible(page, `${width}-9-onderweg`);
  expect(await page.textContent('h1')).toBe('De nieuwe link is onderweg');
});

test('without scripts it works all the same', async () => {
  const body = 'GM1940/college';
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${portalUrl}/besluit/${await linkIn(plan.id, `${R1}/${body}/asked`)}`);
  await page.getByLabel('Aangenomen').check();
  await page.getByLabel('Datum van het besluit').fill('2025-12-09');
  await page.getByRole('button', { name: 'Bekijk wat wordt vastgelegd' }).click();
  await page.getByRole('button', { name: 'Wijzig het eerst' }).click();
  expect(await page.getByLabel('Aangenomen').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Bekijk wat wordt vastgelegd' }).click();
  await page.getByRole('button', { name: 'Leg dit definitief vast' }).click();
  await page.getByLabel('Besluitenlijst als PDF').setInputFiles(fileWith(`${plan.id}.pdf`, '%PDF-1.7\n'));
  await page.getByRole('button', { name: 'Verstuur het bestand' }).click();
  await page.getByRole('button', { name: 'Voeg haar toe' }).click();
  expect(await store.request(plan.id, R1, body)).toMatchObject({
    status: 'decided',
    attachment: { size: 9 },
  });
});
