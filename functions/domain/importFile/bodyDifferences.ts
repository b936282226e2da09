import { type Differences, differencesOf } from './differences.ts';

/** What an import changes for one body, each a phrase that begins with what it is. */
export interface BodyDifferences extends Differences<string> {
  readonly body: string;
}

interface HowToTell<T> {
  /** What is the same thing with other content. */
  readonly keyOf: (one: T) => string;
  /** All of its content, in words. */
  readonly wordsOf: (one: T) => string;
}

export function bodyDifferences<T>(
  body: string,
  before: readonly T[],
  after: readonly T[],
  { keyOf, wordsOf }: HowToTell<T>,
): BodyDifferences {
  const { added, removed, changed, kept } = differencesOf(before, after, keyOf, wordsOf);
  return {
    body,
    added: added.map(wordsOf),
    removed: removed.map(wordsOf),
    changed: changed.map(([from, to]) => [wordsOf(from), wordsOf(to)] as const),
    kept,
  };
}

export function changesNothing({ added, removed, changed }: BodyDifferences): boolean {
  return added.length + removed.length + changed.length === 0;
}
