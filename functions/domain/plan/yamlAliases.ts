import { type Document, isAlias, visit } from 'yaml';
import type { PlanMistake } from './planMistake.ts';

/** Aliases are handy for a repeated list; more than this is an attempt to blow up (YAML 1.2, "billion laughs"). */
export const MOST_ALIASES = 100;

/** An alias (`*name`) without its anchor (`&name`) before it, and more aliases than a plan needs. */
export function aliasMistakes(document: Document.Parsed, lineAt: (offset: number) => number): PlanMistake[] {
  const mistakes: PlanMistake[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, {
    Node(_key, node) {
      if (!isAlias(node)) {
        if (node.anchor) anchors.add(node.anchor);
        return;
      }
      aliases += 1;
      const line = lineAt(node.range?.[0] ?? 0);
      if (!anchors.has(node.source)) {
        mistakes.push({
          line,
          path: '',
          problem: `"*${node.source}" verwijst naar een anker dat er niet voor staat.`,
          remedy: `Zet "&${node.source}" bij het blok dat bedoeld is, eerder in het plan, of schrijf het blok uit.`,
        });
      } else if (aliases === MOST_ALIASES + 1) {
        mistakes.push({
          line,
          path: '',
          problem: `Het plan verwijst vaker dan ${MOST_ALIASES} keer met "*" naar een ander blok.`,
          remedy: 'Schrijf de blokken uit in plaats van ernaar te verwijzen.',
        });
      }
    },
  });
  return mistakes;
}
