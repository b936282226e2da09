import type { AuditEntry, Flag } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';

/**
 * Raises a flag, or lets the one that stands say what is true now. Nothing is written, no audit entry either, when
 * it says so already; false then.
 */
export async function raiseFlag(store: RecordStore, flag: Flag, audit?: AuditEntry): Promise<boolean> {
  return (
    (await store.raiseFlag(flag, audit)) ||
    (await store.rewordFlag(flag, audit)) ||
    // It stood at first and was resolved in between.
    (await store.raiseFlag(flag, audit))
  );
}
