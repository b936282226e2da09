import { type LedgerEntry, ledgerEntrySchema } from '../../domain/ledger/entry.ts';
import {
  ledgerHeadSchema,
  ledgerImportSchema,
  ledgerMilestonesSchema,
  tallySchema,
} from '../../domain/ledger/ledgerRows.ts';
import type { LedgerStore } from '../../operations/ledger/ports.ts';
import * as keys from './ledgerKeys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import type { Row, Table } from './table.ts';

type LedgerReads = Omit<LedgerStore, 'book' | 'stageImport' | 'switchImport'>;

export function ledgerReads(table: Table): LedgerReads {
  // What an import laid down counts once its row is there, and for good: a warm function asks once.
  const counted = new Set<string>();
  const counts = async (trajectory: string, row: Row): Promise<boolean> => {
    const id = row.import;
    if (typeof id !== 'string' || counted.has(`${trajectory} ${id}`)) return true;
    if (!(await table.get(keys.importKey(trajectory, id)))) return false;
    counted.add(`${trajectory} ${id}`);
    return true;
  };
  async function* pages<T>(trajectory: string, prefix: string, parse: (row: Row) => T): AsyncIterable<T[]> {
    for await (const page of table.pages(keys.ledgerPartition(trajectory), prefix)) {
      // One question an import: one that was given up may have left a hundred thousand rows, read every night.
      const ofImport = new Map(page.map((row) => [row.import, row]));
      const those = await Promise.all(
        [...ofImport].map(async ([id, row]) => [id, await counts(trajectory, row)] as const),
      );
      const counting = new Map(those);
      yield page.filter((row) => counting.get(row.import)).map(parse);
    }
  }
  return {
    head: async (trajectory) => {
      const [head, milestones] = await Promise.all([
        table.get(keys.headKey(trajectory)),
        table.get(keys.milestonesKey(trajectory)),
      ]);
      const { version, imports, free, counters } = parseOptionalRow(ledgerHeadSchema, head) ?? {
        version: 0,
        imports: 0,
        free: 0,
        counters: {},
      };
      return {
        version,
        imports,
        free,
        counters,
        milestones: parseOptionalRow(ledgerMilestonesSchema, milestones) ?? {},
      };
    },
    entry: async (trajectory, reference) => {
      for (const row of await table.query(keys.ledgerPartition(trajectory), keys.entriesOf(reference)))
        if (await counts(trajectory, row)) return parseRow(ledgerEntrySchema, row);
      return undefined;
    },
    tally: async (trajectory, kind, reference) => {
      const sums = { own: 0, imported: 0 };
      for (const row of await table.query(
        keys.ledgerPartition(trajectory),
        keys.talliesOf(kind, reference),
      )) {
        const tally = parseRow(tallySchema, row);
        if (tally.import === undefined) sums.own += tally.cents;
        else if (await counts(trajectory, row)) sums.imported += tally.cents;
      }
      return sums;
    },
    entries: (trajectory) =>
      pages<LedgerEntry>(trajectory, keys.ENTRIES, (row) => parseRow(ledgerEntrySchema, row)),
    tallies: (trajectory, kind) =>
      pages(trajectory, keys.talliesOf(kind), (row) => {
        const { reference, cents } = parseRow(tallySchema, row);
        return { reference, cents };
      }),
    imports: async (trajectory) => {
      const rows = await table.query(keys.ledgerPartition(trajectory), keys.IMPORTS);
      return rows
        .map((row) => parseRow(ledgerImportSchema, row))
        .map(({ kind: _kind, schemaVersion: _schema, ...imported }) => imported)
        .sort((a, b) => a.at.localeCompare(b.at));
    },
  };
}
