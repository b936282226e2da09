import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MemoFonts } from './memoFonts.ts';

/** The fonts as their package brings them. Needs it installed. */
export function memoFontsFromPackage(): MemoFonts {
  const { resolve } = createRequire(import.meta.url);
  const read = (weight: number) =>
    readFileSync(
      resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`),
      'base64',
    );
  return { regular: read(400), bold: read(700) };
}
