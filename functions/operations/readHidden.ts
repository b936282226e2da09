import type { Viewer } from '../domain/access/viewer.ts';
import type { Day } from '../domain/calendar/days.ts';
import { asSeenBy } from '../domain/seen/asSeenBy.ts';
import { type Hidden, NOTHING_HIDDEN } from '../domain/seen/hidden.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';

export type SeenStore = Pick<RecordStore, 'plan' | 'milestones' | 'rounds' | 'requests'>;

/** What this viewer must not be told of in a trajectory; nothing is read for who sees everything. */
export async function readHidden(
  store: SeenStore,
  trajectory: Trajectory,
  viewer: Viewer,
  today: Day,
): Promise<Hidden> {
  if (viewer === 'everything') return NOTHING_HIDDEN;
  const { id } = trajectory;
  const [plan, milestones, rounds, requests] = await Promise.all([
    store.plan(trajectory),
    store.milestones(id),
    store.rounds(id),
    store.requests(id),
  ]);
  return asSeenBy(viewer, plan, { milestones, rounds, requests }, today).hidden;
}
