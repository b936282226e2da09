import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import type { AuditEntry } from '../../domain/trajectory.ts';
import type { RecordStore } from '../ports.ts';
import type { LedgerReading } from './ports.ts';

/** Statements that are looked at by themselves; one that waits longer is shown and approved all the same. */
export const LAST_QUARTERS = 4;

/** The quarterly statements of trajectories; `false` says that a condition did not hold and nothing was written. */
export interface StatementStore {
  statement(trajectory: string, quarter: string): Promise<StatementRow | undefined>;
  /** The last quarters, the last first. */
  lastStatements(trajectory: string, most: number): Promise<StatementRow[]>;
  /** The first of a quarter (`version` 1), or in place of the version before it, while that is not approved. */
  writeStatement(row: StatementRow, audit: AuditEntry): Promise<boolean>;
  /** Only this version, and only once. */
  approveStatement(row: StatementRow, by: string, at: string, audit: AuditEntry): Promise<boolean>;
  /** Every college has it. */
  markStatementTold(row: StatementRow, at: string): Promise<boolean>;
}

/** What a statement is read and approved with: nothing is booked. */
export interface StatementSources {
  readonly store: RecordStore;
  readonly ledger: Pick<LedgerReading, 'entries'>;
  readonly statements: StatementStore;
}
