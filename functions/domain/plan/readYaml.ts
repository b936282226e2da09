import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { duplicateKeys } from './duplicateKeys.ts';
import type { PlanMistake, PlanPath } from './planMistake.ts';
import { aliasMistakes, MOST_ALIASES } from './yamlAliases.ts';
import { syntaxSentence } from './yamlSentences.ts';

export interface ReadYaml {
  readonly data: unknown;
  /** A key that is there twice; `data` holds the last. */
  readonly duplicateKeys: PlanMistake[];
  /** Line of a key or item; of the deepest block that is there when the path itself is missing. */
  readonly lineOf: (path: PlanPath) => number;
}

/** Reads the text as YAML 1.2, keeping track of lines. Never throws. */
export function readYaml(text: string): ReadYaml | { readonly syntaxMistakes: PlanMistake[] } {
  const lineCounter = new LineCounter();
  const lastLine = text.split('\n').length;
  const lineAt = (offset: number) => Math.min(Math.max(lineCounter.linePos(offset).line, 1), lastLine);
  try {
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
    });
    const syntaxMistakes = [
      ...[...document.errors, ...document.warnings].map((error) => ({
        line: lineAt(error.pos[0]),
        path: '',
        ...syntaxSentence(error),
      })),
      ...aliasMistakes(document, lineAt),
    ];
    if (syntaxMistakes.length > 0) return { syntaxMistakes };
    return {
      data: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown,
      duplicateKeys: duplicateKeys(document, lineAt),
      lineOf: lineFinder(document, lineAt),
    };
  } catch (error) {
    // The parser recurses: RangeError is a full stack. ReferenceError is how it refuses aliases of aliases.
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    return {
      syntaxMistakes: [
        { line: 1, path: '', ...syntaxSentence({ code: 'RESOURCE_EXHAUSTION', message: '' }) },
      ],
    };
  }
}

function lineFinder(
  document: Document.Parsed,
  lineAt: (offset: number) => number,
): (path: PlanPath) => number {
  const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
  const pairsOf = (map: YAMLMap) => {
    const known =
      pairs.get(map) ??
      new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
    pairs.set(map, known);
    return known;
  };
  return (path) => {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const step of path) {
      // An alias is not followed: its own line is where the reader is when the mistake shows.
      let named: unknown;
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(step));
        named = pair?.key;
        node = pair?.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        named = node;
      }
      if (!isNode(named) || !named.range) break;
      offset = named.range[0];
    }
    return lineAt(offset);
  };
}
