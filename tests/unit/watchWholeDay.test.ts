import { expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { createHandler } from '../../functions/handlers/watch-day/handler.ts';
import type { Chain } from '../../functions/operations/ports.ts';
import { COLLEGES, COUNCILS, createClock, createMailbox, opened, type Running } from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

/** The stream is off; the chain goes on by itself, as it does in Step Functions. */
function watching({ store, chain }: Running) {
  const mailbox = createMailbox();
  const goesOn: Chain = {
    ...chain,
    start: (round) => chain.start(round).then(chain.catchUp),
    wake: async (token) => {
      const result = await chain.wake(token);
      await chain.catchUp();
      return result;
    },
  };
  const handler = createHandler({
    reference: NOTHING_IMPORTED,
    store,
    chain: goesOn,
    sender: mailbox,
    now: createClock().now,
  });
  const watch = async (day: string) =>
    (await handler({ at: atTime(day, '07:30'), trajectories: ['voorbeeld'] }))[0];
  return { mailbox, watch };
}

// The guard is the loop of watchWholeDay; that it waits for the stream too is seen by tests/e2e/watch.test.ts.
test('a morning brings all that follows from it: who is asked this morning hears of it this morning', async () => {
  const { mailbox, watch } = watching(await opened());
  expect(await watch('2026-01-21')).toMatchObject({ started: 1, mailsSent: 2, mailsFailed: 0 });
  expect(mailbox.sent.map(({ to }) => to)).toEqual([['college@aa.example'], ['college@bee.example']]);
  expect(await watch('2026-01-22')).toMatchObject({ started: 0, mailsSent: 0 });
});

test('what a morning did is told as one day, however often it was gone over', async () => {
  const running = await opened();
  const { watch } = watching(running);
  await watch('2026-01-21');
  for (const body of [...COLLEGES, ...COUNCILS]) await running.decide(body);
  const day = await watch('2026-02-03');
  expect(day).toMatchObject({ day: '2026-02-03', woken: 2, resumed: 0, mailsFailed: 0 });
  expect(day?.completed).toEqual([...new Set(day?.completed)]);
  expect(await running.round()).toMatchObject({ epoch: 1, faults: 0 });
});
