import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import { memoDigest } from '../../domain/memo/memo.ts';
import type { MemoRow } from '../../domain/memo/memoRow.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { MemoStore } from './ports.ts';
import { type MemoSources, readMemo } from './readMemo.ts';

export type MemoDependencies = MemoSources & { readonly memos: MemoStore };

/**
 * Makes the memo of a round as its data are now: a version of its own when it says something else than the last one;
 * otherwise that one. Refuses UNKNOWN_TRAJECTORY, UNKNOWN_ROUND and ROUND_NOT_OPEN_YET.
 */
export async function makeMemo(
  deps: MemoDependencies,
  trajectory: string,
  round: string,
  at: string,
  by: RecordedBy,
): Promise<{ readonly row: MemoRow; readonly changed: boolean }> {
  const memo = await readMemo(deps, trajectory, round);
  const before = await deps.memos.lastMemo(trajectory, round);
  const digest = memoDigest(memo);
  if (before?.digest === digest) return { row: before, changed: false };
  const version = (before?.version ?? 0) + 1;
  const row: MemoRow = {
    kind: 'memo',
    schemaVersion: SCHEMA_VERSION,
    ...{ trajectory, round, version, digest, memo },
    madeAt: at,
    madeBy: by.by,
    mails: {},
    lastWrite: 'memo-made',
  };
  const details = { version, digest };
  const audit = auditEntry({ trajectory, at, what: 'memo-made', subject: round, ...by, details });
  if (await deps.memos.putMemo(row, audit)) return { row, changed: true };
  // Another made this version at the same moment.
  return makeMemo(deps, trajectory, round, at, by);
}
