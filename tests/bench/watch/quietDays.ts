import { setTimeout as wait } from 'node:timers/promises';
import { SFNClient } from '@aws-sdk/client-sfn';
import { catchUpWatching, createDailyWatch } from '../../../functions/adapters/dailyWatch.ts';
import type { Cloud } from '../../../functions/cli/cloud.ts';
import { readFunctionUse } from '../../../functions/cli/simulate/functionUse.ts';
import { addDays, atTime } from '../../../functions/domain/calendar/days.ts';
import { startTrajectory } from '../../../functions/operations/startTrajectory.ts';
import { untilAtRest } from '../../../functions/operations/untilAtRest.ts';
import { MOST_DAYS, WATCH_HOUR } from '../../../functions/operations/watchDays.ts';
import type { Figure } from '../figures.ts';
import { median } from '../percentile.ts';
import { createEmptyWatch } from './emptyWatch.ts';
import { tenPlan } from './tenPlan.ts';
import { execute, historyOf } from './watchExecution.ts';

const TRAJECTORY = 'rustig';
const FIRST_DAY = '2026-01-05';
const DAYS = 670;
const RUNS = 10;
/** The stream brings what a write asks for within a second; longer than this it brings nothing any more. */
const STREAM_MS = 3_000;

export interface QuietDay {
  readonly figures: Figure[];
  readonly transitions: number;
  readonly invocations: number;
}

/** What a quiet day takes in the deployed state machine: of AWS's units, and of time here. */
export async function measureQuietDays(cloud: Cloud & { readonly endpoint: string }): Promise<QuietDay> {
  const { outputs, settings, store, endpoint } = cloud;
  const client = new SFNClient({ ...settings, maxAttempts: 5 });
  // Its ten colleges have until the end of 2029: they are asked for real, and then nothing is due.
  const plan = tenPlan(TRAJECTORY, '2026-01..2029-12', []);
  await startTrajectory(store, plan, TRAJECTORY, 'virtual', atTime(FIRST_DAY, '08:00'), {
    by: 'bench',
    via: 'simulation',
  });
  await untilAtRest(store, plan, TRAJECTORY, FIRST_DAY, { longestMs: 60_000, slowestLookMs: 100 });
  const at = (day: number) => atTime(addDays(FIRST_DAY, day), WATCH_HOUR);

  await execute(client, outputs.WatchArn, { at: at(1), trajectory: TRAJECTORY });
  await wait(STREAM_MS);
  const began = Date.now();
  const { executionArn, output } = await execute(client, outputs.WatchArn, {
    at: at(2),
    trajectory: TRAJECTORY,
  });
  await wait(STREAM_MS);
  const { invocations } = await readFunctionUse('local', settings, began);
  const transitions = await transitionsOf(client, executionArn, output);

  const single: number[] = [];
  for (let day = 3; day < 3 + RUNS; day++) {
    const { seconds } = await execute(client, outputs.WatchArn, { at: at(day), trajectory: TRAJECTORY });
    single.push(seconds * 1000);
  }
  const last = 2 + RUNS;
  const started = performance.now();
  await catchUpWatching(createDailyWatch(outputs.WatchArn, settings), {
    at: at(last + DAYS),
    trajectory: TRAJECTORY,
  });
  const each = (performance.now() - started) / DAYS;

  const emptyArn = await createEmptyWatch(endpoint, client, outputs.WatchArn);
  const floorOfMonth = (await emptyRuns(client, emptyArn, true)) / MOST_DAYS;
  const floorOfDay = await emptyRuns(client, emptyArn, false);
  const figures: Figure[] = [
    count(
      'state transitions of a quiet day',
      transitions,
      8,
      'finding the days, a Map over days, a Map over pages, the page, and the summary',
    ),
    count(
      'function invocations of a quiet day',
      invocations,
      5,
      'counted in all functions’ logs, those that follow the stream included',
    ),
    {
      group: 'days',
      what: `${DAYS} simulated quiet days with ten open requests: each`,
      measured: `${each.toFixed(0)} ms`,
      aim: '≤ 120 ms',
      met: each <= 120,
      remark: `floor: ${floorOfMonth.toFixed(0)} ms a day, the same state machine with functions that do nothing, ${MOST_DAYS + 1} calls an execution`,
    },
    {
      group: 'days',
      what: 'one quiet day in an execution of its own, warm: median',
      measured: `${median(single).toFixed(0)} ms`,
      aim: '≤ 120 ms',
      met: median(single) <= 120,
      remark: `floor: ${floorOfDay.toFixed(0)} ms, the same with functions that do nothing, 2 calls; not how a simulation passes its quiet days`,
    },
  ];
  return { figures, transitions, invocations };
}

/**
 * The local cloud writes no "entered" event inside a Map: there each scheduled task is a state, and each watched day
 * the Map over its pages.
 */
async function transitionsOf(client: SFNClient, executionArn: string, output: string): Promise<number> {
  const events = await historyOf(client, executionArn);
  const entered = events.filter(({ type }) => type?.endsWith('StateEntered'));
  const outside = entered.filter(({ type }) => type === 'TaskStateEntered').length;
  const tasks = events.filter(({ type }) => type === 'TaskScheduled').length;
  const days = (JSON.parse(output) as { days: unknown[] }).days.length;
  return entered.length + (tasks - outside) + days;
}

async function emptyRuns(client: SFNClient, arn: string, missed: boolean): Promise<number> {
  const input = { at: atTime(FIRST_DAY, WATCH_HOUR), ...(missed && { missed }) };
  await execute(client, arn, input);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push((await execute(client, arn, input)).seconds * 1000);
  return median(times);
}

function count(what: string, measured: number, aim: number, remark: string): Figure {
  return { group: 'days', what, measured: String(measured), aim: `≤ ${aim}`, met: measured <= aim, remark };
}
