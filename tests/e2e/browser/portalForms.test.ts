import { randomBytes } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createItemStore } from '../../../functions/adapters/record/items.ts';
import { createMessageStore } from '../../../functions/adapters/record/messages.ts';
import { forgottenAt } from '../../../functions/domain/intake/seenMessage.ts';
import { SCHEMA_VERSION } from '../../../functions/domain/round/round.ts';
import { newItem } from '../../../functions/operations/intake/newItem.ts';
import { besluitketenHere } from '../commandLine.ts';
import { outputs, portalUrl, settings, store, table } from '../deployed.ts';
import { linkIn } from '../linkOf.ts';
import { NEW_PASSWORD, newUser } from '../signInAs.ts';
import { fileWith, type PlanCopy, startedTrajectory } from '../trajectories.ts';
import { expectNoViolations, expectToFit } from './accessible.ts';
import { launchBrowser } from './launch.ts';

const R1 = 'process-proposal.r1';
const BODY = 'GM0072/college';
const MAIL = `formulieren-${randomBytes(3).toString('hex')}@gemeente.example`;
const SOURCE = `formulier-${randomBytes(3).toString('hex')}`;

const MAP = `
decisions:
  - {type: Vaststelling regiovisie, outcome: adopted, body: council, round: visietraject/vision}
  - {type: Collegebesluit, body: college}
cases:
  - {case: Z-2026-0412, round: visietraject/process-proposal}
keywords:
  - {words: [sociale, infrastructuur], round: visietraject/process-proposal}
ignore:
  channels: [zaken]
`;

const items = createItemStore(table);
const messages = createMessageStore(table);
let browser: Browser;
let plan: PlanCopy;
let password: string;

beforeAll(async () => {
  plan = await startedTrajectory('formulieren');
  password = (await newUser(MAIL)).temporaryPassword;
  await did('roles', 'grant', MAIL, 'administrator');
  await did('roles', 'grant', MAIL, 'secretary', '--body', BODY, '--trajectory', plan.id);
  const map = ['--map', fileWith(`${SOURCE}.yaml`, MAP), '--secret', secret()];
  await did('sources', 'add', SOURCE, '--kind', 'standard', '--municipality', 'GM0072', ...map);
  await cameIn('a', 'recorded', `Vastgelegd: ${BODY} in ronde ${R1}: aangenomen op 2025-12-09.`);
  await cameIn(
    'b',
    'failed',
    'Het documentsysteem is niet bereikbaar. Het wordt vanzelf opnieuw geprobeerd.',
  );
  await cameIn('c', 'triage', 'De map van de bron kent deze soort besluit niet.', 'c'.repeat(16));
}, 120_000);

// One a test: with the arguments of its package all of it is one process, which ends with its last window.
beforeEach(async () => {
  browser = await launchBrowser();
});
afterEach(() => browser.close());

/** As the worker leaves a message. */
async function cameIn(key: string, status: 'recorded' | 'failed' | 'triage', said: string, item?: string) {
  const now = new Date().toISOString();
  const message = { source: SOURCE, messageKey: key.repeat(32), receivedAt: now };
  const claim = { status: 'working', said: 'Wordt verwerkt.', repeats: 0, workedUntil: now } as const;
  const row = { kind: 'message', schemaVersion: SCHEMA_VERSION, expiresAt: forgottenAt(now) } as const;
  await messages.claimMessage({ ...message, ...claim, ...row }, now);
  await messages.finishMessage(message, { status, said, ...(item && { item }) });
}

const secret = () => `whsec_${randomBytes(32).toString('base64')}`;

async function did(...args: string[]): Promise<void> {
  const { exitCode, stderr } = await besluitketenHere(args);
  expect([exitCode, stderr]).toEqual([0, '']);
}

/** A decision that its source tells of without saying what it was, and an item that nobody can place. */
async function comesIn(key: string, place: object): Promise<string> {
  const receivedAt = new Date().toISOString();
  const item = newItem(
    { source: SOURCE, municipality: 'GM0072', key: `${key} ${randomBytes(4).toString('hex')}` },
    {
      status: 'round' in place ? 'proposed' : 'unknown',
      draft: { ...place, on: '2025-12-09', reference: 'BESLUIT-2025-0412', note: 'Het college stelt vast.' },
      reason: 'De map van de bron kent deze soort besluit niet.',
      title: `Vaststelling procesvoorstel ${key}`,
      content: JSON.stringify({ type: 'besluit', data: { tekst: '<b>vet</b>', lang: 'x'.repeat(300) } }),
      receivedAt,
    },
  );
  await items.putItem(item);
  return item.id;
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  await expectToFit(page, name, name);
  await expectNoViolations(page, name);
}

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

/** Goes through the page with the Tab key until what is called so has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate('document.activeElement.textContent');
    if (String(focused).trim() === name) return;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

test('the administrator looks after a source with the keyboard: tests it, pauses it, lets it go on', async () => {
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer`);
  await expectAccessible(page, 'beheer');
  await tabTo(page, SOURCE);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${portalUrl}/beheer/bron/${SOURCE}`);
  await expectAccessible(page, 'bron');
  await tabTo(page, 'Test het adres (zonder gevolg)');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/test$/);
  expect(await page.textContent('h1')).toBe('De test is gelukt');
  await expectAccessible(page, 'bron-getest');
  await page.getByRole('link', { name: `Bron ${SOURCE}` }).click();
  await page.getByRole('button', { name: 'Pauzeer deze bron' }).click();
  expect(await page.textContent('h1')).toBe('De bron staat op pauze');
  await page.getByRole('link', { name: `Bron ${SOURCE}` }).click();
  await expectAccessible(page, 'bron-pauze');
  await page.getByRole('button', { name: 'Hervat deze bron' }).click();
  expect(await page.textContent('h1')).toBe('De bron gaat door');
  expect(complaints).toEqual([]);
});

test('a secretary takes over what came in: looks, chooses the outcome, checks it, confirms it', async () => {
  const id = await comesIn('a', { trajectory: plan.id, round: R1, body: BODY });
  const { page, complaints } = await signedIn();
  await tabTo(page, 'Triage');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${portalUrl}/triage`);
  await expectAccessible(page, 'triage');
  await page.goto(`${portalUrl}/triage/${id}`);
  await expectAccessible(page, 'bericht');
  await page.getByRole('link', { name: /^Antwoord van College/ }).click();
  expect(await page.locator('input:checked').count()).toBe(0);
  expect(await page.getByLabel('Kenmerk').inputValue()).toBe('BESLUIT-2025-0412');
  await expectAccessible(page, 'antwoord');
  await page.getByRole('button', { name: 'Bekijk wat wordt vastgelegd' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Kies een uitkomst');
  complaints.length = 0; // The browser reports the 422 of the form itself.
  await page.getByLabel('Aangenomen').check();
  await page.getByRole('button', { name: 'Bekijk wat wordt vastgelegd' }).click();
  await expectAccessible(page, 'antwoord-controle');
  expect(await store.request(plan.id, R1, BODY)).toMatchObject({ status: 'open' });
  await page.getByRole('button', { name: 'Leg dit definitief vast' }).click();
  expect(await page.textContent('h1')).toBe('Vastgelegd');
  await expectAccessible(page, 'antwoord-ontvangst');
  expect(await store.request(plan.id, R1, BODY)).toMatchObject({
    status: 'decided',
    outcome: 'adopted',
    reference: 'BESLUIT-2025-0412',
    via: 'portal',
  });
  await page.goto(`${portalUrl}/triage/${id}`);
  expect(await page.textContent('main')).toContain('Overgenomen door');
  await expectAccessible(page, 'bericht-overgenomen');
  expect(complaints).toEqual([]);
});

test('the administrator puts to a secretary what nobody could place, and dismisses the rest', async () => {
  const id = await comesIn('b', {});
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/triage/${id}`);
  await expectAccessible(page, 'bericht-onbekend');
  await page.locator(`input[value="${plan.id} ${R1} GM0072/council"]`).check();
  await page.getByRole('button', { name: 'Leg het voor' }).click();
  expect(await page.textContent('main')).toContain('Het is voorgelegd aan de secretaris van');
  await expectAccessible(page, 'bericht-voorgelegd');
  // The record's stream tells that secretary, with a link of the secretary's own.
  expect(await linkIn(plan.id, `${R1}/GM0072/council/bevestigen-${id}`)).toBeTruthy();
  await page.getByLabel('Waarom leidt dit tot niets?').fill('Gaat over iets anders');
  await page.getByRole('button', { name: 'Wijs het bericht af' }).click();
  await expectAccessible(page, 'bericht-afgewezen');
  expect(await items.item(id)).toMatchObject({ status: 'dismissed', closedBecause: 'Gaat over iets anders' });
  expect(complaints).toEqual([]);
});

test('the administrator looks at dead letters and sends them back', async () => {
  const content = JSON.stringify({ type: 'besluit', tekst: `<b>${'y'.repeat(600)}</b>` });
  const dead = { source: SOURCE, speaks: 'standard', receivedAt: new Date().toISOString(), content };
  await new SQSClient(settings).send(
    new SendMessageCommand({
      QueueUrl: outputs.DeadLetterQueueUrl,
      MessageBody: JSON.stringify({ ...dead, messageKey: randomBytes(16).toString('hex') }),
    }),
  );
  const { page, complaints } = await signedIn();
  await page.goto(`${portalUrl}/beheer/onbestelbaar`);
  expect(await page.textContent('main')).toContain(SOURCE);
  await expectAccessible(page, 'onbestelbaar');
  await page.getByRole('button', { name: 'Zet ze alle terug in de wachtrij' }).click();
  expect(await page.textContent('h1')).toBe('Teruggezet in de wachtrij');
  await expectAccessible(page, 'onbestelbaar-teruggezet');
  expect(complaints).toEqual([]);
});
