import { zipSync } from 'fflate';
import type { DossierFile } from '../domain/dossier/dossier.ts';

/** ZIP has no moment before 1980; one that is always the same gives the same archive for the same content. */
const MOMENT = '1980-01-01T12:00:00Z';

/** One archive of these files, in their order. */
export function zipArchive(files: readonly DossierFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { mtime: MOMENT });
}
