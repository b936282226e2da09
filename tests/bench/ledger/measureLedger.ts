import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecordStore } from '../../../functions/adapters/record/createRecordStore.ts';
import { createLedgerStore } from '../../../functions/adapters/record/ledger.ts';
import { createTable } from '../../../functions/adapters/record/table.ts';
import { readPlanFile } from '../../../functions/cli/readPlanFile.ts';
import { balanceOfAll } from '../../../functions/domain/ledger/balances.ts';
import { bookEntry } from '../../../functions/operations/ledger/bookEntry.ts';
import { importLedger } from '../../../functions/operations/ledger/importLedger.ts';
import { startTrajectory } from '../../../functions/operations/startTrajectory.ts';
import { clientSettings } from '../../../infra/local/clientSettings.ts';
import { startTestCloud } from '../../../infra/local/testCloud.ts';
import type { Figure } from '../figures.ts';
import { runCommand, secondsOf } from '../runCommand.ts';
import { createBenchTable } from '../watch/benchTable.ts';
import { billed } from '../watch/billedTable.ts';
import { startContendedCloud } from './contendedCloud.ts';
import { manyOrders } from './manyOrders.ts';

const group = 'ledger';
const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const PLAN = join(REPOSITORY, 'workflows', 'plans', 'visietraject.yaml');
const ENTRIES = 100_000;
const BOOKINGS = 200;
const AT = '2026-06-01T09:00:00.000Z';
const BY = { by: 'bench', via: 'command-line' } as const;

/** A ledger of 100,000 entries through the adapters of the record on a table of the local cloud, and a crowd at one budget. */
export async function measureLedger(): Promise<Figure[]> {
  const cloud = await startTestCloud();
  try {
    const settings = clientSettings(cloud.endpoint);
    await createBenchTable(group, settings);
    const plan = readPlanFile(PLAN, readFileSync, true);
    const worldAt = (endpoint: string) => {
      const table = billed(createTable(group, clientSettings(endpoint)));
      return { table, store: createRecordStore(table), ledger: createLedgerStore(table) };
    };
    const world = worldAt(cloud.endpoint);
    await startTrajectory(world.store, plan, 'groot', 'real', AT, BY);
    await startTrajectory(world.store, plan, 'druk', 'real', AT, BY);

    const lines = [...manyOrders(ENTRIES)].map((order, index) => ({ line: index + 2, order }));
    const load = () => importLedger(world, 'groot', lines, 'bank.csv', AT, BY);
    const first = await secondsOf(load);
    if (!('entries' in first.result) || first.result.entries.length !== ENTRIES)
      throw new Error(`not everything was booked: ${JSON.stringify(first.result).slice(0, 500)}`);
    const again = await secondsOf(load);
    const { result: repeated } = again;
    const before = world.table.capacity.readUnits;
    const head = await world.ledger.head('groot');
    const units = world.table.capacity.readUnits - before;

    const output = await runCommand(
      process.execPath,
      [
        '--max-old-space-size=160',
        '--import',
        'tsx',
        join(import.meta.dirname, 'recountRun.ts'),
        group,
        cloud.endpoint,
        'groot',
      ],
      REPOSITORY,
    );
    const count = JSON.parse(/^RUN (.*)$/m.exec(output)?.[1] ?? '{}') as {
      differences?: unknown[];
      seconds: number;
      peakMb: number;
    };
    const crowd = await measureCrowd(cloud.endpoint, worldAt);
    return [
      {
        group,
        what: `import of ${ENTRIES.toLocaleString('en')} entries: judged, laid down, switched`,
        measured: `${first.seconds} s (${Math.round(ENTRIES / first.seconds)} a second)`,
        aim: 'all, at once',
        met: true,
        remark: 'the local cloud writes batches of 25 one after the other',
      },
      {
        group,
        what: 'the same file again',
        measured: `${again.seconds} s, ${'entries' in repeated ? repeated.entries.length : 'refused'} booked`,
        aim: '0 booked',
        met: 'entries' in repeated && repeated.entries.length === 0 && repeated.same === ENTRIES,
      },
      {
        group,
        what: 'balances of a trajectory with all of them',
        measured: `${units} read units, ${Object.keys(head.counters).length} counters`,
        aim: '≤ 2, whatever the number of entries',
        met: units <= 2,
        remark: 'by size as AWS bills it: ten years, four municipalities, VAT',
      },
      {
        group,
        what: 'nightly recount of all of them',
        measured: `${Math.round(count.peakMb)} MB, ${count.seconds.toFixed(1)} s, ${count.differences?.length ?? 'no'} differences`,
        aim: '≤ 256 MB, 0 differences',
        met: count.peakMb <= 256 && count.differences?.length === 0,
        remark: 'a process of its own with a heap of 160 MB, tsx included',
      },
      crowd,
    ];
  } finally {
    await cloud.stop();
  }
}

/** 200 who book at the same moment against money for half of them, with the conflicts that DynamoDB would raise. */
async function measureCrowd(
  endpoint: string,
  worldAt: (
    endpoint: string,
  ) => Parameters<typeof bookEntry>[0] & { readonly ledger: ReturnType<typeof createLedgerStore> },
): Promise<Figure> {
  const contended = await startContendedCloud(endpoint);
  const world = worldAt(contended.endpoint);
  const order = { date: '2026-03-01', year: 2026, description: 'Druk' };
  const amount = 1_001;
  const most = BOOKINGS / 2;
  await bookEntry(
    world,
    'druk',
    { ...order, type: 'allocation', reference: 'B', amount: amount * most },
    AT,
    BY,
  );
  const { seconds, result } = await secondsOf(() =>
    Promise.allSettled(
      Array.from({ length: BOOKINGS }, (_none, each) =>
        bookEntry(world, 'druk', { ...order, type: 'commitment', reference: `V-${each}`, amount }, AT, BY),
      ),
    ),
  );
  const booked = result.filter(({ status }) => status === 'fulfilled').length;
  const refused = result.filter(
    (each) => each.status === 'rejected' && each.reason?.code === 'ABOVE_RECEIVED',
  ).length;
  const { free, committed } = balanceOfAll((await world.ledger.head('druk')).counters);
  const { conflicts } = contended;
  await contended.stop();
  return {
    group,
    what: `${BOOKINGS} bookings at once against money for ${most}`,
    measured: `${booked} booked, ${refused} refused, ${BOOKINGS - booked - refused} told to try again; ${free} cents free; ${seconds} s, ${conflicts} conflicts`,
    aim: `${most} booked, the others refused, nothing above`,
    met: booked === most && refused === BOOKINGS - most && free === 0 && committed === amount * most,
    remark:
      'through a proxy that raises the transaction conflicts of DynamoDB, which the local cloud does not',
  };
}
