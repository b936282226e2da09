import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Characters that are kept before they are written. */
const MOST_KEPT = 256_000;

/** Files of one folder that are there whole and together, or not at all. */
export interface PartialFiles {
  append(file: string, text: string): void;
  /** Gives every file its name; returns where they are. */
  finish(): string[];
  discard(): void;
}

/** `start` is written before the first text of each file. Replaces files of the same name at the end. */
export function partialFiles(folder: string, start: string): PartialFiles {
  mkdirSync(folder, { recursive: true });
  const kept = new Map<string, string>();
  const partOf = (file: string) => join(folder, `${file}.part`);
  const flush = (file: string) => {
    appendFileSync(partOf(file), kept.get(file) ?? '');
    kept.set(file, '');
  };
  return {
    append: (file, text) => {
      if (!kept.has(file)) {
        writeFileSync(partOf(file), start);
        kept.set(file, '');
      }
      const now = `${kept.get(file)}${text}`;
      kept.set(file, now);
      if (now.length > MOST_KEPT) flush(file);
    },
    finish: () =>
      [...kept.keys()].map((file) => {
        flush(file);
        renameSync(partOf(file), join(folder, file));
        return join(folder, file);
      }),
    discard: () => {
      for (const file of kept.keys()) rmSync(partOf(file), { force: true });
    },
  };
}
