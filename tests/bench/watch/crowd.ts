import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { trajectoryKey } from '../../../functions/adapters/record/keys.ts';
import { createTable } from '../../../functions/adapters/record/table.ts';
import { createSesMailSender } from '../../../functions/adapters/sesMailSender.ts';
import type { Cloud } from '../../../functions/cli/cloud.ts';
import { LEASE_SECONDS } from '../../../functions/operations/mailLease.ts';
import { createBenchTable, seed } from './benchTable.ts';
import { type Claims, claimsOf } from './claims.ts';
import { watchMorning } from './inProcess.ts';
import { liveRows, trajectoryRows } from './liveRows.ts';
import { configure, functionNamed } from './localFunctions.ts';
import { stubServices, type TakenMail } from './stubServices.ts';
import { tenPlan } from './tenPlan.ts';
import { execute } from './watchExecution.ts';
import { killWhileAny, workersBelow } from './workers.ts';

export const CROWD = Array.from({ length: 1000 }, (_, index) => `drukte-${String(index).padStart(4, '0')}`);
const TABLE = 'crowd';
const PERIOD = '2026-01';
/** Mornings on which a rung stands for each of the requests: the first and the second after their due day. */
const FIRST_RUNG = { at: '2026-02-02T06:30:00.000Z', eve: '2026-02-01', day: '2026-02-02', rung: /-o1-/ };
const SECOND_RUNG = { at: '2026-02-09T06:30:00.000Z', eve: '2026-02-08', rung: /-o2-/ };
const QUIET = '2026-02-10T06:30:00.000Z';
const LOOK_MS = 500;

export interface CrowdRun {
  readonly killed: { readonly processes: number; readonly mails: number };
  /** What stands after the killed run and the one after it; then after the leases of what was in doubt have lapsed. */
  readonly rerun: Claims;
  readonly afterLease: Claims;
  readonly full: { readonly seconds: number; readonly mails: number; readonly claims: Claims };
  readonly quietSeconds: number;
  /** By function, the most resident memory of any of its processes, in MB. */
  readonly peaks: ReadonlyMap<string, number>;
  readonly stub: { readonly endpoint: string; readonly refused: readonly string[] };
}

/**
 * A thousand trajectories with ten requests due each, watched by the deployed state machine and functions; on a table
 * without a stream, for no stream follows what a watch writes, and with stand-ins for Step Functions and SES.
 */
export async function runCrowd(
  cloud: Cloud & { readonly endpoint: string },
  withStub: (run: CrowdRun) => Promise<void>,
): Promise<void> {
  const { settings, outputs, endpoint } = cloud;
  const stub = await stubServices();
  const functions = await Promise.all(
    ['FindWatchDays', 'WatchDay'].map((construct) => functionNamed(endpoint, construct)),
  );
  const stood = { AWS_ENDPOINT_URL_SFN: stub.endpoint, AWS_ENDPOINT_URL_SES: stub.endpoint };
  try {
    for (const each of functions) await configure(endpoint, each, { TABLE_NAME: TABLE, ...stood });
    await createBenchTable(TABLE, settings);
    await seed(
      TABLE,
      settings,
      rowsOf((id) => liveRows(id, tenPlan(id, PERIOD, []), FIRST_RUNG.eve)),
    );
    const table = createTable(TABLE, settings);
    const client = new SFNClient({ ...settings, maxAttempts: 5 });
    const watch = (at: string, meanwhile?: (arn: string) => Promise<void>) =>
      execute(client, outputs.WatchArn, { at }, meanwhile, LOOK_MS);

    const killed = { processes: 0, mails: 0 };
    await watch(FIRST_RUNG.at, async (executionArn) => {
      if (killed.processes > 0 || !(await isHalfWay())) return;
      await client.send(new StopExecutionCommand({ executionArn, cause: 'killed half-way by the bench' }));
      killed.mails = stub.taken.length;
      // The local cloud starts the pages of a Map that are left although its execution was stopped.
      killed.processes = await killWhileAny(watchers);
    });
    await endWell(watch(FIRST_RUNG.at));
    const rerun = await claimsOf(table, CROWD, FIRST_RUNG.rung, stub.taken);
    const later = () => new Date(Date.now() + (LEASE_SECONDS + 60) * 1000).toISOString();
    const sender = createSesMailSender('bench@bench.example', undefined, {
      ...settings,
      endpoint: stub.endpoint,
    });
    for (const id of rerun.inDoubt) await watchMorning(table, sender, FIRST_RUNG.at, id, later);
    const afterLease = await claimsOf(table, CROWD, FIRST_RUNG.rung, stub.taken);

    await seed(
      TABLE,
      settings,
      rowsOf((id) => trajectoryRows(id, tenPlan(id, PERIOD, []), SECOND_RUNG.eve)),
    );
    const before = stub.taken.length;
    const peaks = new Map<string, number>();
    const { seconds } = await endWell(watch(SECOND_RUNG.at, () => notePeaks(peaks)));
    const mails: readonly TakenMail[] = stub.taken.slice(before);
    const full = {
      seconds,
      mails: mails.length,
      claims: await claimsOf(table, CROWD, SECOND_RUNG.rung, mails),
    };
    const { seconds: quietSeconds } = await endWell(watch(QUIET));
    await withStub({ killed, rerun, afterLease, full, quietSeconds, peaks, stub });

    async function isHalfWay(): Promise<boolean> {
      const middle = await table.get(trajectoryKey(CROWD[CROWD.length / 2] ?? ''));
      return middle?.watchedUntil === FIRST_RUNG.day;
    }
  } finally {
    for (const each of functions) await configure(endpoint, each);
    await stub.stop();
  }
}

function* rowsOf(make: (id: string) => Iterable<Record<string, unknown>>) {
  for (const id of CROWD) yield* make(id);
}

async function watchers() {
  return (await workersBelow()).filter(({ function: name }) => name.includes('-WatchDayFunction'));
}

async function notePeaks(peaks: Map<string, number>): Promise<void> {
  for (const { function: name, peakMb } of await workersBelow()) {
    const construct = /-([A-Za-z]+)Function/.exec(name)?.[1] ?? name;
    peaks.set(construct, Math.max(peaks.get(construct) ?? 0, peakMb));
  }
}

async function endWell<T extends { readonly status: string; readonly output: string }>(
  run: Promise<T>,
): Promise<T> {
  const ended = await run;
  if (ended.status !== 'SUCCEEDED') throw new Error(`the watch ended ${ended.status}: ${ended.output}`);
  return ended;
}
