import { SFNClient } from '@aws-sdk/client-sfn';
import { executionArn } from '../../functions/adapters/executionArn.ts';
import { createRecordStore } from '../../functions/adapters/record/createRecordStore.ts';
import { auditPartition, trajectoryKey } from '../../functions/adapters/record/keys.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { connect } from '../../functions/cli/cloud.ts';
import { createExecutions } from '../../functions/cli/simulate/executions.ts';
import { readFunctionUse } from '../../functions/cli/simulate/functionUse.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { clientSettings } from '../../infra/local/clientSettings.ts';
import { startTestCloud } from '../../infra/local/testCloud.ts';
import { hopsOf } from './askedTimes.ts';
import { descendantsCpuSeconds } from './cpu.ts';
import type { Figure } from './figures.ts';
import { median, percentile } from './percentile.ts';
import { type Pace, type PlayedChain, playChain, roundOf, together, untilSettled } from './playChain.ts';

const DECISIONS = 9;
const group = 'chain';

/** What one happy chain of nine decisions costs and takes, alone and with others. */
export async function measureChain(): Promise<Figure[]> {
  const cloud = await startTestCloud();
  try {
    const settings = clientSettings(cloud.endpoint);
    const { outputs, store: looking } = await connect('local', settings);
    const table = createTable(outputs.TableName, settings);
    const store = createRecordStore(table);
    const stepFunctions = new SFNClient({ ...settings, maxAttempts: 5 });
    const hopsOfAll = async (chains: readonly PlayedChain[]) => {
      const hops: number[] = [];
      for (const played of chains) {
        const round = await roundOf(looking, played.trajectory);
        if (round) hops.push(...(await hopsOf(stepFunctions, executionArn(outputs.ChainArn, round), played)));
      }
      return hops;
    };
    for (let warm = 0; warm < 5; warm++) await untilSettled(looking, (await playChain(looking)).trajectory);

    const began = Date.now();
    const unitsBefore = { ...table.capacity };
    const counted = await playChain(store);
    await untilSettled(looking, counted.trajectory);
    const executions = await createExecutions(outputs.ChainArn, settings).count(counted.trajectory, 0);
    const use = await readFunctionUse('local', settings, began);
    const items =
      (await table.query(trajectoryKey(counted.trajectory).pk)).length +
      (await table.query(auditPartition(counted.trajectory))).length;
    const writes = use.writeUnits + executions.waits + table.capacity.writeUnits - unitsBefore.writeUnits;

    const single: PlayedChain[] = [];
    const cpuBefore = await descendantsCpuSeconds();
    for (let run = 0; run < 20; run++) {
      const played = await playChain(looking);
      await untilSettled(looking, played.trajectory);
      single.push(played);
    }
    const cpu = ((await descendantsCpuSeconds()) - cpuBefore) / single.length;
    const singleHops = await hopsOfAll(single);

    const paced = await playTogether(looking, 100, together(25, 20));
    const pacedHops = await hopsOfAll(paced.chains);
    const crowd = await playTogether(looking, 200, together(25));
    return [
      unit(
        'state transitions a decision',
        executions.stateTransitions,
        2.5,
        'asking is one a body; a stage adds its Map, its weighing and its question; start and ending two more',
      ),
      unit(
        'function invocations a decision',
        use.invocations,
        4,
        'a decision moves the chain and tells by mail, an ask sends its mail; weighing is one a stage',
      ),
      unit(
        'write units a decision',
        writes,
        12,
        `${[
          `start and nine answers with their audit entries ${writes - use.writeUnits - executions.waits}`,
          `asking ${executions.waits}`,
          ...Object.entries(use.byFunction).flatMap(([name, { writeUnits }]) =>
            writeUnits > 0 ? [`${WORK[name] ?? name} ${writeUnits}`] : [],
          ),
        ].join(', ')}; of 1 KB each, two in a transaction`,
      ),
      {
        group,
        what: 'items written a chain (trajectory, plan, milestones, round, requests, audit log)',
        measured: String(items),
        aim: '≤ 30',
        met: items <= 30,
        remark: 'mails are kept on the rows that are their reason',
      },
      seconds(
        'a chain of nine decisions, warm, alone: median',
        median(single.map((each) => each.milliseconds)),
        360,
      ),
      {
        group,
        what: 'CPU of the local cloud and its functions, a chain',
        measured: `${Math.round(cpu * 1000)} ms`,
        aim: '≤ 200 ms',
        met: cpu <= 0.2,
        remark: '',
      },
      seconds('decision recorded → next request open, alone: median', median(singleHops), 75),
      seconds('… alone: p95', percentile(singleHops, 95), 75),
      seconds('… at 20 decisions a second over 100 chains: median', median(pacedHops), 75),
      seconds('… at 20 decisions a second over 100 chains: p95', percentile(pacedHops, 95), 200),
      {
        group,
        what: '200 rounds in flight: chains a second (all concluded)',
        measured: `${(200 / crowd.seconds).toFixed(2)} (${crowd.chains.length} of 200)`,
        aim: '≥ 2, none lost',
        met: 200 / crowd.seconds >= 2 && crowd.chains.length === 200,
        remark: '',
      },
    ];
  } finally {
    await cloud.stop();
  }
}

/** What a function's write units of a chain are for. */
const WORK: Readonly<Record<string, string>> = {
  MoveOn: 'waking, opening, completing',
  SendMails: 'claims and marks of mails',
  WeighRound: 'passing stages',
};

/** All at once, each to its end; then what is still owed is waited for, and counted in the time. */
async function playTogether(store: RecordStore, chains: number, pace: Pace) {
  const began = performance.now();
  const played = await Promise.all(Array.from({ length: chains }, () => playChain(store, pace)));
  const seconds = (performance.now() - began) / 1000;
  for (const { trajectory } of played) await untilSettled(store, trajectory, pace);
  return { chains: played, seconds };
}

function unit(what: string, total: number, aim: number, remark: string): Figure {
  const each = total / DECISIONS;
  return {
    group,
    what,
    measured: `${each.toFixed(2)} (${Math.round(total)} a chain)`,
    aim: `≤ ${aim}`,
    met: each <= aim,
    remark,
  };
}

function seconds(what: string, milliseconds: number, aim: number): Figure {
  return {
    group,
    what,
    measured: `${Math.round(milliseconds)} ms`,
    aim: `≤ ${aim} ms`,
    met: milliseconds <= aim,
    remark: '',
  };
}
