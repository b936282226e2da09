/** More of one kind than a person does in a day; the others appear as these are done. Keeps the page within 150 KB. */
const MOST_LISTED = 50;

export function firstOf<T>(all: readonly T[]): { readonly first: readonly T[]; readonly more: number } {
  return { first: all.slice(0, MOST_LISTED), more: Math.max(0, all.length - MOST_LISTED) };
}
