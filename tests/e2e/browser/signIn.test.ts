import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { besluitketenHere } from '../commandLine.ts';
import { portalUrl } from '../deployed.ts';
import { NEW_PASSWORD, newUser, type Person } from '../signInAs.ts';
import { launchBrowser } from './launch.ts';

const MAIL = 'browser@gemeente.example';
const WIDTHS = { telephone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };

let browser: Browser;
let person: Person;
beforeAll(async () => {
  [browser, person] = await Promise.all([launchBrowser(), newUser(MAIL)]);
}, 120_000);
afterAll(() => browser.close());

/** A browser that has been nowhere yet. */
async function freshPage(viewport = WIDTHS.desk): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'nl-NL' });
  return context.newPage();
}

/** WCAG 2.1 A and AA (EN 301 549), and nothing wider than the screen. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  const tooWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect([name, tooWide]).toEqual([name, false]);
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function signInAt(page: Page, password: string): Promise<void> {
  await page.fill('#username', MAIL);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
}

describe('in a real browser', () => {
  test('a newcomer signs in at the hosted page, chooses a password, and out again', async () => {
    const page = await freshPage();
    await page.goto(`${portalUrl}/beheer`);
    expect(page.url()).toContain('/oauth2/authorize');
    await signInAt(page, person.temporaryPassword);
    await page.fill('#new_password', NEW_PASSWORD);
    await page.fill('#confirm_password', NEW_PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForURL(`${portalUrl}/beheer`);
    expect(await page.textContent('h1')).toBe('U hebt hier geen toegang');
    expect(await page.textContent('main')).toContain(MAIL);
    await expectAccessible(page, 'geen-toegang-1280');

    expect((await besluitketenHere(['roles', 'grant', MAIL, 'administrator'])).exitCode).toBe(0);
    await page.reload();
    expect(await page.textContent('h1')).toBe('Beheer');
    const cookies = await page.context().cookies(portalUrl);
    expect(cookies).toEqual([
      expect.objectContaining({ name: 'sessie', httpOnly: true, sameSite: 'Lax', path: '/' }),
    ]);

    // Guards: signInRoutes.ts: the Refresh header. A redirect to the issuer is held against form-action 'self'.
    await page.click('text=Afmelden');
    await page.waitForURL(`${portalUrl}/afgemeld`);
    expect(await page.textContent('h1')).toBe('U bent afgemeld');
    expect(await page.context().cookies(portalUrl)).toEqual([]);
    await expectAccessible(page, 'afgemeld-1280');
    await page.goto(`${portalUrl}/beheer`);
    expect(page.url()).toContain('/oauth2/authorize');
  });

  test.each(Object.entries(WIDTHS))('every page of it can be used on a %s', async (name, viewport) => {
    const page = await freshPage(viewport);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(portalUrl);
    await expectAccessible(page, `overzicht-${name}`);
    await page.click('text=Aanmelden');
    await signInAt(page, NEW_PASSWORD);
    await page.waitForURL(`${portalUrl}/`);
    await expectAccessible(page, `aangemeld-${name}`);
    await page.goto(`${portalUrl}/beheer`);
    await expectAccessible(page, `beheer-${name}`);
    await page.click('text=Afmelden');
    await page.waitForURL(`${portalUrl}/afgemeld`);
    await expectAccessible(page, `afgemeld-${name}`);
    const failed = await page.goto(`${portalUrl}/aanmelden/terug?code=x&state=y`);
    expect(failed?.status()).toBe(400);
    await expectAccessible(page, `mislukt-${name}`);
    expect(complaints.filter((text) => !/400 \(Bad Request\)|favicon/.test(text))).toEqual([]);
  });

  test('the sign-out of another site does nothing', async () => {
    const page = await freshPage();
    await page.goto(`${portalUrl}/aanmelden`);
    await signInAt(page, NEW_PASSWORD);
    await page.waitForURL(`${portalUrl}/`);
    const stranger = await page.context().newPage();
    await stranger.setContent(
      `<form method="post" action="${portalUrl}/afmelden"><button>Win</button></form>`,
    );
    await stranger.click('text=Win');
    await stranger.waitForLoadState();
    expect(await stranger.textContent('h1')).toBe('Dit formulier kunnen wij niet aannemen');
    await page.reload();
    expect(await page.textContent('header')).toContain('Afmelden');
  });
});
