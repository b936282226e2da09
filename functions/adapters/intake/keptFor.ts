export interface KeptFor {
  /** Milliseconds that something found is kept, and that its absence is. */
  readonly found: number;
  readonly absent: number;
}

interface Kept<T> {
  of(name: string, read: () => Promise<T | undefined>): Promise<T | undefined>;
  forget(name: string): void;
}

/** Bounded: names come from addresses that anybody can make up. */
const MOST_NAMES = 1000;

/** Keeps what was read for a while, in a warm function; a failure is not kept. */
export function keptFor<T>({ found, absent }: KeptFor): Kept<T> {
  const kept = new Map<string, { readonly value: T | undefined; readonly until: number }>();
  return {
    of: async (name, read) => {
      const known = kept.get(name);
      if (known && known.until > Date.now()) return known.value;
      const value = await read();
      if (kept.size >= MOST_NAMES) kept.clear();
      kept.set(name, { value, until: Date.now() + (value === undefined ? absent : found) });
      return value;
    },
    forget: (name) => void kept.delete(name),
  };
}
