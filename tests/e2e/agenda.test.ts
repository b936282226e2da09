import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import { importContacts } from '../../functions/operations/importContacts.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { besluitketenHere } from './commandLine.ts';
import { portalUrl, reference, rowsOf, store } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import { answer, atRest, BY, copyOfPlan, FIRST_DAY, type PlanCopy } from './trajectories.ts';

const R1 = 'process-proposal.r1';
const COLLEGE = 'GM0072/college';

/** With a clock of its own, so that its contacts are nobody else's. */
let plan: PlanCopy;
beforeAll(async () => {
  plan = copyOfPlan('agenda');
  const contacts = ['secretaris', 'waarnemer'].map((name) => ({
    body: COLLEGE,
    role: 'secretary' as const,
    replacements: [],
    name,
    mail: `${name}@harlingen.example`,
  }));
  await importContacts(reference, plan.id, contacts, { at: momentOf(FIRST_DAY), by: 'tests', file: 'x.csv' });
  await startTrajectory(store, plan.plan, plan.id, 'virtual', momentOf(FIRST_DAY), BY);
  await atRest(plan);
});

/** The addresses that the command line gives, by body; `null` is the trajectory itself. */
async function addresses(): Promise<Map<string | null, string>> {
  const { stdout } = await besluitketenHere(['agenda', plan.id, '--json']);
  const { agendas } = JSON.parse(stdout) as { agendas: { body: string | null; url: string }[] };
  return new Map(agendas.map(({ body, url }) => [body, url]));
}

async function eventsAt(url: string) {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('private, max-age=3600');
  const text = await response.text();
  expect(text.replace(/\r\n[ \t]/g, '')).not.toMatch(/@[a-z.-]+\.example/);
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

test('a college reads in its feed by when it must decide, and what is still to come', async () => {
  const url = (await addresses()).get(COLLEGE)!;
  expect(url.startsWith(`${portalUrl}/agenda/${plan.id}~GM0072~college.`)).toBe(true);
  const events = await eventsAt(url);
  const now = events.filter(({ uid }) => uid.startsWith(`${plan.id}/${R1}/`));
  expect(now.map(({ status }) => status)).toEqual(now.map(() => 'CONFIRMED'));
  expect(now.length).toBeGreaterThan(0);
  expect(events.filter(({ status }) => status === 'TENTATIVE').length).toBeGreaterThan(0);
  expect(events.every(({ uid }) => uid.includes(`/${COLLEGE}/`))).toBe(true);
});

test('a deferral moves its day under the same uid, with a higher sequence; reading writes nothing', async () => {
  const url = (await addresses()).get(COLLEGE)!;
  const uid = `${plan.id}/${R1}/${COLLEGE}/meeting@besluitketen`;
  const before = (await eventsAt(url)).find((event) => event.uid === uid)!;
  await answer(plan.id, R1, COLLEGE, {
    outcome: 'deferred',
    on: '2025-12-09',
    at: '2025-12-09T10:00:00.000Z',
    newDate: '2026-01-13',
  });
  await atRest(plan);
  const rows = await rowsOf(plan.id);
  const after = (await eventsAt(url)).find((event) => event.uid === uid)!;
  expect(after).toEqual({ ...before, day: '2026-01-13', sequence: before.sequence + 1 });
  expect(await rowsOf(plan.id)).toEqual(rows);
});

test("the trajectory's feed has every body and its milestones", async () => {
  const events = await eventsAt((await addresses()).get(null)!);
  for (const { id } of plan.plan.participants.map(({ code }) => ({ id: `${code}/council` })))
    expect(events.some(({ uid }) => uid.includes(`/${id}/`))).toBe(true);
  expect(events.some(({ uid }) => uid.endsWith('/milestone@besluitketen'))).toBe(true);
});

test('a link that is wrong, of nobody, or of another body is a page that does not exist', async () => {
  const { pathname } = new URL((await addresses()).get(COLLEGE)!);
  const other = pathname.endsWith('A.ics') ? 'B.ics' : 'A.ics';
  for (const path of [
    pathname.replace(/.\.ics$/, other),
    pathname.replace('GM0072', 'GM1900'),
    pathname.replace('agenda/agenda', 'agenda/nobody'),
    `/agenda/${plan.id}.ics`,
    '/agenda/x.ics',
  ]) {
    const response = await fetch(`${portalUrl}${path}`);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).toContain('bestaat niet');
  }
});

test('the request reaches every secretary, says by when, and names the feed', async () => {
  const asked = (await mailsOf(plan.id)).filter(({ reference: of }) =>
    of.startsWith(`${R1}/${COLLEGE}/asked`),
  );
  // Each has a message of their own, for the link in it is personal.
  expect(asked.map(({ to }) => to).sort()).toEqual([
    ['secretaris@harlingen.example'],
    ['waarnemer@harlingen.example'],
  ]);
  expect(asked[0]!.subject).toContain('verzoek om een besluit te nemen – Procesvoorstel fase 1');
  const url = (await addresses()).get(COLLEGE)!;
  for (const text of asked.flatMap((mail) => [mail.text, mail.html])) {
    expect(text).toMatch(/Uiterlijk/);
    expect(text).toMatch(/Stukken uiterlijk/);
    expect(text).toContain(url);
  }
});
