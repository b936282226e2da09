import { sourceSchema } from '../../domain/intake/source.ts';
import type { SourceStore } from '../../operations/intake/ports.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import type { Table } from './table.ts';

/** Sources for whom they are only to be read. */
export function createSourceReads(table: Table): Pick<SourceStore, 'source' | 'sources'> {
  return {
    source: async (name) => parseOptionalRow(sourceSchema, await table.get(keys.sourceKey(name))),
    sources: async () =>
      (await table.query(keys.SOURCES, 'SOURCE#')).map((row) => parseRow(sourceSchema, row)),
  };
}
