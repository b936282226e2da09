import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { LocalCloudError } from './localCloudError.ts';
import { localPaths } from './paths.ts';
import { commandOf, stopGroup } from './processes.ts';

/** Who runs in this checkout: the `npm start`, and the local cloud it started. */
interface RunningHere {
  pid: number;
  cloudPid?: number;
}

/** The id of this checkout's `npm start`, if it runs. */
export async function runningStart(): Promise<number | undefined> {
  const running = await read();
  return running && /infra\/local\/start\.ts/.test(commandOf(running.pid)) ? running.pid : undefined;
}

/** Makes this process the one `npm start` of this checkout. Throws ALREADY_RUNNING. */
export async function claimCheckout(): Promise<void> {
  const pid = await runningStart();
  if (pid !== undefined) {
    throw new LocalCloudError(
      'ALREADY_RUNNING',
      `Besluitketen draait hier al (proces ${pid}); stop het eerst met npm stop.`,
    );
  }
  await stopOrphan();
  await mkdir(localPaths.root, { recursive: true });
  await write({ pid: process.pid });
}

export async function noteCloud(cloudPid: number): Promise<void> {
  await write({ pid: process.pid, cloudPid });
}

export async function releaseCheckout(): Promise<void> {
  await rm(localPaths.running, { force: true });
}

/** Stops a local cloud of ours whose `npm start` was killed and that did not notice; whether there was one. */
export async function stopOrphan(): Promise<boolean> {
  const cloudPid = (await read())?.cloudPid;
  if (cloudPid === undefined || !commandOf(cloudPid).includes(localPaths.venv)) return false;
  await stopGroup(cloudPid);
  return true;
}

async function read(): Promise<RunningHere | undefined> {
  try {
    return JSON.parse(await readFile(localPaths.running, 'utf8')) as RunningHere;
  } catch {
    // None, or a half-written one of a killed start, which says as much.
    return undefined;
  }
}

async function write(running: RunningHere): Promise<void> {
  await writeFile(localPaths.running, JSON.stringify(running));
}
