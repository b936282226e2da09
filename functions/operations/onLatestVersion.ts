import { Unavailable } from '../domain/unavailable.ts';

export interface ImportResult {
  readonly changed: boolean;
  /** The version that counts now. */
  readonly version: number;
}

/** Imports are made by people, one at a time: more at once than this is something else. */
const MOST_ATTEMPTS = 10;

/** Does it again on the version that another import made meanwhile, so that both are in the next one. */
export async function onLatestVersion(
  attempt: () => Promise<ImportResult | undefined>,
): Promise<ImportResult> {
  for (let tried = 0; tried < MOST_ATTEMPTS; tried++) {
    const result = await attempt();
    if (result) return result;
  }
  throw new Unavailable('De tabel', new Error('other imports keep being first'));
}
