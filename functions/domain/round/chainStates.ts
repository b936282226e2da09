import type { Role } from '../decision/outcomes.ts';
import type { BodyGroup } from '../plan/bodies.ts';

/**
 * The states of the approval chain, by the names an administrator reads in the console. The weighing function
 * names the next one, the state machine jumps to it: one table for both.
 */
export const ASKING_STATE: Readonly<Record<BodyGroup, Readonly<Record<Role, string>>>> = {
  colleges: { decide: 'CollegesDecide', advise: 'CollegesAdvise', note: 'CollegesTakeNote' },
  rac: { decide: 'RacDecides', advise: 'RacAdvises', note: 'RacTakesNote' },
  councils: { decide: 'CouncilsDecide', advise: 'CouncilsAdvise', note: 'CouncilsTakeNote' },
};

/** How an execution can end. `Superseded`: a newer execution works on the round. */
export const ENDINGS = ['RoundConcluded', 'HandedBackForRevision', 'Withdrawn', 'Superseded'] as const;
export type Ending = (typeof ENDINGS)[number];
