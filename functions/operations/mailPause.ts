import { auditEntry } from '../domain/audit.ts';
import type { RecordedBy } from '../domain/decision/answer.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

/**
 * Stops the mails of a trajectory, or lets them go. While paused nothing is claimed; what is owed stays owed by
 * its rows, so nothing is lost. A mail that was claimed before the pause may still leave. Refuses
 * UNKNOWN_TRAJECTORY.
 */
export async function pauseMails(
  store: RecordStore,
  trajectory: string,
  pause: boolean,
  at: string,
  recordedBy: RecordedBy,
): Promise<{ changed: boolean }> {
  await knownTrajectory(store, trajectory);
  const entry = auditEntry({
    trajectory,
    at,
    what: pause ? 'mails-paused' : 'mails-resumed',
    subject: trajectory,
    ...recordedBy,
    details: {},
  });
  return { changed: await store.writeMailPause(trajectory, pause ? at : undefined, entry) };
}
