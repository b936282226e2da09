import type { Viewer } from '../domain/access/viewer.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { Unavailable } from '../domain/unavailable.ts';
import { knownTrajectory } from '../operations/lookUp.ts';
import type { RecordStore } from '../operations/ports.ts';
import { readStatus, type StatusSources } from '../operations/readStatus.ts';
import type { TrajectoryStatus } from '../operations/statusViews.ts';

/** More than these would make the page too long to read and too slow to draw; the others are links. */
const MOST_IN_FULL = 5;

export type TrajectoryLink = Pick<Trajectory, 'id' | 'title'>;

export interface Overview {
  readonly inFull: readonly TrajectoryStatus[];
  readonly others: readonly TrajectoryLink[];
  readonly simulated: readonly TrajectoryLink[];
  /** Ids of those of which a row cannot be read; they do not take the others' page away. */
  readonly unreadable: readonly string[];
}

/** Of the trajectories that the reader may see, what that reader may see of them. `tell` hears why one cannot be read. */
export async function readOverview(
  sources: StatusSources,
  viewer: Viewer,
  maySee: (id: string) => boolean,
  tell: (id: string, error: unknown) => void,
): Promise<Overview> {
  const { store } = sources;
  const unreadable: string[] = [];
  const seen = async (clock: Trajectory['clock']) => (await store.allTrajectories(clock)).filter(maySee);
  const [real, virtual] = await Promise.all([seen('real'), seen('virtual')]);
  const setAside = (id: string, error: unknown) => {
    tell(id, error);
    unreadable.push(id);
  };
  const [inFull, others, simulated] = await Promise.all([
    readEach(real.slice(0, MOST_IN_FULL), (id) => readStatus(sources, id, viewer), setAside),
    readEach(real.slice(MOST_IN_FULL), (id) => linkTo(store, id), setAside),
    readEach(virtual, (id) => linkTo(store, id), setAside),
  ]);
  return { inFull, others, simulated, unreadable: unreadable.sort() };
}

/** What can be read of these trajectories; `unreadable` hears of the others, which do not take the page away. */
export async function readEach<T>(
  ids: readonly string[],
  read: (id: string) => Promise<T>,
  unreadable: (id: string, error: unknown) => void,
): Promise<T[]> {
  const found = await Promise.all(
    ids.map(async (id): Promise<T[]> => {
      try {
        return [await read(id)];
      } catch (error) {
        // The index lags behind the table: what it still names may be gone.
        if (isUnknownTrajectory(error)) return [];
        if (error instanceof Unavailable) throw error;
        unreadable(id, error);
        return [];
      }
    }),
  );
  return found.flat();
}

export function isUnknownTrajectory(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'UNKNOWN_TRAJECTORY';
}

async function linkTo(store: RecordStore, id: string): Promise<TrajectoryLink> {
  const { title } = await knownTrajectory(store, id);
  return { id, title };
}
