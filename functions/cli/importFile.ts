import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { decodeText, type Most } from '../domain/importFile/decodeText.ts';
import { byLine, type FileMistake } from '../domain/importFile/fileMistake.ts';
import type { Imported } from '../domain/reference.ts';
import { Refusal, type RefusalCode } from '../domain/refusal.ts';
import { print } from './output.ts';

/** The text of a file, or why it has none. */
export function readTextFile(
  file: string,
  most?: Most,
): { readonly text: string } | { readonly mistakes: readonly FileMistake[] } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    const problem = 'het bestand is niet te lezen';
    return { mistakes: [{ line: 1, problem, remedy: 'controleer het pad' }] };
  }
  return decodeText(bytes, most);
}

/** More lines than this nobody mends one by one: the same thing is wrong with all of them. */
const MOST_LINES_TOLD = 200;

/** Prints the mistakes of a file (the first 200), each with its line and remedy, and gives the refusal that sums them up. */
export function refuseFile(
  code: RefusalCode,
  file: string,
  mistakes: readonly FileMistake[],
  json: boolean | undefined,
): Refusal {
  const ordered = byLine(mistakes);
  const told = ordered.slice(0, MOST_LINES_TOLD);
  const untold = ordered.length - told.length;
  print(json, { mistakes: told, ...(untold > 0 && { untold }) }, () => [
    ...told.map(({ line, problem, remedy }) => `regel ${line}: ${problem}${remedy ? `; ${remedy}` : ''}`),
    ...(untold > 0 ? [`… en nog ${untold} fouten`] : []),
  ]);
  const first = ordered[0];
  const count = `${ordered.length} ${ordered.length === 1 ? 'fout' : 'fouten'}`;
  return new Refusal(
    code,
    `${file} heeft ${count}; de eerste op regel ${first?.line}: ${first?.problem}. Er is niets overgenomen.`,
  );
}

/** The file's own name says enough; its folder may name a person. */
export function importedFrom(file: string, at: string, by: string): Imported {
  return { at, by, file: basename(file) };
}
