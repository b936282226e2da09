import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, momentOf } from '../../functions/domain/calendar/days.ts';
import type { PollSummary } from '../../functions/operations/intake/pollSummary.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { besluitketenHere } from './commandLine.ts';
import { auditRowsOf, portalUrl, store } from './deployed.ts';
import { invokeDeployed } from './deployedFunction.ts';
import { type DocumentSystem, items, messages, sources, startDocumentSystem } from './documentSystem.ts';
import { notify } from './senders/openNotificaties.ts';
import { BY, copyOfPlan, fileWith, type PlanCopy, untilAsked } from './trajectories.ts';
import { until } from './until.ts';

const LIST = '/besluiten/api/v1/besluiten';
const YESTERDAY = addDays(dayOf(new Date().toISOString()), -1);
const SECRET = 'Bearer afgesproken-waarde-0123456789';
/** Municipalities that no other test has, so that no other trajectory is a place for their decisions. */
const FIRST = `GM8${randomInt(100, 500)}`;
const SECOND = `GM8${randomInt(500, 1000)}`;

let plan: PlanCopy;
let system: DocumentSystem;
const added: string[] = [];

beforeAll(async () => {
  const source = join(import.meta.dirname, '..', 'plans', 'twee-gemeenten.yaml');
  const text = readFileSync(source, 'utf8').replaceAll('GM0001', FIRST).replaceAll('GM0002', SECOND);
  plan = copyOfPlan('reconcile', fileWith(`${FIRST}.yaml`, text));
  await startTrajectory(store, plan.plan, plan.id, 'real', momentOf('2026-01-05'), BY);
  await untilAsked(plan.id, 'main.r1', [`${FIRST}/college`, `${SECOND}/college`]);
  system = await startDocumentSystem();
});

afterAll(async () => {
  await system.close();
  // The hourly schedule of this cloud asks whatever is left.
  for (const name of added) await sources.removeSource(name);
});

/** A source that says where its decisions are listed; every rule of its map goes by address, so it is asked by kind. */
async function addSource(municipality: string): Promise<string> {
  const name = `nalopen-${municipality.toLowerCase()}`;
  added.push(name);
  const file = fileWith(
    `${name}.yaml`,
    `decisions: [{type: "${kindOf(municipality)}", outcome: adopted, body: college, round: ${plan.id}/main}]
resources: ${system.origin}${LIST}
`,
  );
  const told = await cli(
    ...['sources', 'add', name, '--kind', 'zgw', '--municipality', municipality, '--secret', SECRET],
    ...['--origin', system.origin, '--map', file],
  );
  expect(told).toMatchObject({ changed: true, reconciled: true });
  return name;
}

const kindOf = (municipality: string) => `${system.origin}/catalogi/api/v1/besluittypen/${municipality}`;

/** The system has it and lists it, and tells nobody. */
function decide(municipality: string): string {
  const path = `${LIST}/${municipality}`;
  const besluit = {
    url: `${system.origin}${path}`,
    identificatie: `BESLUIT-${municipality}`,
    verantwoordelijkeOrganisatie: '517439943',
    besluittype: kindOf(municipality),
    zaak: '',
    datum: YESTERDAY,
    toelichting: 'Conform voorstel',
    bestuursorgaan: 'college',
    ingangsdatum: YESTERDAY,
  };
  const list = `${LIST}?besluittype=${encodeURIComponent(kindOf(municipality))}`;
  system.has.set(path, besluit);
  system.has.set(list, {
    count: 2,
    next: `${system.origin}${list}&page=2`,
    previous: null,
    results: [{ ...besluit, url: `${system.origin}${LIST}/oud`, datum: '2020-01-01' }],
  });
  system.has.set(`${list}&page=2`, { count: 2, next: null, previous: null, results: [besluit] });
  return besluit.url;
}

async function cli(...args: string[]) {
  const { exitCode, stdout, stderr } = await besluitketenHere([...args, '--json']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(stdout);
}

async function polled(name: string): Promise<PollSummary | undefined> {
  const { polled: all } = (await invokeDeployed('PollCouncils', { anyDay: true })) as {
    polled: PollSummary[];
  };
  return all.find(({ source }) => source === name);
}

const untilRecorded = (body: string) =>
  until(`${body} has answered`, async () => {
    const request = await store.request(plan.id, 'main.r1', body);
    return request?.status === 'decided' ? request : undefined;
  });

test.each([
  ['the deployed function, every hour', () => FIRST, polled],
  ['a person who asks now', () => SECOND, (name: string) => cli('sources', 'poll', name)],
])(
  'a decision of which no notification came is recorded by %s, and one that comes late changes nothing',
  async (_by, of, look) => {
    const municipality = of();
    const body = `${municipality}/college`;
    const url = decide(municipality);
    const name = await addSource(municipality);
    expect(await look(name)).toMatchObject({ result: 'read', decisions: 2, queued: 1, unmatched: 1 });
    expect(await untilRecorded(body)).toMatchObject({
      outcome: 'adopted',
      decidedOn: YESTERDAY,
      reference: `BESLUIT-${municipality}`,
      by: name,
      via: 'webhook',
    });
    expect(system.asked.every(({ authorization }) => authorization?.startsWith('Bearer ey'))).toBe(true);

    expect(await notify({ callback: `${portalUrl}/webhooks/zgw/${name}`, authorization: SECRET }, url)).toBe(
      true,
    );
    const told = await until('both messages are worked out', async () => {
      const last = await messages.lastMessages(name, 5);
      return last.length === 2 && last.every(({ status }) => status !== 'working') && last;
    });
    expect(told.map(({ status }) => status).sort()).toEqual(['recorded', 'unchanged']);
    expect(await look(name)).toMatchObject({ result: 'read', queued: 0, known: 1 });
    const decided = (await auditRowsOf(plan.id)).filter(
      ({ what, subject }) => what === 'decided' && String(subject).endsWith(body),
    );
    expect(decided).toHaveLength(1);
    expect((await items.openItems()).filter(({ source }) => source === name)).toEqual([]);

    const shown = await besluitketenHere(['sources', 'show', name]);
    expect(shown.stdout).toMatch(/Laatst nagelopen: \d{4}-/);
    expect(shown.stdout).toMatch(/vastgelegd: Gevonden bij nalopen\. Vastgelegd/);
  },
);
