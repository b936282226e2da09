import { ASKING_STATE } from './chainStates.ts';
import type { FrozenStage, RoundStatus } from './round.ts';

interface Standing {
  readonly status: RoundStatus;
  /** Index of the stage that is being asked. */
  readonly stage: number;
  readonly stages: readonly Pick<FrozenStage, 'group' | 'role'>[];
}

const ENDED = {
  concluded: 'RoundConcluded',
  'handed-over': 'HandedBackForRevision',
  withdrawn: 'Withdrawn',
} as const;

/**
 * The state of the chain in which a round stands, by what the record says: the state that asks the bodies of its
 * stage, or the ending it came to. Where it is only for a moment (weighing) is not told apart.
 */
export function whereItStands({ status, stage, stages }: Standing): string | undefined {
  if (status !== 'open') return ENDED[status];
  const asked = stages[stage];
  return asked && ASKING_STATE[asked.group][asked.role];
}
