import type { Day } from '../domain/calendar/days.ts';
import { isPlanningFlag } from '../domain/planning/flags/flagKinds.ts';
import { planningFlags } from '../domain/planning/flags/planningFlags.ts';
import type { WantedFlag } from '../domain/planning/flags/wantedFlag.ts';
import { SCHEMA_VERSION } from '../domain/round/round.ts';
import type { Flag } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';
import type { Timing } from './readTiming.ts';

export interface SettledFlags {
  readonly raised: number;
  readonly resolved: number;
}

/**
 * Raises every flag of the planning whose cause holds today, once; one that stands is said anew when its days have
 * moved, and resolved when its cause is gone.
 */
export async function settlePlanningFlags(
  store: RecordStore,
  trajectory: string,
  timing: Timing,
  today: Day,
  at: string,
): Promise<SettledFlags> {
  const wanted = planningFlags({ ...timing, today });
  const standing = (await store.openFlags(trajectory)).filter(({ flag }) => isPlanningFlag(flag));
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

function flagOf(trajectory: string, wanted: WantedFlag, raisedAt: string): Flag {
  const { flag, subject, body, date, reason, todo } = wanted;
  return {
    kind: 'flag',
    schemaVersion: SCHEMA_VERSION,
    trajectory,
    flag,
    subject,
    ...(body && { body }),
    date,
    reason,
    todo,
    raisedAt,
  };
}
