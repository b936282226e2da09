import { bodiesOf } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { Calendars, Recess } from './calendar.ts';

/** When a council does not meet, as its own clerk published it. */
export interface CouncilRecesses {
  readonly body: string;
  readonly name: string;
  readonly recesses: readonly Recess[];
}

/** Of the councils in the plan's order; a council whose calendar nobody has imported is left out. */
export function councilRecesses(plan: Plan, calendars: Calendars): CouncilRecesses[] {
  return bodiesOf(plan)
    .filter(({ group }) => group === 'councils')
    .flatMap(({ id: body, name }) => {
      const recesses = calendars.get(body)?.recesses ?? [];
      return recesses.length > 0 ? [{ body, name, recesses }] : [];
    });
}
