import { constants, existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where MiniStack keeps what it saves at a graceful stop, its buckets (written at once), and our marker. */
export function dataPaths(dataDir: string) {
  return {
    state: join(dataDir, 'state'),
    buckets: join(dataDir, 's3'),
    /** Exists while a cloud runs on this data; ministack_with_parent.py removes it after a graceful stop. */
    marker: join(dataDir, 'running-since'),
  };
}

const parts = ['state', 's3'];

/**
 * Makes the data fit to start from: after a graceful stop it keeps a copy, after any other end it goes back to that
 * copy. State alone would not do: buckets that are ahead of it, or a save cut short, leave a cloud that contradicts
 * itself and cannot be deployed to. Returns since when all was lost, if it was. Safe to be interrupted and repeated.
 */
export async function settleData(dataDir: string): Promise<Date | undefined> {
  await mkdir(dataDir, { recursive: true });
  const copy = join(dataDir, 'saved');
  const { marker } = dataPaths(dataDir);
  if (existsSync(marker)) {
    for (const part of parts) await rm(join(dataDir, part), { recursive: true, force: true });
    await copyParts(copy, dataDir);
    return new Date(await readFile(marker, 'utf8'));
  }
  const draft = `${copy}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await copyParts(dataDir, draft);
  await rm(copy, { recursive: true, force: true });
  await rename(draft, copy);
  return undefined;
}

async function copyParts(from: string, to: string): Promise<void> {
  for (const part of parts) {
    if (!existsSync(join(from, part))) continue;
    await cp(join(from, part), join(to, part), { recursive: true, mode: constants.COPYFILE_FICLONE });
  }
}
