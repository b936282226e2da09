import { auditEntry } from '../domain/audit.ts';
import type { RecordedBy } from '../domain/decision/answer.ts';
import { Refusal } from '../domain/refusal.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

/**
 * Lets anybody read the public timeline of a trajectory, or nobody any more (caches keep it for five minutes). Off until
 * somebody says so. Refuses UNKNOWN_TRAJECTORY, and LOCAL_ONLY for a simulation: what is played was not decided.
 */
export async function publishTrajectory(
  store: RecordStore,
  id: string,
  publish: boolean,
  at: string,
  recordedBy: RecordedBy,
): Promise<{ changed: boolean }> {
  const trajectory = await knownTrajectory(store, id);
  if (trajectory.clock === 'virtual')
    throw new Refusal(
      'LOCAL_ONLY',
      `Traject ${id} is een simulatie en wordt niet openbaar; kies een echt traject.`,
    );
  const entry = auditEntry({
    trajectory: id,
    at,
    what: publish ? 'published' : 'unpublished',
    subject: id,
    ...recordedBy,
    details: {},
  });
  return { changed: await store.writePublication(id, publish ? at : undefined, entry) };
}
