import { SCHEMA_VERSION } from '../domain/round/round.ts';
import type { Flag } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';

/** A flag whose cause holds today, as rules say it. */
export type Wanted = Pick<Flag, 'flag' | 'subject' | 'body' | 'date' | 'amount' | 'reason' | 'todo'>;

export interface SettledFlags {
  readonly raised: number;
  readonly resolved: number;
}

/**
 * Raises every flag whose cause holds today, once; one that stands is said anew when its days or amounts have moved, and
 * resolved when its cause is gone. Only of the flags that are `ours`: nobody looked for the causes of others.
 */
export async function settleWantedFlags(
  store: RecordStore,
  trajectory: string,
  wanted: readonly Wanted[],
  ours: (flag: Flag) => boolean,
  at: string,
): Promise<SettledFlags> {
  const standing = (await store.openFlags(trajectory)).filter(ours);
  const isSame = (a: { flag: string; subject: string }, b: { flag: string; subject: string }) =>
    a.flag === b.flag && a.subject === b.subject;
  let raised = 0;
  let resolved = 0;
  for (const each of wanted) {
    const stands = standing.find((flag) => isSame(flag, each));
    if (!stands) {
      if (await store.raiseFlag(flagOf(trajectory, each, at))) raised++;
    } else if (stands.reason !== each.reason || stands.todo !== each.todo || stands.date !== each.date) {
      await store.rewordFlag(flagOf(trajectory, each, stands.raisedAt));
    }
  }
  for (const flag of standing) {
    if (wanted.some((each) => isSame(flag, each))) continue;
    if (await store.resolveFlag(flag, at)) resolved++;
  }
  return { raised, resolved };
}

function flagOf(trajectory: string, wanted: Wanted, raisedAt: string): Flag {
  const { flag, subject, body, date, amount, reason, todo } = wanted;
  return {
    kind: 'flag',
    schemaVersion: SCHEMA_VERSION,
    trajectory,
    flag,
    subject,
    ...(body && { body }),
    ...(date && { date }),
    ...(amount !== undefined && { amount }),
    reason,
    ...(todo && { todo }),
    raisedAt,
  };
}
