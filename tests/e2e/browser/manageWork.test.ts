import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bounceEvent } from '../../unit/mailEvents.ts';
import { besluitketenHere } from '../commandLine.ts';
import { portalUrl, store } from '../deployed.ts';
import { invokeDeployed } from '../deployedFunction.ts';
import { loseExecution, R1, roundNow } from '../executions.ts';
import { mailsOf } from '../mailbox.ts';
import { NEW_PASSWORD, newUser } from '../signInAs.ts';
import { answer, atRest, type PlanCopy, startedTrajectory } from '../trajectories.ts';
import { until } from '../until.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './launch.ts';

/** Where to leave the pictures of docs/console.md; nowhere unless said. */
const PICTURES = process.env.PICTURES;
const MAIL = `beheer-${randomBytes(3).toString('hex')}@gemeente.example`;

let browser: Browser;
let plan: PlanCopy;
let password: string;

beforeAll(async () => {
  plan = await startedTrajectory('beheer');
  await answer(plan.id, R1, 'GM0072/college', { reference: 'B&W 2025/412' });
  await atRest(plan);
  await until('the mails left', async () => (await mailsOf(plan.id)).length >= 4);
  password = (await newUser(MAIL)).temporaryPassword;
  const granted = await besluitketenHere(['roles', 'grant', MAIL, 'administrator']);
  expect([granted.exitCode, granted.stderr]).toEqual([0, '']);
}, 120_000);

// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

/** Signed in, without a script on any page; what the browser complains of is kept. */
async function signedIn(): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${portalUrl}/aanmelden`);
  await page.fill('#username', MAIL);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  if (password !== NEW_PASSWORD) {
    await page.fill('#new_password', NEW_PASSWORD);
    await page.fill('#confirm_password', NEW_PASSWORD);
    await page.click('button[type=submit]');
    password = NEW_PASSWORD;
  }
  await page.waitForURL(`${portalUrl}/`);
  return { page, complaints };
}

/** Goes through the page with the Tab key until the focus is on what answers to this. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(what)})`)) return;
  }
  throw new Error(`the keyboard does not come to ${what}`);
}

/** The same, and presses Enter; waits for the page that it leads to. */
async function press(page: Page, what: string, address: RegExp): Promise<void> {
  await tabTo(page, what);
  await Promise.all([page.waitForURL(address), page.keyboard.press('Enter')]);
}

/** For docs/console.md: what a desk's screen shows of the page, or all of one part of it. */
async function picture(page: Page, name: string, part?: string): Promise<void> {
  if (!PICTURES) return;
  const path = `${PICTURES}/${name}.png`;
  await page.setViewportSize({ width: 1280, height: 800 });
  await (part === undefined ? page.screenshot({ path }) : page.locator(part).screenshot({ path }));
}

const said = async (page: Page) => ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ');

test('the administrator finds a lost execution, reads what happened, and resumes it with the keyboard', async () => {
  const lost = await loseExecution(plan);
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer`);
  await expectAccessible(page, 'beheer-onderdelen');
  await press(page, 'a[href="/beheer/uitvoeringen"]', /\/beheer\/uitvoeringen$/);
  await expectAccessible(page, 'uitvoeringen');
  await picture(page, 'uitvoeringen');
  await tabTo(page, '#stand');
  await page.keyboard.type('mis');
  await press(page, 'main button', /stand=mislukt/);
  await press(page, `a[href="/beheer/uitvoeringen/${plan.id}/${R1}"]`, new RegExp(`${plan.id}/${R1}$`));
  expect(await said(page)).toMatch(
    /gestopt.*De uitvoering is gestart\..*Stap: Colleges besluiten\..*was al gevraagd/,
  );
  expect(await said(page)).toContain('Wat het logboek zegt');
  const { token } = (await store.request(plan.id, R1, 'GM1900/college'))!;
  expect(await page.content()).not.toContain(token);
  await expectAccessible(page, 'uitvoering');
  await picture(page, 'uitvoering');
  await press(page, 'a[href$="/hervatten"]', /\/hervatten$/);
  await expectAccessible(page, 'uitvoering-hervatten');
  await tabTo(page, 'main button');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'De ronde is hervat' }).waitFor();
  await expectAccessible(page, 'uitvoering-hervat');
  await atRest(plan);
  expect(await roundNow(plan)).toMatchObject({ epoch: lost + 1, startedEpoch: lost + 1 });
  await page.goto(`${portalUrl}/beheer/uitvoeringen/${plan.id}/${R1}`);
  expect(await said(page)).toMatch(/loopt.*Colleges besluiten: .*het orgaan wordt niet opnieuw gevraagd/);
  await expectAccessible(page, 'uitvoering-loopt');
  await page.goto(`${portalUrl}/traject/${plan.id}/ronde/${R1}`);
  await picture(page, 'keten', 'svg.chain');
  await press(page, `a[href="/beheer/uitvoeringen/${plan.id}/${R1}"]`, new RegExp(`${plan.id}/${R1}$`));
  expect(complaints).toEqual([]);
});

test('the administrator reads a mail before it goes, and holds all mails back with the keyboard', async () => {
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer`);
  await press(page, 'a[href="/beheer/mails"]', /\/beheer\/mails$/);
  await expectAccessible(page, 'mails-trajecten');
  await press(page, `a[href="/beheer/mails/${plan.id}"]`, new RegExp(`/mails/${plan.id}$`));
  expect(await said(page)).toMatch(/Nog te verzenden.*herinnering.*Verzonden.*besluitverzoek/);
  await expectAccessible(page, 'mails');
  await press(page, 'section[aria-labelledby="komend"] a', /\/bericht\?kenmerk=/);
  await expectAccessible(page, 'mail');
  await tabTo(page, 'a[href*="/opgemaakt?"]');
  await Promise.all([page.waitForURL(/\/opgemaakt\?/), page.keyboard.press('Enter')]);
  expect(await page.locator('h1, h2, p').count()).toBeGreaterThan(0);
  await page.goto(`${portalUrl}/beheer/mails/${plan.id}`);
  await press(page, 'a[href$="/pauze"]', /\/pauze$/);
  await expectAccessible(page, 'mails-pauze');
  await tabTo(page, 'main button');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'De mails worden tegengehouden' }).waitFor();
  expect((await store.trajectory(plan.id))?.mailsPausedAt).toBeTruthy();
  await page.goto(`${portalUrl}/beheer/mails/${plan.id}`);
  await expectAccessible(page, 'mails-tegengehouden');
  await press(page, 'a[href$="/hervatten"]', /\/hervatten$/);
  await expectAccessible(page, 'mails-hervatten');
  await tabTo(page, 'main button');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'De mails gaan weer uit' }).waitFor();
  expect((await store.trajectory(plan.id))?.mailsPausedAt).toBeUndefined();
  expect(complaints).toEqual([]);
});

test('the administrator reads which addresses get no mails, and releases one with the keyboard', async () => {
  const address = `weg-${randomBytes(6).toString('hex')}@harlingen.example`;
  const heard = bounceEvent(address, new Date().toISOString());
  expect(await invokeDeployed('RecordMailEvents', heard)).toEqual({ marked: true });
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer/mails`);
  const row = page.getByRole('row').filter({ hasText: address });
  expect(await row.textContent()).toMatch(/komt niet aan.*gaan er niet heen/);
  await expectAccessible(page, 'mails-adressen');
  await tabTo(page, `button[aria-label="Geef vrij: ${address}"]`);
  await Promise.all([page.waitForURL(/\/vrijgeven$/), page.keyboard.press('Enter')]);
  expect(await said(page)).toMatch(/Weer berichten naar dit adres\?.*gaat dan meteen uit/);
  await expectAccessible(page, 'mails-adres-vrijgeven');
  await tabTo(page, 'main button');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Er gaan weer berichten heen' }).waitFor();
  await expectAccessible(page, 'mails-adres-vrijgegeven');
  await press(page, 'nav a[href="/beheer/mails"]', /\/beheer\/mails$/);
  expect(await page.content()).not.toContain(address);
  expect(complaints).toEqual([]);
});

test('the settings of the stage are read', async () => {
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer`);
  await press(page, 'a[href="/beheer/instellingen"]', /\/instellingen$/);
  expect(await said(page)).toMatch(/Naam ?local/);
  await expectAccessible(page, 'instellingen');
  expect(complaints).toEqual([]);
});

test('the dossier is taken from the page of a trajectory, whole and unbroken, with the keyboard', async () => {
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/traject/${plan.id}`);
  await press(page, `a[href="/traject/${plan.id}/dossier"]`, /\/dossier$/);
  await expectAccessible(page, 'dossier');
  await tabTo(page, 'input[type=radio]');
  await page.keyboard.press('Space');
  await tabTo(page, 'main button');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe(`${plan.id}.zip`);
  const files = unzipSync(readFileSync(await download.path()));
  expect(new TextDecoder().decode(files['besluiten.csv'])).toContain('B&W 2025/412');
  expect(Object.keys(files)).toContain('berichten/0001.txt');
  // Guards: scripts/page.js: form.method !== 'post'. The page is still there, and another choice is another file.
  await page.getByLabel('Zonder namen').check();
  const [other] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Haal het dossier op' }).press('Enter'),
  ]);
  expect(other.suggestedFilename()).toBe(`${plan.id}-zonder-personen.zip`);
  await page.goto(`${portalUrl}/traject/${plan.id}/ronde/${R1}`);
  await press(page, 'a[href*="/dossier?ronde="]', /\/dossier\?ronde=/);
  expect(await page.locator('#ronde').inputValue()).toBe(R1);
  expect(complaints).toEqual([]);
});
