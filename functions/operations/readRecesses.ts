import type { Recess } from '../domain/meetings/calendar.ts';
import { bodiesOf } from '../domain/plan/bodies.ts';
import { scopeOf } from '../domain/reference.ts';
import { knownTrajectory } from './lookUp.ts';
import type { StatusSources } from './readStatus.ts';

/** When a council does not meet, as its own clerk published it. */
export interface CouncilRecesses {
  readonly body: string;
  readonly name: string;
  readonly recesses: readonly Recess[];
}

/**
 * The recesses of the councils of a trajectory, in the plan's order; a council whose calendar nobody has imported is
 * left out. Refuses UNKNOWN_TRAJECTORY.
 */
export async function readRecesses(
  { store, reference }: Pick<StatusSources, 'store' | 'reference'>,
  id: string,
): Promise<CouncilRecesses[]> {
  const trajectory = await knownTrajectory(store, id);
  const [plan, { calendars }] = await Promise.all([
    store.plan(trajectory),
    reference.calendars(scopeOf(trajectory)),
  ]);
  return bodiesOf(plan)
    .filter(({ group }) => group === 'councils')
    .flatMap(({ id: body, name }) => {
      const recesses = calendars.get(body)?.recesses ?? [];
      return recesses.length > 0 ? [{ body, name, recesses }] : [];
    });
}
