import type { Plan } from '../plan/schema.ts';
import type { Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import type { MilestoneRow } from '../trajectory.ts';

export interface HiddenMilestones {
  /** Completed by a stage of which it must not be seen that it passed. */
  readonly completed: ReadonlySet<string>;
  /** Waits for one of those, or for one that does. */
  readonly later: ReadonlySet<string>;
}

/** `stageOf`: rounds, and the stage from which on they must look as if not weighed. */
export function hiddenMilestones(
  plan: Plan,
  rounds: readonly Round[],
  stageOf: ReadonlyMap<string, number>,
): HiddenMilestones {
  const completed = new Set(
    rounds.flatMap((round) => {
      const from = stageOf.get(formatRoundId(round));
      if (from === undefined) return [];
      return round.stages.slice(from).flatMap(({ milestone }) => milestone ?? []);
    }),
  );
  const later = new Set<string>();
  for (let grown = -1; grown < later.size; ) {
    grown = later.size;
    for (const { id, waitsFor } of plan.milestones) {
      const waits = waitsFor.some((other) => completed.has(other) || later.has(other));
      if (waits && !completed.has(id)) later.add(id);
    }
  }
  return { completed, later };
}

/** One that was open before it was completed is open still; the others wait. */
export function milestonesAsSeen(
  rows: readonly MilestoneRow[],
  { completed, later }: HiddenMilestones,
): MilestoneRow[] {
  return rows.flatMap((row) => {
    if (later.has(row.id)) return [];
    if (!completed.has(row.id) || row.status !== 'completed') return [row];
    if (row.openedAt === undefined) return [];
    const { completedOn: _on, completedAt: _at, round: _round, ...open } = row;
    return [{ ...open, status: 'open' as const }];
  });
}
