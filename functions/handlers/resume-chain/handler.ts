import * as z from 'zod';
import { parseRoundId } from '../../domain/roundId.ts';
import type { Chain, Log, RecordStore, WallClock } from '../../operations/ports.ts';
import { resumeAfterFault } from '../../operations/resumeRound.ts';

/** "Step Functions Execution Status Change" on the default bus; the execution's input holds the round's keys. */
const eventSchema = z.object({
  detail: z.object({
    name: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    input: z.string(),
  }),
});
const keysSchema = z.object({ trajectory: z.string(), round: z.string(), epoch: z.int() });

interface Dependencies {
  readonly store: RecordStore;
  readonly chain: Chain;
  readonly log: Log;
  readonly now: WallClock;
}

/** An execution of the chain ended without finishing its round: start another under a new epoch, bounded. */
export function createHandler({ store, chain, log, now }: Dependencies) {
  return async (event: unknown): Promise<{ readonly result: string }> => {
    const { detail } = eventSchema.parse(event);
    const { trajectory, round, epoch } = keysSchema.parse(JSON.parse(detail.input));
    const at = await momentOfResume(trajectory, round);
    const result = await resumeAfterFault(store, chain, trajectory, parseRoundId(round), epoch, at);
    log.info('an execution ended early', { trajectory, round, epoch, status: detail.status, result });
    return { result };
  };

  /** A simulated trajectory has a time of its own: the latest that its round knows. */
  async function momentOfResume(trajectory: string, round: string): Promise<string> {
    if ((await store.trajectory(trajectory))?.clock !== 'virtual') return now();
    const [row, requests] = await Promise.all([
      store.round(trajectory, parseRoundId(round)),
      store.requestsOfRound(trajectory, round),
    ]);
    const moments = [row?.askAt ?? '', ...requests.map(({ recordedAt }) => recordedAt ?? '')];
    return moments.reduce((a, b) => (b > a ? b : a));
  }
}
