/** What a list becomes by another list of the same things. */
export interface Differences<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  /** What it was, and what it becomes. */
  readonly changed: readonly (readonly [from: T, to: T])[];
  /** How many stay as they are. */
  readonly kept: number;
}

/** `keyOf` tells what is the same thing with other content; `contentOf` tells whether it is other content. */
export function differencesOf<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  contentOf: (one: T) => string,
): Differences<T> {
  const gone = [...before];
  const take = (isIt: (one: T) => boolean): T | undefined => {
    const at = gone.findIndex(isIt);
    return at < 0 ? undefined : gone.splice(at, 1)[0];
  };
  // What stays as it is first: of two with one key, the other one is what changed.
  const different = after.filter((one) => take((each) => contentOf(each) === contentOf(one)) === undefined);
  const added: T[] = [];
  const changed: (readonly [T, T])[] = [];
  for (const one of different) {
    const was = take((each) => keyOf(each) === keyOf(one));
    if (was === undefined) added.push(one);
    else changed.push([was, one]);
  }
  return { added, removed: gone, changed, kept: after.length - different.length };
}
