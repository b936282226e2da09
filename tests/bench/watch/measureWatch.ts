import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, connect } from '../../../functions/cli/cloud.ts';
import { bundleFunctions } from '../../../infra/bundleFunctions.ts';
import { clientSettings } from '../../../infra/local/clientSettings.ts';
import { startTestCloud } from '../../../infra/local/testCloud.ts';
import type { Figure } from '../figures.ts';
import { createBenchTable, seed } from './benchTable.ts';
import { coldEnvironment, coldRun } from './coldRun.ts';
import { measureCrowd } from './crowdFigures.ts';
import { MORNINGS, measureHistory } from './history.ts';
import { liveRows } from './liveRows.ts';
import { measureQuietDays } from './quietDays.ts';
import { stubServices } from './stubServices.ts';
import { tenPlan } from './tenPlan.ts';
import type { WatchUnits } from './year.ts';

/** Everything of the daily watch: what it costs, how it goes with history and crowds, and how long a quiet day takes. */
export async function measureWatch(): Promise<{ readonly figures: Figure[]; readonly units: WatchUnits }> {
  const testCloud = await startTestCloud();
  try {
    const { endpoint } = testCloud;
    const cloud = { ...(await connect('local', clientSettings(endpoint))), endpoint };
    // The days first: the floor is that of an idle local cloud.
    const days = await measureQuietDays(cloud);
    const { quiet, reminding } = await coldMornings(cloud);
    const history = await measureHistory(cloud.settings);
    const crowd = await measureCrowd(cloud);
    const { transitions, invocations } = days;
    return {
      figures: [...history.figures, ...days.figures, ...crowd],
      units: {
        quiet: { transitions, invocations, ...quiet, capacity: history.one.quiet },
        reminding: { transitions, invocations, ...reminding, capacity: history.one.reminding },
      },
    };
  } finally {
    await testCloud.stop();
  }
}

/** Seconds and mails of a morning of one trajectory, both functions begun cold as after a night's rest. */
async function coldMornings(cloud: Cloud & { readonly endpoint: string }) {
  const table = 'mornings';
  const id = 'lopend';
  const folder = mkdtempSync(join(tmpdir(), 'besluitketen-mornings-'));
  const stub = await stubServices();
  try {
    bundleFunctions(folder);
    await createBenchTable(table, cloud.settings);
    await seed(table, cloud.settings, liveRows(id, tenPlan(id, '2026-01'), '2026-02-01'));
    const environment = coldEnvironment(cloud, table, stub.endpoint);
    const morning = async (at: string) => {
      const before = stub.taken.length;
      const find = await coldRun(join(folder, 'find-watch-days', 'index.mjs'), { at }, environment);
      const page = { at, trajectories: [id] };
      const watch = await coldRun(join(folder, 'watch-day', 'index.mjs'), page, environment);
      const seconds = (find.milliseconds + watch.milliseconds) / 1000;
      return { seconds, mails: stub.taken.length - before };
    };
    // In this order: what was reminded of makes the next morning a quiet one.
    const reminding = await morning(MORNINGS.reminding);
    return { reminding, quiet: await morning(MORNINGS.quiet) };
  } finally {
    await stub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
