/** What one of them does next waits here until it has its turn. */
export interface Turns {
  /** The same object, each of whose calls takes a turn of `who`. */
  of<T extends object>(who: number, target: T): T;
}

type Act = (turns: Turns, who: number) => Promise<unknown>;

/**
 * Plays two at once in every order in which their calls to the outside can follow each other. `begin` gives a fresh
 * world and what the two do in it; `check` looks at it when both are done. Returns how many orders there were.
 */
export async function everyInterleaving<World>(
  begin: () => { world: World; acts: readonly [Act, Act] },
  check: (world: World, order: string) => Promise<void>,
): Promise<number> {
  let orders = 0;
  for (let choices: number[] | undefined = []; choices; orders++) {
    const { world, acts } = begin();
    const taken = await playedOut(acts, choices);
    await check(world, taken.join(''));
    const last: number = taken.lastIndexOf(0);
    choices = last < 0 ? undefined : [...taken.slice(0, last), 1];
  }
  return orders;
}

/** Plays both out; returns who was let go first each time that both were waiting. */
async function playedOut(acts: readonly [Act, Act], choices: readonly number[]): Promise<number[]> {
  const waiting = new Map<number, () => void>();
  const turns: Turns = {
    of: (who, target) =>
      new Proxy(target, {
        get: (object, name) => {
          const value = Reflect.get(object, name);
          if (typeof value !== 'function') return value;
          return async (...args: unknown[]) => {
            await new Promise<void>((go) => waiting.set(who, go));
            return value.apply(object, args);
          };
        },
      }),
  };
  let done = 0;
  const failures: unknown[] = [];
  acts.forEach((act, who) => {
    act(turns, who)
      .catch((error) => failures.push(error))
      .finally(() => done++);
  });
  const taken: number[] = [];
  while (done < acts.length) {
    // Both go as far as they can: to their next call, or to their end.
    await new Promise(setImmediate);
    if (waiting.size === 0) continue;
    let who = [...waiting.keys()][0]!;
    if (waiting.size === 2) {
      who = choices[taken.length] ?? 0;
      taken.push(who);
    }
    const go = waiting.get(who)!;
    waiting.delete(who);
    go();
  }
  if (failures.length > 0) throw failures[0];
  return taken;
}
