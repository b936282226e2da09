import type { RecordStore } from '../../operations/ports.ts';
import { recordChangeWrites } from './changeWrites.ts';
import { recordFlagWrites } from './flagWrites.ts';
import { recordHistoryWrites } from './historyWrites.ts';
import { recordMailWrites } from './mailWrites.ts';
import { recordMarks } from './markWrites.ts';
import { recordReads } from './reads.ts';
import { recordReplanWrites } from './replanWrites.ts';
import { recordRoundWrites } from './roundWrites.ts';
import type { Table } from './table.ts';
import { recordWrites } from './writes.ts';

export function createRecordStore(table: Table): RecordStore {
  return {
    ...recordReads(table),
    ...recordWrites(table),
    ...recordRoundWrites(table),
    ...recordChangeWrites(table),
    ...recordHistoryWrites(table),
    ...recordMailWrites(table),
    ...recordMarks(table),
    ...recordFlagWrites(table),
    ...recordReplanWrites(table),
  };
}
