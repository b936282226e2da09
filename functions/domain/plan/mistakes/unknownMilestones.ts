import type { Draft } from '../draft.ts';
import type { Finding } from '../planMistake.ts';

/** What a milestone waits for must be a milestone of the plan. */
export function unknownMilestones(draft: Draft): Finding[] {
  if (!draft.whole.milestones) return [];
  const known = new Set(draft.milestones.map((milestone) => milestone.id));
  return draft.milestones.flatMap((milestone) =>
    milestone.waitsFor
      .filter(({ name }) => !known.has(name))
      .map(({ name, path }) => ({
        path,
        problem: `Mijlpaal "${milestone.id}" wacht op "${name}", maar die mijlpaal is er niet.`,
        remedy: `Verbeter de naam of voeg mijlpaal "${name}" toe.`,
      })),
  );
}
