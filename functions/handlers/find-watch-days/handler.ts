import * as z from 'zod';
import { notInFuture } from '../../domain/notInFuture.ts';
import type { RecordStore, WallClock } from '../../operations/ports.ts';
import { type DayToWatch, daysToWatch } from '../../operations/watchDays.ts';

const inputSchema = z.object({
  /** The moment of the watch; the state machine fills in its own start time when nobody gave one. */
  at: z.string(),
  /** Only this trajectory; without it all that run on the real clock. */
  trajectory: z.string().optional(),
  /** The days before were missed, of a simulated trajectory too. */
  missed: z.boolean().optional(),
});

interface Dependencies {
  readonly store: RecordStore;
  readonly stage: string;
  readonly now: WallClock;
}

export function createHandler({ store, stage, now }: Dependencies) {
  return async (event: unknown): Promise<{ readonly days: readonly DayToWatch[] }> => {
    const { at, trajectory, missed } = inputSchema.parse(event);
    const moment = notInFuture(new Date(at).toISOString(), stage, now());
    return { days: await daysToWatch(store, moment, trajectory, missed) };
  };
}
