import type { FrozenStage, Round } from '../round/round.ts';

/** A round as it was before this stage was weighed; one that was withdrawn is withdrawn all the same. */
export function unweighed(round: Round, stage: number | undefined): Round {
  if (stage === undefined) return round;
  const { verdict: _verdict, closedAt, revisedAt: _revised, ...before } = round;
  const isWithdrawn = round.status === 'withdrawn';
  return {
    ...before,
    status: isWithdrawn ? 'withdrawn' : 'open',
    ...(isWithdrawn && closedAt && { closedAt }),
    stage: Math.min(round.stage, stage),
    stages: round.stages.map((each, index) => (index < stage ? each : withoutVerdict(each))),
    mails: {},
  };
}

function withoutVerdict({ verdict: _v, passedOn: _on, passedAt: _at, ...stage }: FrozenStage): FrozenStage {
  return stage;
}
