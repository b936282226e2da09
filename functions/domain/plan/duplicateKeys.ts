import { type Document, isScalar, isSeq, visit } from 'yaml';
import { formatPath, type PlanMistake } from './planMistake.ts';

/**
 * Keys that are twice in one block. The parser can find them too, but compares every key with all before it, and
 * does not say where the first one is.
 */
export function duplicateKeys(document: Document.Parsed, lineAt: (offset: number) => number): PlanMistake[] {
  const mistakes: PlanMistake[] = [];
  visit(document, {
    Map(_key, map, ancestors) {
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const line = lineAt(key.range?.[0] ?? 0);
        const before = seen.get(name);
        if (before === undefined) {
          seen.set(name, line);
          continue;
        }
        mistakes.push({
          line,
          path: formatPath([...pathOf(ancestors, map), name]),
          problem: `De sleutel "${name}" staat twee keer in hetzelfde blok, ook op regel ${before}.`,
          remedy: 'Haal een van beide weg.',
        });
      }
    },
  });
  return mistakes;
}

/** The path of a node from those it stands in, as `visit` gives them: maps, their pairs, and lists. */
function pathOf(ancestors: readonly unknown[], node: unknown): (string | number)[] {
  return [...ancestors, node].flatMap((step, place, all): (string | number)[] => {
    const within = all[place - 1];
    if (isSeq(within)) return [within.items.indexOf(step)];
    return isPairWithKey(step) ? [String(step.key.value)] : [];
  });
}

function isPairWithKey(step: unknown): step is { key: { value: unknown } } {
  return typeof step === 'object' && step !== null && 'key' in step && isScalar(step.key);
}
