import type { Draft, DraftMilestone, DraftRound } from '../draft.ts';
import type { PlanPath } from '../planMistake.ts';

/** One milestone comes after another: because it waits for it, or because its stage follows in the same round. */
export interface Predecessor {
  readonly id: string;
  readonly because: 'waitsFor' | 'stage';
  readonly path: PlanPath;
}

/** Per milestone what comes directly before it; unknown milestones are left out, duplicate ids count once. */
export function predecessorsOf(draft: Draft): ReadonlyMap<string, readonly Predecessor[]> {
  const known = firstOfEachId(draft);
  const before = new Map<string, Predecessor[]>();
  for (const { id, waitsFor } of known.values()) {
    const names = new Map(waitsFor.map((mention) => [mention.name, mention.path]));
    before.set(
      id,
      [...names]
        .filter(([name]) => known.has(name))
        .map(([name, path]) => ({ id: name, because: 'waitsFor', path })),
    );
  }
  for (const claims of claimsPerRound(draft).values()) {
    for (const [place, claim] of claims.entries()) {
      const earlier = claims[place - 1];
      const predecessors = before.get(claim.milestone);
      if (!earlier || !predecessors || !known.has(earlier.milestone)) continue;
      if (predecessors.some(({ id }) => id === earlier.milestone)) continue;
      predecessors.push({ id: earlier.milestone, because: 'stage', path: claim.path });
    }
  }
  return before;
}

/** The milestones by id, in the plan's order; of those with the same id the first. */
export function firstOfEachId(draft: Draft): ReadonlyMap<string, DraftMilestone> {
  const byId = new Map<string, DraftMilestone>();
  for (const milestone of draft.milestones) if (!byId.has(milestone.id)) byId.set(milestone.id, milestone);
  return byId;
}

/** Is it a kind that a stage of a round completes, rather than the organisation? */
export function isOfRound(kind: DraftMilestone['kind']): boolean {
  return kind === 'decision' || kind === 'note';
}

/** A stage that completes a milestone. */
export interface Claim {
  readonly milestone: string;
  readonly round: DraftRound;
  readonly path: PlanPath;
}

/** The milestones of each round in the order of its stages; a milestone belongs to the first that claims it. */
export function claimsPerRound(draft: Draft): ReadonlyMap<DraftRound, readonly Claim[]> {
  const taken = new Set<string>();
  return new Map(
    draft.rounds.map((round) => [
      round,
      round.stages.flatMap(({ milestone, path }): Claim[] => {
        if (milestone === undefined || taken.has(milestone)) return [];
        taken.add(milestone);
        return [{ milestone, round, path: [...path, 'milestone'] }];
      }),
    ]),
  );
}
