import { Refusal } from '../../domain/refusal.ts';

/** What was read of a round; undefined where there is none of that id, or not yet. */
export async function orUnknownRound<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal && /^(UNKNOWN_ROUND|ROUND_NOT_OPEN_YET)$/.test(error.code)) return undefined;
    throw error;
  }
}
