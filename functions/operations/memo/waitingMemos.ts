import type { MemoRow } from '../../domain/memo/memoRow.ts';
import type { MemoStore } from './ports.ts';

/** Of a trajectory, when its project lead looks at what waits. */
const LAST_MEMOS = 20;

/** The newest version of each round, where that waits to be approved. */
export async function waitingMemos(memos: Pick<MemoStore, 'memos'>, trajectory: string): Promise<MemoRow[]> {
  const newest = new Map<string, MemoRow>();
  for (const row of await memos.memos(trajectory, LAST_MEMOS))
    if (row.version > (newest.get(row.round)?.version ?? 0)) newest.set(row.round, row);
  return [...newest.values()].filter(({ approvedAt }) => !approvedAt);
}
