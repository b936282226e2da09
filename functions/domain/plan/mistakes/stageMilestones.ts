import type { Draft } from '../draft.ts';
import type { Finding } from '../planMistake.ts';
import { firstOfEachId, isOfRound } from './precedence.ts';

/**
 * Rounds and milestones fit together: a round's first stage has the milestone that opens it, a stage completes a
 * milestone of kind decision or note, and each of those is completed by exactly one stage.
 */
export function stageMilestones(draft: Draft): Finding[] {
  const milestones = firstOfEachId(draft);
  const claimedBy = new Map<string, string>();
  const findings: Finding[] = [];
  for (const round of draft.rounds) {
    for (const [place, stage] of round.stages.entries()) {
      const path = [...stage.path, 'milestone'];
      const { milestone: id } = stage;
      if (id === undefined) {
        if (place > 0 || stage.has.has('milestone')) continue;
        findings.push({
          path: stage.path,
          problem: `De eerste stap van ronde "${round.id ?? ''}" heeft geen mijlpaal; die opent de ronde.`,
          remedy: 'Zet bij de eerste stap "milestone" met de mijlpaal die hij voltooit.',
        });
        continue;
      }
      const milestone = milestones.get(id);
      const earlier = claimedBy.get(id);
      if (earlier !== undefined) {
        findings.push({
          path,
          problem: `Mijlpaal "${id}" wordt al voltooid door een stap van ronde "${earlier}".`,
          remedy: 'Laat één stap hem voltooien; geef de andere een eigen mijlpaal of geen.',
        });
        continue;
      }
      claimedBy.set(id, round.id ?? '');
      if (!milestone && draft.whole.milestones) {
        findings.push({
          path,
          problem: `Deze stap voltooit "${id}", maar die mijlpaal is er niet.`,
          remedy: `Verbeter de naam of voeg mijlpaal "${id}" toe.`,
        });
      } else if (milestone?.kind && !isOfRound(milestone.kind)) {
        findings.push({
          path,
          problem: `Mijlpaal "${id}" is van soort ${milestone.kind}; een besluitronde voltooit alleen decision of note.`,
          remedy: 'Geef de mijlpaal "kind: decision" of "kind: note", of haal hem weg bij deze stap.',
        });
      }
    }
  }
  if (!draft.whole.stages) return findings;
  const unclaimed = [...milestones.values()]
    .filter(({ id, kind }) => isOfRound(kind) && !claimedBy.has(id))
    .map(({ id, kind, path }) => ({
      path: [...path, 'kind'],
      problem: `Geen stap van een besluitronde voltooit mijlpaal "${id}", van soort ${kind}.`,
      remedy: `Zet "milestone: ${id}" bij de stap die hem voltooit, of geef hem een andere soort (task, consultation, session).`,
    }));
  return [...findings, ...unclaimed];
}
