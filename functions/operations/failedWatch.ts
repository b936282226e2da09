import { Refusal } from '../domain/refusal.ts';
import { SCHEMA_VERSION } from '../domain/round/round.ts';
import type { Flag } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';
import { raiseFlag } from './raiseFlag.ts';

/** A part of a trajectory that could not be watched: a round by its id, or the trajectory itself by its own. */
export interface WatchFailure {
  readonly subject: string;
  readonly error: unknown;
}

/** What went wrong is in the watch's output, for the administrator; a flag is read by everybody. */
export function failedWatchFlag(trajectory: string, { subject, error }: WatchFailure, at: string): Flag {
  const what = subject === trajectory ? `Traject ${subject}` : `Ronde ${subject}`;
  return {
    kind: 'flag',
    schemaVersion: SCHEMA_VERSION,
    trajectory,
    flag: 'watch-failed',
    subject,
    reason: `${what} kon niet worden nagelopen (${error instanceof Error ? error.name : 'onbekende fout'}); het wordt elke ochtend opnieuw geprobeerd. Waarschuw de beheerder: de oorzaak staat in de uitvoer van de dagelijkse ronde in de console.`,
    raisedAt: at,
  };
}

/** Raises the flag of a trajectory of which nothing could be watched; one that does not exist has nothing to see. */
export async function flagFailedTrajectory(
  store: RecordStore,
  trajectory: string,
  error: unknown,
  at: string,
): Promise<void> {
  if (error instanceof Refusal && error.code === 'UNKNOWN_TRAJECTORY') return;
  try {
    await raiseFlag(store, failedWatchFlag(trajectory, { subject: trajectory, error }, at));
  } catch {
    // The table is away: the failure itself is what is told.
  }
}
