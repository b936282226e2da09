import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, dayOf, momentOf } from '../../../functions/domain/calendar/days.ts';
import { bookEntry } from '../../../functions/operations/ledger/bookEntry.ts';
import { reviseRound } from '../../../functions/operations/reviseRound.ts';
import { startTrajectory } from '../../../functions/operations/startTrajectory.ts';
import { besluitketenHere } from '../commandLine.ts';
import { ledger, portalUrl, store } from '../deployed.ts';
import { type MovedPlan, memoPlanUnderWayOn } from '../movedPlan.ts';
import { NEW_PASSWORD, newUser, type Person } from '../signInAs.ts';
import { answer, atRest, BY, COLLEGES, untilAsked } from '../trajectories.ts';
import { launchBrowser } from './launch.ts';

const PICTURES = join(import.meta.dirname, '..', '..', '..', 'docs', 'pictures');
/** They are made and weighed in every run, and kept only when asked: `npm run pictures`. */
const KEEP = process.env.KEEP_PICTURES === 'true';
const HEAVIEST = 150 * 1024;
const [R1, R2] = ['process-proposal.r1', 'process-proposal.r2'] as const;
const MAIL = `secretaris-${randomBytes(3).toString('hex')}@harlingen.example`;

let browser: Browser;
let plan: MovedPlan;
let person: Person;

/** Some months under way: one round divided, the next with two colleges; a milestone that is late; money. */
beforeAll(async () => {
  const today = dayOf(new Date().toISOString());
  plan = memoPlanUnderWayOn(today);
  const on = (day: Day) => ({ on: day, at: momentOf(day) });
  const first = plan.dayAt(0);
  await startTrajectory(store, plan.plan, plan.id, 'real', momentOf(first), BY);
  await atRest(plan, first);
  for (const [index, body] of COLLEGES.entries())
    await answer(plan.id, R1, body, {
      ...on(plan.dayAt(14 + index)),
      outcome: body === 'GM0072/college' ? 'rejected' : 'adopted',
    });
  await atRest(plan, first);
  const revision = 'De rol van Harlingen in fase 2 is verduidelijkt.';
  await reviseRound(store, plan.id, R1, revision, momentOf(addDays(today, -20)), BY);
  await untilAsked(plan.id, R2, COLLEGES);
  await answer(plan.id, R2, 'GM1900/college', on(addDays(today, -8)));
  await answer(plan.id, R2, 'GM1940/college', on(addDays(today, -5)));
  await atRest(plan, first);
  await bookings();
  const watched = await besluitketenHere(['watch', '--trajectory', plan.id]);
  expect([watched.exitCode, watched.stderr]).toEqual([0, '']);
  person = await newUser(MAIL);
  const role = ['secretary', '--body', 'GM0072/college', '--trajectory', plan.id];
  expect((await besluitketenHere(['roles', 'grant', MAIL, ...role])).exitCode).toBe(0);
  browser = await launchBrowser();
}, 300_000);
afterAll(() => browser?.close());

async function bookings(): Promise<void> {
  const booked = { date: plan.dayAt(20), year: 2025 };
  const book = (more: object) =>
    bookEntry({ store, ledger }, plan.id, { ...booked, ...more } as never, momentOf(plan.dayAt(20)), BY);
  await book({ type: 'allocation', reference: 'B-1', amount: 34_068_800, description: 'Impulsbudget 2025' });
  const tender = { milestone: 'tender-guidance', description: 'Begeleiding van het visietraject' };
  await book({ type: 'commitment', reference: 'V-1', amount: 12_000_000, until: plan.dayAt(500), ...tender });
  await book({ type: 'expenditure', reference: 'F-1', amount: 3_000_000, commitment: 'V-1', ...tender });
}

const opened = async (width: number, height: number) =>
  (
    await browser.newContext({ locale: 'nl-NL', colorScheme: 'light', viewport: { width, height } })
  ).newPage();

/** What the screen shows, with this part of the page at the top; and that its alternative text in the README is true. */
async function picture(page: Page, name: string, top: string, shows: RegExp): Promise<void> {
  await page
    .locator(top)
    .first()
    .evaluate((element) => element.scrollIntoView());
  expect(((await page.textContent('main')) ?? '').replace(/\s+/g, ' ')).toMatch(shows);
  const png = await page.screenshot();
  expect([name, png.length < HEAVIEST]).toEqual([name, true]);
  if (KEEP) writeFileSync(join(PICTURES, `${name}.png`), png);
}

test('the pictures of the README show the trajectory, a round and the money, on a desk', async () => {
  const page = await opened(1280, 800);
  await page.goto(`${portalUrl}/traject/${plan.id}`);
  await picture(page, 'tijdlijn', `#tijdlijn-${plan.id}`, /te laat/);
  await page.goto(`${portalUrl}/traject/${plan.id}/ronde/${R2}`);
  await picture(page, 'ronde', 'h2:has-text("Wie is nu aan zet")', /2 van 4 beantwoord.*aangenomen.*aan zet/);
  await page.goto(`${portalUrl}/traject/${plan.id}/budget`);
  await picture(page, 'budget', 'h1', /€ 340\.688/);
});

test('and the work of a secretary, on a telephone', async () => {
  const page = await opened(360, 740);
  await page.goto(`${portalUrl}/mijn`);
  await page.fill('#username', MAIL);
  await page.fill('#password', person.temporaryPassword);
  await page.click('button[type=submit]');
  await page.fill('#new_password', NEW_PASSWORD);
  await page.fill('#confirm_password', NEW_PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForURL(`${portalUrl}/mijn`);
  await picture(page, 'mijn-telefoon', 'h1', /College Harlingen/);
});
