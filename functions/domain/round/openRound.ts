import { bodiesOfStage } from '../plan/bodies.ts';
import type { Plan, PlanRound } from '../plan/schema.ts';
import type { Round } from './round.ts';
import { SCHEMA_VERSION } from './round.ts';

/**
 * The row of a new round: stages, bodies and rules frozen as the plan has them now. `at` is the moment it
 * opens, and at which its first stage is asked.
 */
export function newRound(
  plan: Plan,
  planRound: PlanRound,
  number: number,
  at: string,
  trajectory: string,
  revisionNote?: string,
): Round {
  return {
    kind: 'round',
    schemaVersion: SCHEMA_VERSION,
    trajectory,
    family: planRound.id,
    number,
    title: planRound.title,
    status: 'open',
    epoch: 1,
    startedEpoch: 0,
    faults: 0,
    stage: 0,
    stages: planRound.stages.map((stage) => {
      const bodies = bodiesOfStage(plan, stage);
      return {
        group: bodies[0]?.group ?? 'rac',
        role: stage.role,
        rule: stage.rule ?? 'unanimous',
        amendedCounts: stage.amendedCounts ?? false,
        ...(stage.silence && { silenceAfter: stage.silence.after }),
        ...(stage.milestone && { milestone: stage.milestone }),
        bodies: bodies.map((body) => body.id),
      };
    }),
    informs: planRound.informs,
    ...(planRound.proposal && { proposal: planRound.proposal }),
    askAt: at,
    openedAt: at,
    ...(revisionNote && { revisionNote }),
    mails: {},
    lastWrite: 'opened',
  };
}
