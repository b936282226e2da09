import { Refusal } from '../../domain/refusal.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { knownTrajectory } from '../lookUp.ts';
import type { RecordStore } from '../ports.ts';

/**
 * The trajectory whose ledger is meant: the one that is named, else the only one that runs on the real clock. Refuses
 * UNKNOWN_TRAJECTORY, and INVALID_INPUT where several run: money is not booked by a guess.
 */
export async function whichTrajectory(store: RecordStore, named: string | undefined): Promise<Trajectory> {
  if (named !== undefined) return knownTrajectory(store, named);
  const ids = [...(await store.activeTrajectories('real'))].sort();
  const [only, ...others] = ids;
  if (only === undefined)
    throw new Refusal(
      'UNKNOWN_TRAJECTORY',
      'Er loopt geen traject; geef met --trajectory op van welk traject dit het geld is.',
    );
  if (others.length > 0)
    throw new Refusal(
      'INVALID_INPUT',
      `Er lopen ${ids.length} trajecten (${someOf(ids)}); kies er een met --trajectory.`,
    );
  return knownTrajectory(store, only);
}

const MOST_NAMED = 10;

function someOf(ids: readonly string[]): string {
  return ids.length > MOST_NAMED ? `${ids.slice(0, MOST_NAMED).join(', ')}, …` : ids.join(', ');
}
