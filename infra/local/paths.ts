import { join, resolve } from 'node:path';

/** The root of this checkout. */
export const repository = resolve(import.meta.dirname, '../..');

const local = join(repository, '.local');

/** What a running local cloud keeps in this checkout; all of it is ignored by git and may be deleted. */
export const localPaths = {
  root: local,
  data: join(local, 'data'),
  venv: join(local, 'venv'),
  cloudLog: join(local, 'cloud.log'),
  deployLog: join(local, 'deploy.log'),
  installLog: join(local, 'install.log'),
  assembly: join(local, 'cdk.out'),
  /** Who runs here; see runningHere.ts. */
  running: join(local, 'running.json'),
  /** Whom to sign in as; see demoAdministrator.ts. */
  administrator: join(local, 'administrator.json'),
  /** Where the command line finds a local cloud on another port; see environmentFile.ts. */
  environment: join(local, 'environment.json'),
} as const;
