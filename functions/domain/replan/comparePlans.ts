import type { Day } from '../calendar/days.ts';
import { catalogueOf } from '../mails/catalogue/catalogueOf.ts';
import type { Calendars } from '../meetings/calendar.ts';
import type { Plan } from '../plan/schema.ts';
import { planningFlags } from '../planning/flags/planningFlags.ts';
import type { WantedFlag } from '../planning/flags/wantedFlag.ts';
import { planningOf } from '../planning/planningOf.ts';
import type { TrajectoryState } from '../planning/state.ts';
import type { Move, PlanChanges } from './changes.ts';
import { type Concerned, concernedBy } from './concerned.ts';
import { droppedRounds, partnerChanges } from './droppedRounds.ts';
import { moves, type Planned } from './moves.ts';

/** What a new plan would do to a trajectory as it stands. */
export interface PlanComparison extends PlanChanges {
  readonly moves: Move[];
  /** What cannot be done in time under the new plan, and could under the old one. */
  readonly impossible: readonly WantedFlag[];
  readonly concerned: readonly Concerned[];
}

/**
 * Compares two plans of one trajectory on a day: what moves, what is added and dropped, what becomes impossible, and
 * whom it concerns. `state` holds every round with its requests; `reason` is a sentence, and said with each moved day.
 */
export function comparePlans(
  previous: Plan,
  plan: Plan,
  state: TrajectoryState,
  calendars: Calendars,
  today: Day,
  reason: string,
): PlanComparison {
  const before: Planned = { plan: previous, planning: planningOf(previous, calendars, state, today) };
  const after: Planned = { plan, planning: planningOf(plan, calendars, state, today) };
  const notIn = (other: Plan) => (id: string) => !other.milestones.some((milestone) => milestone.id === id);
  const changes = {
    moves: moves(before, after, state, calendars, reason),
    added: plan.milestones.map(({ id }) => id).filter(notIn(previous)),
    removed: previous.milestones.map(({ id }) => id).filter(notIn(plan)),
    rounds: droppedRounds(previous, plan, state),
    partners: partnerChanges(previous, plan, state),
  };
  const flags = (planned: Planned) =>
    planningFlags({ ...planned, calendars, state, today }).filter(
      ({ flag }) => flag === 'no-meeting-left' || flag === 'at-risk',
    );
  const had = new Set(flags(before).map(({ flag, subject }) => `${flag} ${subject}`));
  return {
    ...changes,
    impossible: flags(after).filter(({ flag, subject }) => !had.has(`${flag} ${subject}`)),
    concerned: concernedBy(catalogueOf('nl'), changes, plan, previous),
  };
}
