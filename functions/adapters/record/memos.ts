import { memoRowSchema } from '../../domain/memo/memoRow.ts';
import type { MemoStore } from '../../operations/memo/ports.ts';
import { put, putAudit, setting, transactUpdate } from './expressions.ts';
import * as keys from './keys.ts';
import { parseRow } from './rows.ts';
import type { Table } from './table.ts';

/** Memos in the record's table, in the partition of their trajectory. */
export function createMemoStore(table: Table): MemoStore {
  const last = async (trajectory: string, prefix: string, most: number) => {
    const rows = await table.queryLast(keys.trajectoryKey(trajectory).pk, prefix, most);
    return rows.map((row) => parseRow(memoRowSchema, row));
  };
  return {
    lastMemo: async (trajectory, round) => (await last(trajectory, keys.memosOfRound(round), 1))[0],
    memos: (trajectory, most) => last(trajectory, keys.MEMOS, most),
    putMemo: (row, audit) =>
      table.transact([
        put(table, keys.memoKey(row.trajectory, row.round, row.version), row),
        putAudit(table, audit),
      ]),
    approveMemo: ({ trajectory, round, version }, by, at, audit) =>
      table.transact([
        transactUpdate(
          table,
          keys.memoKey(trajectory, round, version),
          setting(
            { approvedAt: at, approvedBy: by, lastWrite: 'memo-approved' },
            'attribute_exists(pk) AND attribute_not_exists(#approvedAt)',
            {},
          ),
        ),
        putAudit(table, audit),
      ]),
    markMemoTold: ({ trajectory, round, version }, at) =>
      table.update({
        key: keys.memoKey(trajectory, round, version),
        ...setting(
          { toldAt: at, lastWrite: 'told' },
          'attribute_exists(pk) AND attribute_not_exists(#toldAt)',
          {},
        ),
      }),
  };
}
