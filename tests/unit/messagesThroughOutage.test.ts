import { expect, test } from 'vitest';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { createHandler } from '../../functions/handlers/handle-message/handler.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { decisionsOf, GOOD, intakePlan, notifications, sourcesOf } from '../bench/intakePlan.ts';
import { CLERK, runningOn } from './exampleRecord.ts';
import { intakeWorld } from './intakeRecord.ts';
import { sourceOf } from './intakeWorld.ts';
import { createMemoryStore } from './memoryStore.ts';
import { createVirtualQueue } from './virtualQueue.ts';

const MONTH = '2026-02';
const BEGAN = '2026-02-02T09:00:00.000Z';
const OUTAGE = {
  from: Date.parse('2026-02-04T09:00:20.000Z'),
  until: Date.parse('2026-02-04T09:10:20.000Z'),
};

// A clock of its own: ten minutes pass as the queue's waits do.
test('a thousand messages, shuffled, 300 twice and 50 bad, through ten minutes without table and document systems: none is lost', async () => {
  const store = createMemoryStore();
  const plan = intakePlan('meting', MONTH);
  await startTrajectory(store, plan, 'meting', 'real', BEGAN, CLERK);
  await openMilestones(store, (await store.trajectory('meting'))!, BEGAN);
  const world = await intakeWorld({}, runningOn(store, plan));
  const { clock, table } = world;
  const sources = new Map(
    sourcesOf('meting').map(({ name, municipality, mapping }) => [
      name,
      sourceOf('zgw', { name, municipality }, mapping),
    ]),
  );
  const decisions = decisionsOf('2026-02-03');

  const isOut = () => Date.parse(clock.at) >= OUTAGE.from && Date.parse(clock.at) < OUTAGE.until;
  let refused = 0;
  const demand = () => {
    if (!isOut()) return;
    refused += 1;
    throw new Unavailable('De tabel', new Error('outage'));
  };
  table.beforeEach(demand);
  const queue = createVirtualQueue(
    clock,
    notifications().map(({ source, id, copyOf }) =>
      JSON.stringify({ ...world.notified(id, {}, String(copyOf).padStart(32, '0')), source }),
    ),
  );
  const handler = createHandler({
    ...world,
    sources: {
      source: async (name) => {
        demand();
        return sources.get(name);
      },
    },
    resources: {
      read: async (url) => {
        demand();
        const json = decisions.get(url.split('/').at(-1) ?? '');
        return json ? { kind: 'found', json } : { kind: 'gone' };
      },
    },
    delay: queue.delay,
    random: Math.random,
    log: { info: () => {}, warn: () => {} },
  });
  await queue.workOff(handler);

  expect(refused).toBeGreaterThan(100);
  expect(queue.dead).toEqual([]);
  const recorded = (await store.requests('meting')).filter(({ status }) => status === 'decided');
  expect(recorded).toHaveLength(GOOD);
  expect((await store.audit('meting')).filter(({ what }) => what === 'decided')).toHaveLength(GOOD);
  expect(await world.items.openItems()).toHaveLength(50);
  // Twenty minutes at the latest after the outage is over.
  expect(Date.parse(clock.at)).toBeLessThan(OUTAGE.until + 21 * 60_000);
});
