import { createRecordStore } from '../../functions/adapters/record/createRecordStore.ts';
import { auditPartition, trajectoryKey } from '../../functions/adapters/record/keys.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { connect } from '../../functions/cli/cloud.ts';
import { createExecutions } from '../../functions/cli/simulate/executions.ts';
import { readFunctionUse } from '../../functions/cli/simulate/functionUse.ts';
import { clientSettings } from '../../infra/local/clientSettings.ts';
import { startTestCloud } from '../../infra/local/testCloud.ts';
import { descendantsCpuSeconds } from './cpu.ts';
import type { Figure } from './figures.ts';
import { median, percentile } from './percentile.ts';
import { playChain, untilSettled } from './playChain.ts';

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
    for (let warm = 0; warm < 3; warm++) await untilSettled(looking, (await playChain(looking)).trajectory);

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

    const alone = [];
    const cpuBefore = await descendantsCpuSeconds();
    for (let run = 0; run < 20; run++) {
      const played = await playChain(looking);
      await untilSettled(looking, played.trajectory);
      alone.push(played);
    }
    const cpu = ((await descendantsCpuSeconds()) - cpuBefore) / alone.length;

    const paced = await playTogether(looking, 100, 20);
    const together = await playTogether(looking, 200, Number.POSITIVE_INFINITY);
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
        'recording 4 (a transaction with its audit entry), waking 1, claim and mark of two mails 4, asking 1; the rest are stages, opening and conclusion',
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
        median(alone.map((each) => each.milliseconds)),
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
      seconds(
        'decision recorded → next request open, alone: median',
        median(alone.flatMap((each) => each.hops)),
        75,
      ),
      seconds(
        '… alone: p95',
        percentile(
          alone.flatMap((each) => each.hops),
          95,
        ),
        75,
      ),
      seconds(
        '… at 20 decisions a second over 100 chains: median',
        median(paced.chains.flatMap((each) => each.hops)),
        75,
      ),
      seconds(
        '… at 20 decisions a second over 100 chains: p95',
        percentile(
          paced.chains.flatMap((each) => each.hops),
          95,
        ),
        200,
      ),
      {
        group,
        what: '200 rounds in flight: chains a second (all concluded)',
        measured: `${(200 / together.seconds).toFixed(2)} (${together.chains.length} of 200)`,
        aim: '≥ 2, none lost',
        met: 200 / together.seconds >= 2 && together.chains.length === 200,
        remark: '',
      },
    ];
  } finally {
    await cloud.stop();
  }
}

async function playTogether(
  store: Parameters<typeof playChain>[0],
  chains: number,
  decisionsASecond: number,
) {
  const began = performance.now();
  let next = began;
  const pace = async () => {
    if (!Number.isFinite(decisionsASecond)) return;
    next = Math.max(next + 1000 / decisionsASecond, performance.now());
    const pause = next - performance.now();
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  };
  const played = await Promise.all(Array.from({ length: chains }, () => playChain(store, pace)));
  return { chains: played, seconds: (performance.now() - began) / 1000 };
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
