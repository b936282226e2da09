import type { MemoRow } from '../../domain/memo/memoRow.ts';
import type { AuditEntry } from '../../domain/trajectory.ts';

/** The memos of rounds, each version a row; `false` says that a condition did not hold and nothing was written. */
export interface MemoStore {
  /** The last version of a round's memo. */
  lastMemo(trajectory: string, round: string): Promise<MemoRow | undefined>;
  /** All versions of a trajectory, the last ones first, at most so many. */
  memos(trajectory: string, most: number): Promise<MemoRow[]>;
  /** Only where this version is not there. */
  putMemo(row: MemoRow, audit: AuditEntry): Promise<boolean>;
  /** Only once. */
  approveMemo(row: MemoRow, by: string, at: string, audit: AuditEntry): Promise<boolean>;
  markMemoTold(row: MemoRow, at: string): Promise<boolean>;
}

/** A version as PDF: of the same version always the same bytes. */
export type DrawMemoPdf = (row: MemoRow) => Promise<Uint8Array>;
