import { rm, writeFile } from 'node:fs/promises';
import { localRegion } from './awsEnvironment.ts';
import { localPaths } from './paths.ts';

/** Tells the command line where this checkout's local cloud is while it runs. */
export async function writeEnvironmentFile(endpoint: string, portalUrl: string): Promise<void> {
  const content = { endpoint, region: localRegion, portalUrl, stage: 'local' };
  await writeFile(localPaths.environment, `${JSON.stringify(content, undefined, 2)}\n`);
}

export async function removeEnvironmentFile(): Promise<void> {
  await rm(localPaths.environment, { force: true });
}
