import type { LedgerStore } from '../../operations/ledger/ports.ts';
import { ledgerImportWrites } from './ledgerImportWrites.ts';
import { ledgerReads } from './ledgerReads.ts';
import { ledgerWrites } from './ledgerWrites.ts';
import type { Table } from './table.ts';

/** The ledger in the record's table (docs/decisions/0015-ledger.md). */
export function createLedgerStore(table: Table): LedgerStore {
  return { ...ledgerReads(table), ...ledgerWrites(table), ...ledgerImportWrites(table) };
}
