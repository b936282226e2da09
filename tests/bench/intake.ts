import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createMessageQueue } from '../../functions/adapters/intake/messageQueue.ts';
import { createSourceSecrets } from '../../functions/adapters/intake/sourceSecrets.ts';
import { createItemStore } from '../../functions/adapters/record/items.ts';
import { createSourceStore } from '../../functions/adapters/record/sources.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { connect } from '../../functions/cli/cloud.ts';
import { addDays, dayOf, momentOf } from '../../functions/domain/calendar/days.ts';
import { newSource } from '../../functions/domain/intake/newSource.ts';
import { sourceMappingSchema } from '../../functions/domain/intake/sourceMapping.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { clientSettings } from '../../infra/local/clientSettings.ts';
import { startTestCloud } from '../../infra/local/testCloud.ts';
import type { Figure } from './figures.ts';
import { decisionsOf, GOOD, intakePlan, notifications, sourcesOf } from './intakePlan.ts';

const group = 'intake';
const TRAJECTORY = 'meting';
const ROUNDS = 17;
/** The document systems answer 503 for so long, from the first message on: ten minutes, scaled to one in thirty. */
const OUTAGE_MS = 20_000;
const LONGEST_MS = 600_000;

/** What the deployed worker makes of a thousand notifications, with document systems that are out at first. */
export async function measureIntake(): Promise<Figure[]> {
  const cloud = await startTestCloud();
  const today = dayOf(new Date().toISOString());
  const systems = await documentSystems(decisionsOf(today));
  try {
    const settings = clientSettings(cloud.endpoint);
    const { outputs, store } = await connect('local', settings);
    const table = createTable(outputs.TableName, settings);
    const plan = intakePlan(TRAJECTORY, addDays(today, -40).slice(0, 7));
    await startTrajectory(store, plan, TRAJECTORY, 'real', momentOf(today), {
      by: 'bench',
      via: 'command-line',
    });
    await until('the rounds are open', async () => (await store.rounds(TRAJECTORY)).length === ROUNDS);
    const sources = createSourceStore(table);
    const secrets = createSourceSecrets('local', settings);
    for (const { name, municipality, mapping } of sourcesOf(TRAJECTORY)) {
      const given = { name, speaks: 'zgw', municipality, origins: [systems.origin] };
      const read = sourceMappingSchema.parse(mapping);
      await secrets.write(name, { accepted: [{ value: `Bearer ${name}` }] });
      await sources.addSource(newSource({ ...given, mapping: read }, true, momentOf(today), 'bench'));
    }

    const queue = createMessageQueue(outputs.QueueUrl, settings);
    const began = performance.now();
    systems.outUntil(Date.now() + OUTAGE_MS);
    const waiting = notifications();
    const sender = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const address = `${systems.origin}/besluiten/api/v1/besluiten/${next.id}`;
        await queue.send({
          source: next.source,
          speaks: 'zgw',
          receivedAt: new Date().toISOString(),
          messageKey: String(next.copyOf).padStart(32, '0'),
          content: JSON.stringify({
            kanaal: 'besluiten',
            hoofdObject: address,
            resource: 'besluit',
            resourceUrl: address,
            actie: 'create',
            aanmaakdatum: momentOf(today),
          }),
        });
      }
    };
    await Promise.all(Array.from({ length: 10 }, sender));
    const items = createItemStore(table);
    const recorded = async () =>
      (await store.requests(TRAJECTORY)).filter(({ status }) => status === 'decided').length;
    await until('all good ones are recorded', async () => (await recorded()) >= GOOD);
    await until('all bad ones are seen', async () => (await items.openItems()).length >= 50);
    const seconds = (performance.now() - began) / 1000;
    const entries = (await store.audit(TRAJECTORY)).filter(({ what }) => what === 'decided').length;
    const seen = (await items.openItems()).length;
    return [
      {
        group,
        what: '1,000 notifications, shuffled, 300 of them duplicates and 50 bad: good ones recorded (entries in the log)',
        measured: `${await recorded()} (${entries})`,
        aim: '650, each once',
        met: entries === GOOD,
        remark: 'a notification leads to one read of a decision; the worker runs five batches of ten at once',
      },
      {
        group,
        what: '… bad ones that a person sees',
        measured: String(seen),
        aim: '50',
        met: seen === 50,
        remark: 'half fail the eleven-test, half are of an unknown kind',
      },
      {
        group,
        what: '… lost, with document systems that are out for the first 20 s',
        measured: String(GOOD + 50 - entries - seen),
        aim: 'none',
        met: entries + seen === GOOD + 50,
        remark: `${systems.refused()} reads were refused meanwhile; all was done ${seconds.toFixed(0)} s after the first message. Ten minutes without table and document systems, on a clock of its own: tests/unit/messagesThroughOutage.test.ts`,
      },
    ];
  } finally {
    await systems.close();
    await cloud.stop();
  }
}

async function documentSystems(decisions: ReadonlyMap<string, object>) {
  let outUntil = 0;
  let refused = 0;
  const server = createServer((request, response) => {
    const isOut = Date.now() < outUntil;
    if (isOut) refused += 1;
    const found = decisions.get(request.url?.split('/').at(-1) ?? '');
    response.writeHead(isOut ? 503 : found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isOut || !found ? {} : found));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    outUntil: (moment: number) => {
      outUntil = moment;
    },
    refused: () => refused,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + LONGEST_MS; !(await condition()); ) {
    if (performance.now() > deadline) throw new Error(`not within ten minutes: ${what}`);
    await wait(500);
  }
}
