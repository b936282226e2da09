import type { Flag } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

export type FlagView = Omit<Flag, 'kind' | 'schemaVersion' | 'openIn'>;

/** The flags that stand (or all there ever were), of one trajectory or of all real ones, the earliest day first. */
export async function listFlags(
  store: RecordStore,
  trajectory: string | undefined,
  resolvedToo: boolean,
): Promise<FlagView[]> {
  const ids =
    trajectory === undefined
      ? await (resolvedToo ? store.allTrajectories('real') : store.activeTrajectories('real'))
      : [(await knownTrajectory(store, trajectory)).id];
  const found = await Promise.all(ids.map((id) => (resolvedToo ? store.flags(id) : store.openFlags(id))));
  return found
    .flat()
    .map(({ kind: _kind, schemaVersion: _version, openIn: _openIn, ...flag }) => flag)
    .sort((a, b) => ((a.date ?? a.raisedAt) < (b.date ?? b.raisedAt) ? -1 : 1));
}
