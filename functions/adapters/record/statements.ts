import { statementRowSchema } from '../../domain/ledger/statement/statementRow.ts';
import type { StatementStore } from '../../operations/ledger/statementPorts.ts';
import { put, putAudit, setting, transactUpdate } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import type { Table } from './table.ts';

/** Statements in the record's table, in the partition of their trajectory. */
export function createStatementStore(table: Table): StatementStore {
  return {
    statement: async (trajectory, quarter) =>
      parseOptionalRow(statementRowSchema, await table.get(keys.statementKey(trajectory, quarter))),
    lastStatements: async (trajectory, most) => {
      const rows = await table.queryLast(keys.trajectoryKey(trajectory).pk, keys.STATEMENTS, most);
      return rows.map((row) => parseRow(statementRowSchema, row));
    },
    writeStatement: (row, audit) => {
      const key = keys.statementKey(row.trajectory, row.quarter);
      const { version, digest, entries, madeAt, lastWrite } = row;
      const write =
        version === 1
          ? put(table, key, row)
          : transactUpdate(
              table,
              key,
              setting(
                { version, digest, entries, madeAt, lastWrite },
                '#version = :seen AND attribute_not_exists(#approvedAt)',
                { ':seen': version - 1 },
              ),
            );
      return table.transact([write, putAudit(table, audit)]);
    },
    approveStatement: ({ trajectory, quarter, version }, by, at, audit) =>
      table.transact([
        transactUpdate(
          table,
          keys.statementKey(trajectory, quarter),
          setting(
            { approvedAt: at, approvedBy: by, lastWrite: 'statement-approved' },
            '#version = :seen AND attribute_not_exists(#approvedAt)',
            { ':seen': version },
          ),
        ),
        putAudit(table, audit),
      ]),
    markStatementTold: ({ trajectory, quarter }, at) =>
      table.update({
        key: keys.statementKey(trajectory, quarter),
        ...setting(
          { toldAt: at, lastWrite: 'told' },
          'attribute_exists(pk) AND attribute_not_exists(#toldAt)',
          {},
        ),
      }),
  };
}
