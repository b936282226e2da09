import type { Plan } from '../../plan/schema.ts';
import type { TrajectoryState } from '../../planning/state.ts';
import { answeredBodies } from './answeredBodies.ts';
import { milestonesStay } from './milestonesStay.ts';
import { participantsStay } from './participantsStay.ts';
import { stagesStay } from './stagesStay.ts';

/** What a re-planning is judged by: both plans, and every milestone, round and request there is. */
export interface ReplanInputs {
  readonly previous: Plan;
  readonly plan: Plan;
  readonly state: TrajectoryState;
}

const RULES: readonly ((inputs: ReplanInputs) => string[])[] = [
  sameTrajectory,
  milestonesStay,
  stagesStay,
  answeredBodies,
  participantsStay,
];

/** Everything for which a new plan is refused, each a Dutch sentence with what to do; nothing when it may be applied. */
export function wouldUndo(inputs: ReplanInputs): string[] {
  return RULES.flatMap((rule) => rule(inputs));
}

function sameTrajectory({ previous, plan }: ReplanInputs): string[] {
  if (plan.id === previous.id) return [];
  return [
    `Dit plan is van traject "${plan.id}" en niet van "${previous.id}"; geef het plan van dit traject op, of start het andere met "start".`,
  ];
}
