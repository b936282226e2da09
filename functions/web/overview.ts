import { Refusal } from '../domain/refusal.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore } from '../operations/ports.ts';
import { readStatus } from '../operations/readStatus.ts';
import type { TrajectoryStatus } from '../operations/statusViews.ts';

/** More than these would make the page too long to read and too slow to draw; the others are links. */
const MOST_IN_FULL = 5;

export type TrajectoryLink = Pick<Trajectory, 'id' | 'title'>;

export interface Overview {
  readonly inFull: readonly TrajectoryStatus[];
  readonly others: readonly TrajectoryLink[];
  readonly simulated: readonly TrajectoryLink[];
}

export async function readOverview(store: RecordStore): Promise<Overview> {
  const [real, virtual] = await Promise.all([
    store.activeTrajectories('real'),
    store.activeTrajectories('virtual'),
  ]);
  const [inFull, others, simulated] = await Promise.all([
    Promise.all(real.slice(0, MOST_IN_FULL).map((id) => statusIfThere(store, id))),
    linksTo(store, real.slice(MOST_IN_FULL)),
    linksTo(store, virtual),
  ]);
  return { inFull: inFull.flatMap((status) => status ?? []), others, simulated };
}

export function isUnknownTrajectory(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'UNKNOWN_TRAJECTORY';
}

/** The index lags behind the table: what it still names may be gone. */
async function statusIfThere(store: RecordStore, id: string): Promise<TrajectoryStatus | undefined> {
  try {
    return await readStatus(store, id);
  } catch (error) {
    if (isUnknownTrajectory(error)) return undefined;
    throw error;
  }
}

async function linksTo(store: RecordStore, ids: readonly string[]): Promise<TrajectoryLink[]> {
  const found = await Promise.all(ids.map((id) => store.trajectory(id)));
  return found.flatMap((trajectory) => (trajectory ? [{ id: trajectory.id, title: trajectory.title }] : []));
}
