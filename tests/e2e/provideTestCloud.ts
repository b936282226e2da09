import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startTestCloud, type TestCloud } from '../../infra/local/testCloud.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the addresses of the test cloud are written once it is up, or why it did not come up. */
    testCloudFile: string;
  }
}

/**
 * One local cloud for all tests of a project. It comes up while earlier ones run, so nobody waits for it here; and
 * since vitest fixes what it provides before the first test, its addresses are told through a file. `prepare` is
 * done to the cloud before anybody hears of it.
 */
export function provideTestCloud(
  project: TestProject,
  prepare: (cloud: TestCloud) => Promise<void> = async () => {},
): { readonly file: string; readonly stop: () => Promise<void> } {
  const directory = mkdtempSync(join(tmpdir(), `besluitketen-${project.name}-`));
  const file = join(directory, 'cloud.json');
  project.provide('testCloudFile', file);
  const tell = (what: object) => {
    writeFileSync(`${file}.new`, JSON.stringify(what));
    renameSync(`${file}.new`, file);
  };
  const starting = startTestCloud();
  starting
    .then(async (cloud) => {
      await prepare(cloud);
      const { stop: _stop, ...addresses } = cloud;
      tell(addresses);
    })
    .catch((error: unknown) =>
      tell({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  const stop = async () => {
    const cloud = await starting.catch(() => undefined);
    await cloud?.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { file, stop };
}
