import { MOST_RECEIVES } from '../../functions/domain/intake/backoff.ts';
import type { createHandler } from '../../functions/handlers/handle-message/handler.ts';
import type { createClock } from './exampleRecord.ts';

interface Waiting {
  readonly id: string;
  readonly body: string;
  visibleAt: number;
  receives: number;
}

/** As infra/constructs/Intake.ts has it. */
const VISIBILITY_MS = 6 * 60_000;
const BATCH = 10;

/**
 * A queue on a clock of its own, with what counts here of SQS: visibility, receive counts, partial batch failures, and
 * the dead letters. A batch takes a second; when nothing is visible the clock goes on to what is next.
 */
export function createVirtualQueue(clock: ReturnType<typeof createClock>, bodies: readonly string[]) {
  const nowMs = () => Date.parse(clock.at);
  let waiting = bodies.map(
    (body, index): Waiting => ({ id: `m${index}`, body, visibleAt: nowMs(), receives: 0 }),
  );
  const dead: string[] = [];
  return {
    dead,
    delay: {
      comeBackIn: async (receipt: string, seconds: number) => {
        const message = waiting.find(({ id }) => id === receipt);
        if (message) message.visibleAt = nowMs() + seconds * 1000;
      },
    },
    /** Until nothing is left in it. */
    workOff: async (handler: ReturnType<typeof createHandler>): Promise<void> => {
      while (waiting.length > 0) {
        const next = Math.min(...waiting.map(({ visibleAt }) => visibleAt));
        if (next > nowMs()) clock.later((next - nowMs()) / 1000);
        const batch = waiting.filter(({ visibleAt }) => visibleAt <= nowMs()).slice(0, BATCH);
        for (const message of batch) {
          message.receives += 1;
          message.visibleAt = nowMs() + VISIBILITY_MS;
        }
        const over = batch.filter(({ receives }) => receives > MOST_RECEIVES);
        const work = batch.filter((message) => !over.includes(message));
        const { batchItemFailures } = await handler({
          Records: work.map(({ id, body, receives }) => ({
            messageId: id,
            receiptHandle: id,
            body,
            attributes: { ApproximateReceiveCount: String(receives) },
          })),
        });
        const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        dead.push(...over.map(({ id }) => id));
        const done = new Set([...over, ...work.filter(({ id }) => !failed.has(id))]);
        waiting = waiting.filter((message) => !done.has(message));
        clock.later(1);
      }
    },
  };
}
