import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalCloudError } from './localCloudError.ts';
import { runLogged } from './loggedCommand.ts';
import { localPaths } from './paths.ts';
import { isAlive } from './processes.ts';

const requirementsFile = join(import.meta.dirname, 'requirements.txt');
const oldest = [3, 10] as const;
const remedy = 'Installeer Python 3.10 of nieuwer en probeer het opnieuw.';

/**
 * The Python that has the local cloud installed, in a virtual environment of this checkout that is made anew only
 * when the pinned requirements changed. `onInstall` is told before an installation, which takes some ten seconds.
 * Throws NO_PYTHON, NO_VENV or INSTALL_FAILED.
 */
export async function preparePython(onInstall: () => void = () => {}, signal?: AbortSignal): Promise<string> {
  const wanted = createHash('sha256')
    .update(await readFile(requirementsFile))
    .digest('hex');
  if (await isInstalled(wanted)) return pythonIn(localPaths.venv);
  const python = findPython();
  onInstall();
  await mkdir(localPaths.root, { recursive: true });
  // Installed under a name of its own and renamed when complete: an interrupted installation is never taken for a
  // whole one, and two that run at once do not disturb each other.
  await dropAbandonedDrafts();
  const draft = `${localPaths.venv}-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await install(python, draft, signal);
    await writeFile(markerIn(draft), wanted);
    // The two clouds of a test run install at the same moment: the first counts, and is not taken from under its feet.
    await rename(draft, localPaths.venv).catch(async () => {
      if (await isInstalled(wanted)) return;
      await rm(localPaths.venv, { recursive: true, force: true });
      await rename(draft, localPaths.venv);
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return pythonIn(localPaths.venv);
}

async function install(python: string, venv: string, signal: AbortSignal | undefined): Promise<void> {
  const base = { cwd: localPaths.root, env: process.env, logFile: localPaths.installLog, signal };
  await rm(localPaths.installLog, { force: true });
  const made = await runLogged({ ...base, command: python, args: ['-m', 'venv', venv] });
  if (made.exitCode !== 0) {
    throw new LocalCloudError(
      'NO_VENV',
      'Python kan geen virtuele omgeving maken; installeer de module venv (Debian en Ubuntu: het pakket python3-venv) en probeer het opnieuw.',
      made.lastLines,
    );
  }
  const args = [
    '-m',
    'pip',
    'install',
    '--require-hashes',
    '--disable-pip-version-check',
    '-r',
    requirementsFile,
  ];
  const installed = await runLogged({ ...base, command: pythonIn(venv), args });
  if (installed.exitCode !== 0) {
    throw new LocalCloudError(
      'INSTALL_FAILED',
      `De lokale cloud kon niet worden geïnstalleerd; controleer de internetverbinding en probeer het opnieuw (logboek: ${localPaths.installLog}).`,
      installed.lastLines,
    );
  }
}

async function dropAbandonedDrafts(): Promise<void> {
  for (const name of await readdir(localPaths.root)) {
    const pid = /^venv-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(localPaths.root, name), { recursive: true, force: true });
  }
}

function findPython(): string {
  let found: string | undefined;
  for (const command of ['python3', 'python']) {
    const version = versionOf(command);
    if (version && isRecentEnough(version)) return command;
    found ??= version;
  }
  throw new LocalCloudError(
    'NO_PYTHON',
    found ? `Python ${found} is te oud. ${remedy}` : `Python is niet gevonden. ${remedy}`,
  );
}

/** Whether a version such as `3.11` can run the local cloud. */
export function isRecentEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

function versionOf(command: string): string | undefined {
  const asked = spawnSync(command, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
    encoding: 'utf8',
  });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

/** A virtual environment breaks when the Python it was made with is removed, so it is asked for its version too. */
async function isInstalled(wanted: string): Promise<boolean> {
  if (!existsSync(markerIn(localPaths.venv))) return false;
  const marker = await readFile(markerIn(localPaths.venv), 'utf8');
  return marker === wanted && versionOf(pythonIn(localPaths.venv)) !== undefined;
}

const markerIn = (venv: string): string => join(venv, 'requirements.sha256');
const pythonIn = (venv: string): string => join(venv, 'bin', 'python');
