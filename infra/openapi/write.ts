import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from './describeApi.ts';

/** `npm run openapi`: docs/openapi.json, as text that a test compares. */
export const OPENAPI_FILE = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json');

export function openApiText(): string {
  return `${JSON.stringify(describeApi(), null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(OPENAPI_FILE, openApiText());
