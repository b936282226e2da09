import { isBudgetFlag } from '../domain/ledger/flags/flagKinds.ts';
import { isPlanningFlag } from '../domain/planning/flags/flagKinds.ts';
import { SCHEMA_VERSION } from '../domain/round/round.ts';
import { parseRoundId } from '../domain/roundId.ts';
import type { Flag } from '../domain/trajectory.ts';
import { failedWatchFlag, type WatchFailure } from './failedWatch.ts';
import type { RecordStore } from './ports.ts';
import { raiseFlag } from './raiseFlag.ts';

/**
 * Raises a flag for every mail that failed and everything that could not be watched, and resolves the flags whose
 * cause is gone. What was not watched keeps the flags it has: nobody looked.
 */
export async function settleFlags(
  store: RecordStore,
  trajectory: string,
  mailFailures: readonly string[],
  at: string,
  unwatched: readonly WatchFailure[] = [],
): Promise<void> {
  for (const reason of mailFailures) {
    await raiseFlag(store, {
      kind: 'flag',
      schemaVersion: SCHEMA_VERSION,
      trajectory,
      flag: 'mail-failed',
      subject: reason.split(':')[0] ?? reason,
      reason,
      raisedAt: at,
    });
  }
  for (const failure of unwatched) {
    await raiseFlag(store, failedWatchFlag(trajectory, failure, at));
  }
  for (const flag of await store.openFlags(trajectory)) {
    if (unwatched.some(({ subject }) => subject === flag.subject.split(' ')[0])) continue;
    if (await isGone(store, flag, mailFailures)) await store.resolveFlag(flag, at);
  }
}

async function isGone(store: RecordStore, flag: Flag, mailFailures: readonly string[]): Promise<boolean> {
  // Those of the planning, of the money and of addresses have a settling of their own.
  if (isPlanningFlag(flag.flag) || isBudgetFlag(flag.flag) || flag.flag === 'mail-bounced') return false;
  if (flag.flag === 'watch-failed') return true;
  if (flag.flag === 'mail-failed')
    return !mailFailures.some((reason) => reason.startsWith(`${flag.subject}:`));
  const round = await store.round(flag.trajectory, parseRoundId(flag.subject.split(' ')[0] ?? ''));
  if (flag.flag === 'late-correction') return round?.revisedAt !== undefined;
  return round?.status !== 'open' || round.faults === 0;
}
