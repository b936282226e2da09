import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startTestCloud } from '../../infra/local/testCloud.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the addresses of the test cloud are written once it is up, or why it did not come up. */
    testCloudFile: string;
  }
}

/**
 * One local cloud for all flows of a run. It comes up while the rules run, so nobody waits for it here; and since
 * vitest fixes what it provides before the first test, its addresses are told through a file.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'besluitketen-flows-'));
  const file = join(directory, 'cloud.json');
  project.provide('testCloudFile', file);
  const tell = (what: object) => {
    writeFileSync(`${file}.new`, JSON.stringify(what));
    renameSync(`${file}.new`, file);
  };
  const starting = startTestCloud();
  starting.then(
    ({ stop: _stop, ...addresses }) => tell(addresses),
    (error: unknown) =>
      tell({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  return async () => {
    const cloud = await starting.catch(() => undefined);
    await cloud?.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
