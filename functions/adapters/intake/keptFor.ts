export interface KeptFor {
  /** Milliseconds that something found is kept, and that its absence is. */
  readonly found: number;
  readonly absent: number;
}

interface Kept<T> {
  /** What is kept, if it is not older than `oldest` milliseconds; otherwise what `read` gives now. */
  of(name: string, read: () => Promise<T | undefined>, oldest?: number): Promise<T | undefined>;
  forget(name: string): void;
}

/** Bounded: names come from addresses that anybody can make up. */
const MOST_NAMES = 1000;

/** Keeps what was read for a while, in a warm function; a failure is not kept. */
export function keptFor<T>({ found, absent }: KeptFor): Kept<T> {
  const kept = new Map<string, { readonly value: T | undefined; readonly readAt: number }>();
  return {
    of: async (name, read, oldest = Number.POSITIVE_INFINITY) => {
      const known = kept.get(name);
      const usual = known?.value === undefined ? absent : found;
      if (known && Date.now() - known.readAt < Math.min(usual, oldest)) return known.value;
      const value = await read();
      if (kept.size >= MOST_NAMES) kept.clear();
      kept.set(name, { value, readAt: Date.now() });
      return value;
    },
    forget: (name) => void kept.delete(name),
  };
}
