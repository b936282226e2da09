import type { Round } from '../round/round.ts';
import { SCHEMA_VERSION } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import type { MilestoneRow } from '../trajectory.ts';

/**
 * The milestones that a round's passed stages complete. A milestone counts as done when the last stage that
 * names it has passed; a later division does not undo it, the rework passes it again.
 */
export function completionsOwed(round: Round): MilestoneRow[] {
  return round.stages.flatMap((stage, index) => {
    const { milestone, passedOn, passedAt } = stage;
    if (!milestone || !passedOn || !passedAt || stage.verdict === 'divided') return [];
    const namedLater = round.stages.slice(index + 1).some((later) => later.milestone === milestone);
    if (namedLater) return [];
    return [
      {
        kind: 'milestone' as const,
        schemaVersion: SCHEMA_VERSION,
        trajectory: round.trajectory,
        id: milestone,
        status: 'completed' as const,
        completedOn: passedOn,
        completedAt: passedAt,
        round: formatRoundId(round),
        lastWrite: 'completed',
      },
    ];
  });
}
