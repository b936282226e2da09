import * as z from 'zod';
import type { RecordStore } from '../../operations/ports.ts';
import { type DayToWatch, daysToWatch } from '../../operations/watchDays.ts';

const inputSchema = z.object({
  /** The moment of the watch; the state machine fills in its own start time when nobody gave one. */
  at: z.string(),
  /** Only this trajectory; without it all that run on the real clock. */
  trajectory: z.string().optional(),
});

export function createHandler({ store }: { readonly store: RecordStore }) {
  return async (event: unknown): Promise<{ readonly days: readonly DayToWatch[] }> => {
    const { at, trajectory } = inputSchema.parse(event);
    return { days: await daysToWatch(store, new Date(at).toISOString(), trajectory) };
  };
}
