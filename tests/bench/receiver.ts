import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createSourceSecrets } from '../../functions/adapters/intake/sourceSecrets.ts';
import { createSourceStore } from '../../functions/adapters/record/sources.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { connect } from '../../functions/cli/cloud.ts';
import { newSource } from '../../functions/domain/intake/newSource.ts';
import { clientSettings } from '../../infra/local/clientSettings.ts';
import { startTestCloud } from '../../infra/local/testCloud.ts';
import { createEmptyFunction } from './emptyFunction.ts';
import type { Figure } from './figures.ts';
import { percentile } from './percentile.ts';

const group = 'receiver';
const CALLS = 400;
const WARM = 30;
const SECRET = 'Bearer meting-0123456789';
const NAME = 'meting';

interface Times {
  readonly p50: number;
  readonly p95: number;
}

/**
 * What the receiver takes for a message beside a function that does nothing, both called directly and in turn, so that
 * whatever else the machine does weighs on both alike. Messages are not worked off meanwhile: that is measured elsewhere.
 */
export async function measureReceiver(): Promise<Figure[]> {
  const cloud = await startTestCloud();
  try {
    const { endpoint } = cloud;
    const settings = clientSettings(endpoint);
    const { outputs } = await connect('local', settings);
    const sources = createSourceStore(createTable(outputs.TableName, settings));
    const given = {
      name: NAME,
      speaks: 'zgw',
      municipality: 'GM0072',
      origins: [],
      mostPerMinute: 1_000_000,
    };
    await sources.addSource(newSource(given, true, new Date().toISOString(), 'bench'));
    await createSourceSecrets('local', settings).write(NAME, { accepted: [{ value: SECRET }] });
    await stopWorkers(endpoint);
    const empty = await createEmptyFunction(endpoint);
    const receiver = await nameOfFunction(endpoint, 'ReceiveMessage');

    const calls = {
      nothing: () => invoke(endpoint, empty, eventOf(0), 204),
      refused: (n: number) => invoke(endpoint, receiver, eventOf(n, 'Bearer anders'), 403),
      probe: (n: number) => invoke(endpoint, receiver, eventOf(n, SECRET, 'test'), 204),
      taken: (n: number) => invoke(endpoint, receiver, eventOf(n), 204),
    };
    const times: Record<keyof typeof calls, number[]> = { nothing: [], refused: [], probe: [], taken: [] };
    const kinds = Object.keys(calls) as (keyof typeof calls)[];
    for (let n = -WARM; n < CALLS; n++) {
      for (const kind of kinds) {
        const milliseconds = await calls[kind](n);
        if (n >= 0) times[kind].push(milliseconds);
      }
    }
    const of = (kind: keyof typeof calls): Times => ({
      p50: percentile(times[kind], 50),
      p95: percentile(times[kind], 95),
    });
    const nothing = of('nothing');
    return [
      figure(
        'a function that does nothing',
        nothing,
        nothing,
        undefined,
        'the cost of a call in the local cloud',
      ),
      figure(
        'a message taken: counted and in the queue',
        of('taken'),
        nothing,
        3,
        'one write of the table and one of the queue; source and secret are kept',
      ),
      figure('a probe: counted, nothing queued', of('probe'), nothing, 2.5, 'one write of the table'),
      figure(
        'a wrong secret',
        of('refused'),
        nothing,
        2,
        'asks for the secret again at most once in two seconds',
      ),
    ];
  } finally {
    await cloud.stop();
  }
}

function figure(what: string, of: Times, nothing: Times, most: number | undefined, remark: string): Figure {
  const ratio = of.p50 / nothing.p50;
  const measured = `${of.p50.toFixed(1)} / ${of.p95.toFixed(1)} ms`;
  return {
    group,
    what: `${what}: p50 / p95`,
    measured:
      most === undefined
        ? measured
        : `${measured} (${ratio.toFixed(1)} × / ${(of.p95 / nothing.p95).toFixed(1)} ×)`,
    aim: most === undefined ? 'the measure' : `≤ ${most} × at p50`,
    met: most === undefined || ratio <= most,
    remark,
  };
}

/**
 * A connection of its own each time: on one that is kept, the kernel's delayed acknowledgement adds 40 ms to whichever
 * answer comes in two packets.
 */
async function invoke(endpoint: string, name: string, event: object, status: number): Promise<number> {
  const began = performance.now();
  const told = await new Promise<string>((resolve, reject) => {
    const options = { method: 'POST', agent: false, headers: { connection: 'close' } } as const;
    request(`${endpoint}/2015-03-31/functions/${name}/invocations`, options, (answer) => {
      text(answer).then(resolve, reject);
    })
      .once('error', reject)
      .end(JSON.stringify(event));
  });
  const milliseconds = performance.now() - began;
  if ((JSON.parse(told) as { statusCode?: number }).statusCode !== status)
    throw new Error(`${name} answered ${told}`);
  return milliseconds;
}

function eventOf(n: number, authorization = SECRET, kanaal = 'besluiten') {
  const url = `https://zaken.example/besluiten/api/v1/besluiten/${n}`;
  return {
    version: '2.0',
    rawPath: `/webhooks/zgw/${NAME}`,
    headers: { 'content-type': 'application/json', authorization },
    requestContext: { http: { method: 'POST' } },
    isBase64Encoded: false,
    body: JSON.stringify({
      kanaal,
      hoofdObject: url,
      resource: 'besluit',
      resourceUrl: url,
      actie: 'create',
      aanmaakdatum: '2026-02-03T10:00:00Z',
      kenmerken: { verantwoordelijkeOrganisatie: '517439943' },
    }),
  };
}

async function nameOfFunction(endpoint: string, part: string): Promise<string> {
  const answer = await fetch(`${endpoint}/2015-03-31/functions/`);
  const { Functions } = (await answer.json()) as { Functions: { FunctionName: string }[] };
  const found = Functions.find(({ FunctionName }) => FunctionName.includes(part));
  if (!found) throw new Error(`no function ${part}`);
  return found.FunctionName;
}

/** What waits in the queue stays there. */
async function stopWorkers(endpoint: string): Promise<void> {
  const mappings = `${endpoint}/2015-03-31/event-source-mappings/`;
  const { EventSourceMappings } = (await (await fetch(mappings)).json()) as {
    EventSourceMappings: { UUID: string; EventSourceArn: string }[];
  };
  for (const { UUID, EventSourceArn } of EventSourceMappings) {
    if (!EventSourceArn.includes(':sqs:')) continue;
    await fetch(`${mappings}${UUID}`, { method: 'PUT', body: JSON.stringify({ Enabled: false }) });
  }
}
