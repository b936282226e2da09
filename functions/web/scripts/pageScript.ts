import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Set where functions are bundled (infra/bundleFunctions.ts): a function has no files beside it. */
declare const PAGE_SCRIPT_TEXT: string | undefined;

/** Read from beside this file where it is not bundled. */
export function readPageScript(): string {
  return readFileSync(join(import.meta.dirname, 'page.js'), 'utf8');
}

export const pageScript = typeof PAGE_SCRIPT_TEXT === 'string' ? PAGE_SCRIPT_TEXT : readPageScript();
