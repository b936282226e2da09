export interface KeptFor {
  /** Milliseconds that something found is kept, and that its absence is. */
  readonly found: number;
  readonly absent: number;
  /** How old what was found may be while it cannot be read anew; left out: no older than usual. */
  readonly unreachable?: number;
}

interface Kept<T> {
  /** What is kept, if it is not older than `oldest` milliseconds; otherwise what `read` gives now, or throws. */
  of(name: string, read: () => Promise<T | undefined>, oldest?: number): Promise<T | undefined>;
  forget(name: string): void;
}

/** Bounded: names come from addresses that anybody can make up. */
const MOST_NAMES = 1000;

/** Keeps what was read for a while, in a warm function; a failure is not kept. */
export function keptFor<T>({ found, absent, unreachable = 0 }: KeptFor): Kept<T> {
  const kept = new Map<string, { readonly value: T | undefined; readonly readAt: number }>();
  return {
    of: async (name, read, oldest = Number.POSITIVE_INFINITY) => {
      const known = kept.get(name);
      const usual = known?.value === undefined ? absent : found;
      const isYoungerThan = (most: number) => known !== undefined && Date.now() - known.readAt < most;
      if (isYoungerThan(Math.min(usual, oldest))) return known?.value;
      let value: T | undefined;
      try {
        value = await read();
      } catch (error) {
        if (known?.value === undefined || !isYoungerThan(Math.min(unreachable, oldest))) throw error;
        return known.value;
      }
      if (kept.size >= MOST_NAMES) kept.clear();
      kept.set(name, { value, readAt: Date.now() });
      return value;
    },
    forget: (name) => void kept.delete(name),
  };
}
