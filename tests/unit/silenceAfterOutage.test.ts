import { describe, expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { pauseMails } from '../../functions/operations/mailPause.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import {
  CLERK,
  COLLEGES,
  createClock,
  createMailbox,
  examplePlan,
  OPENED,
  ROUND,
  runningOn,
  START,
} from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { createMemoryStore } from './memoryStore.ts';

/** The morning on which everything works again; the term of 30 working days from it ends on 5 June. */
const REPAIRED = '2026-04-20';
const TERM = '2026-06-05';

/** A trajectory whose RAC was asked on 2 February by the chain; no mail has left since. */
async function racAsked(clock: 'real' | 'virtual' = 'real') {
  const plan = examplePlan();
  const store = createMemoryStore();
  await startTrajectory(store, plan, plan.id, clock, START, CLERK);
  const running = runningOn(store, plan);
  const mailbox = createMailbox();
  const wall = createClock();
  /** The watch of `day`, done really on `on`. */
  const watch = async (day: string, on = day) => {
    wall.at = atTime(on, '07:30');
    const deps = { reference: NOTHING_IMPORTED, store, chain: running.chain, sender: mailbox, now: wall.now };
    const summary = await watchDay(deps, plan.id, atTime(day, '07:30'));
    await running.chain.catchUp();
    return summary;
  };
  await watch('2026-01-06');
  await completeMilestone(store, plan.id, 'prepare', '2026-01-20', OPENED, CLERK);
  await watch('2026-01-21');
  await watch('2026-01-22');
  for (const body of COLLEGES) await running.decide(body);
  await watch('2026-02-03');
  const rac = async () => (await store.request(plan.id, ROUND, 'rac'))!;
  expect(await rac()).toMatchObject({ status: 'open', silenceOn: '2026-03-16', mails: {} });
  return { ...running, mailbox, watch, rac };
}

describe('after an outage, with its missed days watched in one run', () => {
  // The guard is `toldOn` in silenceTerm.
  test('a body that was told a moment ago is not recorded as silent on a missed day', async () => {
    const { watch, rac } = await racAsked();
    for (const missed of ['2026-02-04', '2026-03-16', '2026-03-17', '2026-03-18', '2026-04-17']) {
      expect(await watch(missed, REPAIRED)).toMatchObject({ silences: 0 });
    }
    expect(await watch(REPAIRED)).toMatchObject({ silences: 0 });
    expect(await rac()).toMatchObject({ status: 'open' });
  });

  test('its term runs from the day its request really left, which the request says too', async () => {
    const { watch, rac, mailbox } = await racAsked();
    await watch('2026-02-04', REPAIRED);
    expect((await rac()).mails.asked?.sentAt).toBe(atTime(REPAIRED, '07:30'));
    expect(mailbox.sent.find(({ to }) => to[0] === 'rac@regio.example')?.text).toContain(
      'Horen wij uiterlijk 5 juni 2026 niets',
    );
    expect(await watch(TERM)).toMatchObject({ silences: 0 });
    expect(await watch('2026-06-08')).toMatchObject({ silences: 1 });
    expect(await rac()).toMatchObject({ outcome: 'noted', decidedOn: TERM, via: 'watch' });
  });

  test('the same day again gives the same rows, also the day on which the request left', async () => {
    const { watch, store } = await racAsked();
    for (const day of ['2026-03-17', REPAIRED]) {
      await watch(day, REPAIRED);
      const before = store.snapshot();
      expect(await watch(day, REPAIRED)).toMatchObject({ silences: 0, mailsSent: 0 });
      expect(store.snapshot()).toEqual(before);
    }
  });
});

describe('a body that was never told', () => {
  const flags = async ({ store }: Awaited<ReturnType<typeof racAsked>>) =>
    (await store.openFlags('voorbeeld')).filter(({ subject }) => subject === `${ROUND} rac asked`);

  test('because its request is refused is waited for, and a flag says so', async () => {
    const running = await racAsked();
    for (const day of ['2026-03-17', '2026-03-18', '2026-09-01']) {
      running.mailbox.fails = ['refused'];
      expect(await running.watch(day)).toMatchObject({ silences: 0, mailsFailed: 1 });
    }
    expect(await running.rac()).toMatchObject({ status: 'open' });
    expect(await flags(running)).toMatchObject([{ flag: 'mail-failed' }]);
  });

  // The guard is `withheldRequests`: a request that nobody tried to send has no error to show.
  test('because its mails are paused is waited for; a flag says so once its term would have been over', async () => {
    const running = await racAsked();
    await pauseMails(running.store, 'voorbeeld', true, START, CLERK);
    await running.watch('2026-03-16');
    expect(await flags(running)).toEqual([]);
    expect(await running.watch('2026-03-17')).toMatchObject({ silences: 0 });
    expect(await flags(running)).toMatchObject([
      { flag: 'mail-failed', reason: expect.stringMatching(/niet verzonden.*stilte/) },
    ]);
    await pauseMails(running.store, 'voorbeeld', false, START, CLERK);
    await running.watch('2026-03-18');
    expect(await flags(running)).toEqual([]);
    expect(await running.rac()).toMatchObject({ status: 'open' });
  });
});

describe('in a simulated trajectory, whose mails leave by the clock of the machine', () => {
  test('the term runs from the day the body was asked', async () => {
    const { watch, rac } = await racAsked('virtual');
    await watch('2026-02-04', '2030-01-02');
    expect(await watch('2026-03-16', '2030-01-02')).toMatchObject({ silences: 0 });
    expect(await watch('2026-03-17', '2030-01-02')).toMatchObject({ silences: 1 });
    expect(await rac()).toMatchObject({ decidedOn: '2026-03-16' });
  });

  // The guard is that a day's mails leave before its silences are recorded.
  test('the same day again gives the same rows, also when the request leaves on it', async () => {
    const { watch, store } = await racAsked('virtual');
    expect(await watch('2026-03-17', '2030-01-02')).toMatchObject({ silences: 1 });
    await watch('2026-03-17', '2030-01-02');
    const before = store.snapshot();
    expect(await watch('2026-03-17', '2030-01-02')).toMatchObject({ silences: 0, mailsSent: 0 });
    expect(store.snapshot()).toEqual(before);
  });
});
