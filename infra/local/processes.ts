import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { waitUntil } from './waitUntil.ts';

/** Saving the state of a large run takes a few seconds; a cloud that is not gone by then hangs. */
const gracefulWithinMs = 20_000;

/**
 * Asks the leader of a process group to stop, waits until it has, then ends what is left of its group. `pid` need not
 * be our child. Resolves at once for a process that is gone.
 */
export async function stopGroup(
  pid: number,
  ask: () => unknown = () => signal(pid, 'SIGTERM'),
): Promise<void> {
  ask();
  await waitUntil(() => !isAlive(pid), gracefulWithinMs);
  signal(-pid, 'SIGKILL');
  await waitUntil(() => !isAlive(pid), gracefulWithinMs);
}

/** Whether a process with this id runs, ours or not. */
export function isAlive(pid: number): boolean {
  if (!signal(pid, 0)) return false;
  const stat = readProc(pid, 'stat');
  // A zombie, which an init that reaps nothing leaves in a container, does not run.
  return stat === undefined || !/\) Z /.test(stat);
}

/** The command line of a running process: an id alone may have been given to another one since. */
export function commandOf(pid: number): string {
  if (!isAlive(pid)) return '';
  const cmdline = readProc(pid, 'cmdline');
  if (cmdline !== undefined) return cmdline.replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Undefined on systems without /proc. */
function readProc(pid: number, file: string): string | undefined {
  if (!existsSync('/proc/self')) return undefined;
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** False when there is no such process. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    // EPERM: it exists but is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
