import { memoFontsFromPackage } from './memoFontsFromPackage.ts';

/** Set where functions are bundled (infra/bundleFunctions.ts): a function has no packages beside it to read from. */
declare const MEMO_FONTS: MemoFonts | undefined;

/** Fonts as base64. */
export interface MemoFonts {
  readonly regular: string;
  readonly bold: string;
}

/** Source Sans 3 (SIL Open Font License 1.1), its Latin part: embedded, so that a memo looks the same everywhere. */
export function memoFonts(): MemoFonts {
  return typeof MEMO_FONTS === 'object' ? MEMO_FONTS : memoFontsFromPackage();
}
