import { SCHEMA_VERSION } from '../domain/round/round.ts';
import { parseRoundId } from '../domain/roundId.ts';
import type { Flag } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';

/** Raises a flag for every mail that failed, and resolves the flags whose cause is gone. */
export async function settleFlags(
  store: RecordStore,
  trajectory: string,
  mailFailures: readonly string[],
  at: string,
): Promise<void> {
  for (const reason of mailFailures) {
    await store.raiseFlag({
      kind: 'flag',
      schemaVersion: SCHEMA_VERSION,
      trajectory,
      flag: 'mail-failed',
      subject: reason.split(':')[0] ?? reason,
      reason,
      raisedAt: at,
    });
  }
  for (const flag of await store.openFlags(trajectory)) {
    if (await isGone(store, flag, mailFailures)) await store.resolveFlag(flag, at);
  }
}

async function isGone(store: RecordStore, flag: Flag, mailFailures: readonly string[]): Promise<boolean> {
  if (flag.flag === 'mail-failed')
    return !mailFailures.some((reason) => reason.startsWith(`${flag.subject}:`));
  const round = await store.round(flag.trajectory, parseRoundId(flag.subject.split(' ')[0] ?? ''));
  if (flag.flag === 'late-correction') return round?.revisedAt !== undefined;
  return round?.status !== 'open' || round.faults === 0;
}
