import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** A process of the local cloud that runs one function. */
export interface Worker {
  readonly pid: number;
  readonly function: string;
  /** Most resident memory it has ever had, in MB. */
  readonly peakMb: number;
}

/** The functions' workers among the processes below this one (Linux), by the environment the local cloud gave them. */
export async function workersBelow(): Promise<Worker[]> {
  const pids = (await readdir('/proc')).filter((name) => /^[0-9]+$/.test(name)).map(Number);
  const parents = new Map<number, number>();
  for (const pid of pids) {
    const stat = await fileOf(pid, 'stat');
    // Field 4 of proc(5), after the command's name in parentheses.
    parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && parent > 0 && (parent === process.pid || isBelow(parent));
  };
  const workers: Worker[] = [];
  for (const pid of pids.filter(isBelow)) {
    const name = /AWS_LAMBDA_FUNCTION_NAME=([^\0]+)/.exec(await fileOf(pid, 'environ'))?.[1];
    const peak = /VmHWM:\s+([0-9]+) kB/.exec(await fileOf(pid, 'status'))?.[1];
    if (name && peak) workers.push({ pid, function: name, peakMb: Number(peak) / 1024 });
  }
  return workers;
}

function fileOf(pid: number, name: string): Promise<string> {
  return readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
}

const LOOK_MS = 50;
const QUIET_MS = 10_000;

/** Kills these workers, and those that are started in their place, until none has been for ten seconds; how many. */
export async function killWhileAny(find: () => Promise<readonly Worker[]>): Promise<number> {
  const killed = new Set<number>();
  for (let quietSince = performance.now(); performance.now() - quietSince < QUIET_MS; await wait(LOOK_MS)) {
    for (const { pid } of await find()) {
      quietSince = performance.now();
      if (killed.has(pid)) continue;
      process.kill(pid, 'SIGKILL');
      killed.add(pid);
    }
  }
  return killed.size;
}
