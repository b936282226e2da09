import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createItemStore } from '../../functions/adapters/record/items.ts';
import { createPollStore } from '../../functions/adapters/record/polls.ts';
import { createSourceStore } from '../../functions/adapters/record/sources.ts';
import { addDays, dayOf, momentOf } from '../../functions/domain/calendar/days.ts';
import type { PolledKind } from '../../functions/domain/intake/source.ts';
import { sourceMappingSchema } from '../../functions/domain/intake/sourceMapping.ts';
import type { PollSummary } from '../../functions/operations/intake/pollSummary.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { meeting as ibabsMeeting, meetings as ibabsMeetings } from '../unit/councils/ibabsAnswers.ts';
import {
  agendaItem,
  event,
  events,
  meeting,
  moduleItem,
  reference,
  spokenItem,
} from '../unit/councils/notubizAnswers.ts';
import { hit, hits } from '../unit/councils/oriAnswers.ts';
import { besluitketenHere } from './commandLine.ts';
import { type CouncilServer, startCouncilServer } from './councilServer.ts';
import { store, table } from './deployed.ts';
import { invokeDeployed } from './deployedFunction.ts';
import { BY, copyOfPlan, fileWith, type PlanCopy } from './trajectories.ts';
import { until } from './until.ts';

const items = createItemStore(table);
const polls = createPollStore(table);
const sources = createSourceStore(table);
/** A municipality that no other test has, so that no other trajectory awaits its council. */
const municipality = `GM9${randomInt(100, 1000)}`;
const TITLE = 'Gezamenlijk voorstel samen verder';
const YESTERDAY = addDays(dayOf(new Date().toISOString()), -1);

let plan: PlanCopy;
let server: CouncilServer;
const added: string[] = [];

beforeAll(async () => {
  const source = join(import.meta.dirname, '..', 'plans', 'twee-gemeenten.yaml');
  const text = readFileSync(source, 'utf8').replaceAll('GM0001', municipality);
  plan = copyOfPlan('poll', fileWith(`${municipality}.yaml`, text));
  await startTrajectory(store, plan.plan, plan.id, 'real', momentOf('2026-01-05'), BY);
  await until('the round is open', () => store.round(plan.id, { family: 'main', number: 1 }));
  server = await startCouncilServer();
});

afterAll(async () => {
  server.stop();
  // The hourly schedule of this cloud asks whatever is left.
  for (const name of added) await sources.removeSource(name);
});

async function addSource(speaks: PolledKind, organisation: string): Promise<string> {
  const name = `${speaks}-${municipality.toLowerCase()}-${added.length}`;
  added.push(name);
  const mapping = sourceMappingSchema.parse({
    keywords: [{ words: ['samen verder'], round: `${plan.id}/main` }],
    poll: { url: server.origin, organisation },
  });
  const at = new Date().toISOString();
  await sources.addSource({
    kind: 'source',
    schemaVersion: 1,
    name,
    speaks,
    municipality,
    origins: [server.origin],
    mapping,
    mostPerMinute: 60,
    addedAt: at,
    addedBy: 'tests',
    lastWrite: 'added',
  });
  return name;
}

async function polled(name: string): Promise<PollSummary | undefined> {
  const { polled: all } = (await invokeDeployed('PollCouncils', { anyDay: true })) as {
    polled: PollSummary[];
  };
  return all.find(({ source }) => source === name);
}

async function pollByHand(name: string): Promise<PollSummary> {
  const { exitCode, stdout, stderr } = await besluitketenHere(['sources', 'poll', name, '--json']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return JSON.parse(stdout);
}

const itemsOf = async (name: string) => (await items.openItems()).filter(({ source }) => source === name);
const proposed = {
  status: 'proposed',
  municipality,
  draft: { round: 'main.r1', body: `${municipality}/council`, on: YESTERDAY },
};

test('what NotuBiz publishes is proposed by the deployed function, once, and nothing is recorded', async () => {
  const name = await addSource('notubiz', '9');
  const start = { plannings: [{ start_date: `${YESTERDAY} 19:30:00` }] };
  const agenda = [
    agendaItem(6, TITLE, { module_items: [reference(8, 71)] }),
    spokenItem(7, 'Zwembad', 'Besluit: verworpen'),
  ];
  server.answer((path) => {
    if (path === '/events') return events([event(31)]);
    if (path === '/events/meetings/31') return meeting(31, agenda, start);
    return path === '/modules/8/items/71' ? moduleItem(71, { 1: TITLE, 62: 'Aangenomen' }) : 404;
  });
  expect(await polled(name)).toMatchObject({ result: 'read', decisions: 2, proposed: 1, unmatched: 1 });
  expect(await itemsOf(name)).toMatchObject([
    { ...proposed, title: TITLE, draft: { ...proposed.draft, trajectory: plan.id, outcome: 'adopted' } },
  ]);
  expect(await polled(name)).toMatchObject({ proposed: 0, known: 1 });
  expect(await store.request(plan.id, 'main.r1', `${municipality}/council`)).toBeUndefined();
  expect((await polls.pollState(name))?.readUntil).toBe(dayOf(new Date().toISOString()));
});

test('what iBabs and Open Raadsinformatie publish is proposed when a person asks now', async () => {
  const ibabs = await addSource('ibabs', 'noordermeer');
  const ori = await addSource('ori', 'ori_noordermeer_*');
  const inIbabs = ibabsMeeting([{ id: '6', title: TITLE, votes: ['Verworpen'] }], `${YESTERDAY}T00:00:00`);
  const inOri = hit('7000002', {
    name: TITLE,
    result: 'aangehouden',
    last_discussed_at: `${YESTERDAY}T19:30:00+01:00`,
  });
  server.answer((path, body) => {
    if (body.includes('GetMeetingsByDateRange')) return ibabsMeetings(inIbabs);
    return path === '/ori_noordermeer_*/_search' ? hits(inOri) : 404;
  });
  expect(await pollByHand(ibabs)).toMatchObject({ result: 'read', proposed: 1 });
  expect(await itemsOf(ibabs)).toMatchObject([{ ...proposed, draft: { outcome: 'rejected' } }]);
  expect(await pollByHand(ori)).toMatchObject({ result: 'read', proposed: 1 });
  expect(await itemsOf(ori)).toMatchObject([{ ...proposed, draft: { outcome: 'deferred' } }]);
});

test('a changed layout is one visible item, which closes when it can be read again', async () => {
  const name = await addSource('notubiz', '9');
  server.answer(() => '<html>Nieuwe website</html>');
  expect(await polled(name)).toMatchObject({ result: 'failed' });
  const [shown, ...others] = await itemsOf(name);
  expect(shown).toMatchObject({ status: 'unknown', title: 'NotuBiz is niet te lezen' });
  expect(others).toEqual([]);
  expect(await polled(name)).toMatchObject({ result: 'waiting' });
  server.answer(() => events([]));
  expect(await pollByHand(name)).toMatchObject({ result: 'read' });
  expect(await items.item(shown!.id)).toMatchObject({ status: 'dismissed', closedBy: 'besluitketen' });
});

test('a paused source is left alone', async () => {
  const name = await addSource('notubiz', '9');
  const source = (await sources.source(name))!;
  await sources.writeSource({ ...source, pausedAt: new Date().toISOString(), lastWrite: 'paused' }, source);
  expect(await polled(name)).toMatchObject({ result: 'paused' });
  expect(await pollByHand(name)).toMatchObject({ result: 'paused' });
  // Whoever asks writes that down first.
  expect(await polls.pollState(name)).toBeUndefined();
});
