import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { freePorts } from '../../infra/local/ports.ts';
import type { Figure } from './figures.ts';
import { secondsOf } from './runCommand.ts';

export interface Running {
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

const LONGEST_START_MS = 300_000;

/** Seconds from `npm start` to the first page: the first time (installs the local cloud), and again after that. */
export async function measureStart(clone: string): Promise<{ figures: Figure[]; running: Running }> {
  const first = await secondsOf(() => start(clone));
  await first.result.stop();
  const again = await secondsOf(() => start(clone));
  const figure = (what: string, seconds: number, remark: string): Figure => ({
    group: 'start',
    what,
    measured: `${seconds} s`,
    aim: '< 30 s',
    met: seconds < 30,
    remark,
  });
  return {
    figures: [
      figure(
        '`npm start` in a fresh clone, warm package cache, to the first page',
        first.seconds,
        'installs the local cloud into a virtual environment and bootstraps it',
      ),
      figure(
        '`npm start` again, to the first page',
        again.seconds,
        'dominated by loading aws-cdk-lib and synthesising the stacks',
      ),
    ],
    running: again.result,
  };
}

async function start(clone: string): Promise<Running> {
  const [port, cloudPort] = await freePorts();
  const environment = { ...process.env, PORT: String(port), LOCAL_CLOUD_PORT: String(cloudPort) };
  const child = spawn('npm', ['start'], { cwd: clone, env: environment, stdio: 'ignore', detached: true });
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
  };
  const deadline = performance.now() + LONGEST_START_MS;
  while (!(await answers(`http://127.0.0.1:${port}/`))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('npm start did not come up');
    await wait(50);
  }
  return { environment, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
