import { LocalCloudError } from './localCloudError.ts';

/** Says in one line why it ends, with a tool's raw output below it if there is any; the exit code becomes 1. */
export function failWith(error: unknown): void {
  process.exitCode = 1;
  if (!(error instanceof LocalCloudError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  if (error.detail) console.error(error.detail.replaceAll(/^/gm, '  '));
}
