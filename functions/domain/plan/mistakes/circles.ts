import type { Draft } from '../draft.ts';
import type { Finding } from '../planMistake.ts';
import { type Predecessor, predecessorsOf } from './precedence.ts';

/**
 * Milestones that wait for each other never open; neither does a round whose first milestone waits, along
 * whatever way, for what only a later stage of that round completes.
 */
export function circles(draft: Draft): Finding[] {
  const before = predecessorsOf(draft);
  const finished = new Set<string>();
  const findings: Finding[] = [];
  for (const start of before.keys()) {
    if (finished.has(start)) continue;
    // Depth first with a list of its own, so that a long chain cannot fill the stack.
    const way: { id: string; by: Predecessor | undefined; left: Predecessor[] }[] = [];
    const step = (id: string, by: Predecessor | undefined) =>
      way.push({ id, by, left: [...(before.get(id) ?? [])] });
    step(start, undefined);
    while (way.length > 0) {
      const here = way.at(-1)!;
      const next = here.left.shift();
      if (!next) {
        finished.add(here.id);
        way.pop();
        continue;
      }
      if (finished.has(next.id)) continue;
      const place = way.findIndex(({ id }) => id === next.id);
      if (place < 0) {
        step(next.id, next);
        continue;
      }
      findings.push(circle([...way.slice(place + 1).map(({ by }) => by!), next], next.id));
      // One circle a milestone is enough to act on; more of them would only repeat its milestones.
      here.left = [];
    }
  }
  return findings;
}

/** `steps` leads from `start` round to `start` again. */
function circle(steps: readonly Predecessor[], start: string): Finding {
  const names = [start, ...steps.map(({ id }) => id)].join(' → ');
  const path = (steps.findLast(({ because }) => because === 'waitsFor') ?? steps[0]!).path;
  return steps.every(({ because }) => because === 'waitsFor')
    ? {
        path,
        problem: `Deze mijlpalen wachten in een kring op elkaar: ${names}.`,
        remedy: 'Haal een van deze namen weg bij "waitsFor".',
      }
    : {
        path,
        problem: `Een besluitronde wacht zo op zichzelf: ${names} (een latere stap van een ronde komt na een eerdere).`,
        remedy: 'Haal deze naam weg bij "waitsFor", of geef de latere stap een eigen ronde.',
      };
}
