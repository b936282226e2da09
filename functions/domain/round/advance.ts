import type { FrozenStage, Round } from './round.ts';
import { verdictOfRound, type Weighing } from './weigh.ts';

/** What changes on the round's row when its current stage has been weighed. */
export interface Advance {
  readonly status: Round['status'];
  readonly stage: number;
  readonly stages: readonly FrozenStage[];
  readonly askAt: string;
  readonly verdict?: Round['verdict'];
  readonly closedAt?: string;
  readonly lastWrite: 'stage-passed' | 'concluded' | 'handed-over';
}

/** Moves a round past its current stage; `weighing` must not be waiting. */
export function advance(round: Round, weighing: Exclude<Weighing, { kind: 'waiting' }>): Advance {
  const stages = round.stages.map((stage, index) =>
    index === round.stage
      ? { ...stage, verdict: weighing.verdict, passedOn: weighing.on, passedAt: weighing.at }
      : stage,
  );
  const closed = { stage: round.stage, stages, askAt: round.askAt, closedAt: weighing.at };
  if (weighing.kind === 'divided') {
    return { ...closed, status: 'handed-over', verdict: 'divided', lastWrite: 'handed-over' };
  }
  if (round.stage === round.stages.length - 1) {
    return { ...closed, status: 'concluded', verdict: verdictOfRound(round.stages), lastWrite: 'concluded' };
  }
  // A body may have answered before it was asked: what follows is never asked before the round was.
  const askAt = weighing.at > round.askAt ? weighing.at : round.askAt;
  return { status: 'open', stage: round.stage + 1, stages, askAt, lastWrite: 'stage-passed' };
}
