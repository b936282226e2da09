import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './runCommand.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..');

/** A fresh clone of what is committed, with its packages installed from the package cache. */
export async function withClone<T>(measure: (clone: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'besluitketen-bench-'));
  try {
    await runCommand('git', ['clone', '--quiet', REPOSITORY, folder], REPOSITORY);
    await runCommand('npm', ['ci', '--prefer-offline'], folder);
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
