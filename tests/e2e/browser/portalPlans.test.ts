import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createReferenceData } from '../../../functions/adapters/record/referenceData.ts';
import { momentOf } from '../../../functions/domain/calendar/days.ts';
import { REAL_SCOPE } from '../../../functions/domain/reference.ts';
import { startTrajectory } from '../../../functions/operations/startTrajectory.ts';
import { besluitketenHere } from '../commandLine.ts';
import { portalUrl, store, table } from '../deployed.ts';
import { NEW_PASSWORD, newUser } from '../signInAs.ts';
import { BY, copyOfPlan, FIRST_DAY, fileWith, type PlanCopy } from '../trajectories.ts';
import { until } from '../until.ts';
import { expectAccessible } from './accessible.ts';
import { launchBrowser } from './launch.ts';

const MAIL = `plannen-${randomBytes(3).toString('hex')}@gemeente.example`;
/** A body of this plan alone: what is imported of it for the real clock concerns no other test. */
const BODY = `commissie-${randomBytes(3).toString('hex')}`;
const BODY_NAME = `Commissie ${BODY.slice(-6)}`;
const reference = createReferenceData(table);
let browser: Browser;
let plan: PlanCopy;
let password: string;

beforeAll(async () => {
  const mail = 'commissie@regio.example';
  const text = readFileSync(copyOfPlan('memo').file, 'utf8').replace(
    /^bodies:\n/m,
    `bodies:\n  - { id: ${BODY}, name: ${BODY_NAME}, mail: ${mail} }\n`,
  );
  plan = copyOfPlan('plannen', fileWith(`${BODY}.yaml`, text));
  await startTrajectory(store, plan.plan, plan.id, 'real', momentOf(FIRST_DAY), BY);
  password = (await newUser(MAIL)).temporaryPassword;
  const { exitCode, stderr } = await besluitketenHere(['roles', 'grant', MAIL, 'administrator']);
  expect([exitCode, stderr]).toEqual([0, '']);
  await until('it is in the index', async () => (await store.allTrajectories('real')).includes(plan.id));
}, 120_000);

// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

/** Signed in, on a page without a script; what the browser complains of is kept, but that a form was refused. */
async function signedIn(): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'nl-NL', acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(09|22)/.test(message.text()))
      complaints.push(message.text());
  });
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

/** Goes through the page with the Tab key until the focus is on what has this text, or this id. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      'document.activeElement.matches("input, textarea, select") ? document.activeElement.id : document.activeElement.textContent',
    );
    if (String(focused).trim() === name) return;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

async function press(page: Page, name: string, heading: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Into a text field, in the place of what is there. */
async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

const headings = (page: Page) => page.getByRole('heading', { level: 2 }).allTextContents();

test('the administrator edits a plan with the keyboard: mends it, looks at what moves, carries it through', async () => {
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer`);
  await press(page, 'Plannen', 'Plannen');
  await expectAccessible(page, 'plannen');
  await press(page, plan.id, `Plan van ${plan.plan.title}`);
  await expectAccessible(page, 'plan');
  const text = await page.getByLabel('Plan (YAML)').inputValue();
  expect(text).toContain(`id: ${plan.id}`);

  const wrong = text.replace(/kind: task/, 'kind: taak');
  expect(wrong).not.toBe(text);
  await type(page, 'plan', wrong);
  await press(page, 'Controleer', `Plan van ${plan.plan.title}`);
  expect(await page.getByRole('alert').textContent()).toMatch(/Eén fout:Regel \d+ \(milestones.*kind/);
  expect(await page.getByRole('alert').textContent()).toContain('Schrijf op waarom het plan verandert.');
  expect(await page.getByLabel('Plan (YAML)').inputValue()).toBe(wrong);
  await expectAccessible(page, 'plan-fouten');

  const later = text.replaceAll('2027-Q3', '2027-Q4');
  await type(page, 'plan', later);
  await type(page, 'reden', 'De zomer valt weg');
  await press(page, 'Controleer', 'Controleer wat het nieuwe plan verandert');
  expect(await headings(page)).toEqual(expect.arrayContaining(['Wat verschuift', 'Wie bericht krijgt']));
  await expectAccessible(page, 'plan-controle');
  expect(await store.trajectory(plan.id)).toMatchObject({ planVersion: 1 });

  await press(page, 'Voer door', 'Het plan is vervangen');
  await expectAccessible(page, 'plan-vervangen');
  expect(await store.trajectory(plan.id)).toMatchObject({ planVersion: 2 });
  const [replanned] = (await store.audit(plan.id)).filter(({ what }) => what === 'replanned');
  expect(replanned).toMatchObject({ via: 'portal', details: { reason: 'De zomer valt weg', version: 2 } });

  await press(page, 'Plan', `Plan van ${plan.plan.title}`);
  expect(await page.getByLabel('Plan (YAML)').inputValue()).toBe(later);
  await tabTo(page, 'Haal het plan dat geldt op (YAML)');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe(`${plan.id}-plan-2.yaml`);
  expect(complaints).toEqual([]);
}, 240_000);

test('a plan that somebody else replaced meanwhile is not replaced once more, and what was typed stays', async () => {
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer/traject/${plan.id}/plan`);
  const text = await page.getByLabel('Plan (YAML)').inputValue();
  const theirs = text.replaceAll('2027-Q4', '2028-Q1');
  const others = ['replan', plan.id, fileWith(`${plan.id}-anders.yaml`, theirs), '--reason', 'Was eerder'];
  expect(await besluitketenHere(others)).toMatchObject({ exitCode: 0 });
  const mine = text.replaceAll('2027-Q4', '2028-Q2');
  await type(page, 'plan', mine);
  await type(page, 'reden', 'Nog later');
  await press(page, 'Controleer', `Plan van ${plan.plan.title}`);
  expect(await page.getByRole('alert').textContent()).toContain('inmiddels door een ander vervangen');
  expect(await page.getByLabel('Plan (YAML)').inputValue()).toBe(mine);
  await expectAccessible(page, 'plan-ingehaald');
  await press(page, 'Controleer', 'Controleer wat het nieuwe plan verandert');
  expect(complaints).toEqual([]);
});

test('the administrator imports contacts with the keyboard: mends them, looks, confirms, takes them back', async () => {
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer`);
  await press(page, 'Contactpersonen', 'Contactpersonen');
  await expectAccessible(page, 'contacten');
  const contact = `${BODY},secretary,Griffier Ú,griffier@regio.example\n`;
  await type(page, 'tekst', `body,role,name,mail\n${contact.replace('secretary', 'griffier')}`);
  await press(page, 'Controleer', 'Contactpersonen');
  expect(await page.getByRole('alert').textContent()).toContain('is geen rol');
  await expectAccessible(page, 'contacten-fouten');

  // Choosing a file is a dialog of the browser; the rest is the keyboard's.
  const buffer = Buffer.from(`body,role,name,mail\n${contact}`, 'latin1');
  await page.getByLabel('Bestand').setInputFiles({ name: 'griffiers.csv', mimeType: 'text/csv', buffer });
  await press(page, 'Controleer', 'Controleer wat er verandert');
  expect(await page.textContent('main')).toMatch(/griffiers\.csv.*ErbijGriffier Ú, secretaris of griffier/s);
  await expectAccessible(page, 'contacten-controle');
  await press(page, 'Lees dit in', 'Ingelezen');
  await expectAccessible(page, 'contacten-ingelezen');
  const { contacts, imported } = await reference.contacts(REAL_SCOPE);
  expect(contacts.filter(({ body }) => body === BODY).map(({ name }) => name)).toEqual(['Griffier Ú']);
  expect(imported.get(BODY)).toMatchObject({ file: 'griffiers.csv' });

  await press(page, 'Contactpersonen', 'Contactpersonen');
  await expectAccessible(page, 'contacten-gevuld');
  await press(page, 'Draai het laatste inlezen terug', 'Draai het laatste inlezen terug');
  await expectAccessible(page, 'contacten-terugdraaien');
  await press(page, 'Draai het terug', 'Teruggedraaid');
  const after = await reference.contacts(REAL_SCOPE);
  expect(after.contacts.filter(({ body }) => body === BODY)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the administrator imports a calendar with the keyboard: looks, confirms, looks at what undoing would do', async () => {
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer`);
  await press(page, 'Kalenders', 'Vergaderdagen en recessen');
  await expectAccessible(page, 'kalenders');
  const days = ['2020-01-14', '2099-05-12'].map((day) => [
    'BEGIN:VEVENT',
    `UID:${day}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    'SUMMARY:Raadsvergadering',
    'END:VEVENT',
  ]);
  const agenda = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//NL',
    ...days.flat(),
    'END:VCALENDAR',
    '',
  ];
  await type(page, 'tekst', agenda.join('\n'));
  await press(page, 'Controleer', 'Vergaderdagen en recessen');
  expect(await page.getByRole('alert').textContent()).toContain('zegt niet van welk orgaan het is');
  await expectAccessible(page, 'kalenders-fouten');
  await tabTo(page, 'orgaan');
  await page.keyboard.type(BODY_NAME);
  await press(page, 'Controleer', 'Controleer wat er verandert');
  expect(await page.textContent('main')).toContain('vergadering op 12 mei 2099');
  await expectAccessible(page, 'kalenders-controle');
  await press(page, 'Lees dit in', 'Ingelezen');
  expect((await reference.calendars(REAL_SCOPE)).calendars.get(BODY)?.meetings).toEqual([
    { day: '2020-01-14' },
    { day: '2099-05-12' },
  ]);
  await press(page, 'Vergaderdagen en recessen', 'Vergaderdagen en recessen');
  await tabTo(page, `Voorbij (1) van ${BODY_NAME}`);
  await page.keyboard.press('Enter');
  expect(await page.getByText('vergadering op 14 januari 2020').isVisible()).toBe(true);
  await expectAccessible(page, 'kalenders-gevuld');
  await press(page, 'Draai het laatste inlezen terug', 'Draai het laatste inlezen terug');
  // Another test imports a calendar for the real clock too: it is only looked at, and contacts are taken back.
  await expectAccessible(page, 'kalenders-terugdraaien');
  expect(complaints).toEqual([]);
});
