import { waitUntil } from '../../infra/local/waitUntil.ts';

type Nothing = undefined | null | false | '' | 0;

/** Waits until `look` sees something and returns it; fails with `what` when it does not within the bound. */
export async function until<T>(
  what: string,
  look: () => T | Nothing | Promise<T | Nothing>,
  boundMs = 30_000,
): Promise<T> {
  let seen: T | Nothing;
  const held = await waitUntil(async () => {
    seen = await look();
    return Boolean(seen);
  }, boundMs);
  if (!held) throw new Error(`not within ${boundMs / 1000} s: ${what}`);
  return seen as T;
}
