import type { Draft } from '../draft.ts';
import type { Finding } from '../planMistake.ts';
import { claimsPerRound, firstOfEachId, isOfRound, predecessorsOf } from './precedence.ts';

/**
 * A round runs from stage to stage without looking at the plan again. So whatever a later stage's milestone
 * waits for must be done when the round opens, or be completed by an earlier stage of the same round.
 */
export function lateWaits(draft: Draft): Finding[] {
  if (!draft.whole.milestones || !draft.whole.waits || !draft.whole.stages) return [];
  const milestones = firstOfEachId(draft);
  const before = predecessorsOf(draft);
  const claimsOfRounds = claimsPerRound(draft);
  const claimed = new Set([...claimsOfRounds.values()].flat().map((claim) => claim.milestone));
  const findings: Finding[] = [];
  for (const [round, claims] of claimsOfRounds) {
    const [first, ...later] = claims;
    // A round whose first stage has no milestone is reported for that; when it opens cannot be said.
    if (!first || first.milestone !== round.stages[0]?.milestone) continue;
    const inRound = new Set(claims.map((claim) => claim.milestone));
    const done = new Set<string>();
    const toVisit = [first.milestone];
    for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
      if (done.has(id)) continue;
      done.add(id);
      toVisit.push(...(before.get(id) ?? []).map((predecessor) => predecessor.id));
    }
    // With a misspelt name among what it waits for, anything may be meant.
    const certain = [...done].every((id) =>
      milestones.get(id)?.waitsFor.every(({ name }) => milestones.has(name)),
    );
    if (!certain) continue;
    for (const { milestone } of later) {
      for (const { name, path } of milestones.get(milestone)?.waitsFor ?? []) {
        const awaited = milestones.get(name);
        if (!awaited || inRound.has(name) || done.has(name)) continue;
        // A decision that no stage completes is reported as such; its place may well be in this round.
        if (isOfRound(awaited.kind) && !claimed.has(name)) continue;
        findings.push({
          path,
          problem: `Mijlpaal "${milestone}" wacht op "${name}", maar ronde "${round.id ?? ''}" die hem voltooit wacht daar niet op.`,
          remedy: `Geef "${milestone}" een eigen ronde, of laat "${first.milestone}" ook op "${name}" wachten.`,
        });
      }
    }
  }
  return findings;
}
