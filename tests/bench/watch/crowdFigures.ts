import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cloud } from '../../../functions/cli/cloud.ts';
import { PAGE } from '../../../functions/operations/watchDays.ts';
import { bundleFunctions } from '../../../infra/bundleFunctions.ts';
import { LONGEST_WATCH } from '../../../workflows/daily-watch.ts';
import type { Figure } from '../figures.ts';
import { coldEnvironment, coldRun } from './coldRun.ts';
import { CROWD, type CrowdRun, runCrowd } from './crowd.ts';

const MEMORY_MB = 256;
/** After this the state machine gives up (workflows/daily-watch.ts); the issue names no aim of its own. */
const LONGEST_SECONDS = LONGEST_WATCH.toSeconds();
/** A third rung after the due day stands on this morning: work for the page that runs in a process of its own. */
const THIRD_RUNG = '2026-02-16T06:30:00.000Z';

export async function measureCrowd(cloud: Cloud & { readonly endpoint: string }): Promise<Figure[]> {
  const figures: Figure[] = [];
  await runCrowd(cloud, async (run) => {
    if (run.stub.refused.length > 0)
      throw new Error(`the watch did more than watch: ${run.stub.refused.join()}`);
    const cold = await coldPeaks(cloud, run.stub.endpoint);
    figures.push(
      secondsOf(run),
      ...['FindWatchDays', 'WatchDay'].map((name) => memoryOf(name, run, cold)),
      killedOf(run),
    );
  });
  return figures;
}

function secondsOf({ full, quietSeconds }: CrowdRun): Figure {
  const pages = CROWD.length / PAGE;
  const told = full.claims.once;
  return {
    group: 'watch',
    what: '1,000 trajectories with 10,000 open requests due: one watch',
    measured: `${full.seconds.toFixed(0)} s (${told.toLocaleString('en')} reminded in ${full.mails.toLocaleString('en')} mails)`,
    aim: `< ${LONGEST_SECONDS.toLocaleString('en')} s, the execution’s limit`,
    met: full.seconds < LONGEST_SECONDS && told === full.claims.requests && full.claims.doubles === 0,
    remark: `the deployed state machine, ${pages} pages, four at once; ${quietSeconds.toFixed(0)} s the next morning, with nothing due`,
  };
}

function memoryOf(name: string, { peaks }: CrowdRun, cold: ReadonlyMap<string, number>): Figure {
  const deployed = peaks.get(name) ?? Number.NaN;
  const alone = cold.get(name) ?? Number.NaN;
  return {
    group: 'watch',
    what: `… memory of ${name}`,
    measured: `${alone.toFixed(0)} MB; ${deployed.toFixed(0)} MB`,
    aim: `≤ ${MEMORY_MB} MB`,
    met: alone <= MEMORY_MB && deployed <= MEMORY_MB,
    remark: `peak resident memory of the whole process: one call by a process whose heap is bound as on Lambda; the deployed function’s largest process after all its ${name === 'WatchDay' ? 'pages' : 'calls'}, heap unbound`,
  };
}

function killedOf({ killed, rerun, afterLease }: CrowdRun): Figure {
  const all = afterLease.once + afterLease.claimedAgain;
  return {
    group: 'watch',
    what: '… killed half-way and run again: rungs claimed once',
    measured: `${rerun.once.toLocaleString('en')} of ${rerun.requests.toLocaleString('en')}, ${rerun.doubles} mails twice`,
    aim: 'all but one a killed process, none twice',
    met:
      rerun.doubles === 0 &&
      rerun.missed === 0 &&
      rerun.requests - rerun.once <= killed.processes &&
      all === afterLease.requests,
    remark: `stopped after ${killed.mails.toLocaleString('en')} mails, and ${killed.processes} processes killed until none was left; ${rerun.requests - rerun.once} reminders were between claim and mark, and sent again when the claim had lapsed: ${afterLease.doubles} of them had left before (the residual double)`,
  };
}

/** One page by the bundle itself, and the finding of all days, each in a process of its own. */
async function coldPeaks(
  cloud: Cloud & { readonly endpoint: string },
  stub: string,
): Promise<Map<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'besluitketen-crowd-'));
  try {
    bundleFunctions(folder);
    const environment = coldEnvironment(cloud, 'crowd', stub);
    const page = { at: THIRD_RUNG, brief: true, trajectories: CROWD.slice(0, PAGE) };
    const watch = await coldRun(join(folder, 'watch-day', 'index.mjs'), page, environment);
    const find = await coldRun(join(folder, 'find-watch-days', 'index.mjs'), { at: THIRD_RUNG }, environment);
    return new Map([
      ['WatchDay', watch.peakMb],
      ['FindWatchDays', find.peakMb],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
