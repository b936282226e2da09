import { describe, expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import type { Chain } from '../../functions/operations/ports.ts';
import { resumeByHand } from '../../functions/operations/resumeByHand.ts';
import { MOST_FAULTS } from '../../functions/operations/resumeRound.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import {
  asked,
  COLLEGES,
  createClock,
  createMailbox,
  OPENED,
  opened,
  ROUND,
  type Running,
} from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

async function watch(running: Running, day: string, chain: Chain = running.chain) {
  const at = atTime(day, '07:30');
  const deps = {
    reference: NOTHING_IMPORTED,
    store: running.store,
    chain,
    sender: createMailbox(),
    now: createClock(at).now,
  };
  return watchDay(deps, 'voorbeeld', at);
}
const flags = ({ store }: Running) => store.openFlags('voorbeeld');

/** All have answered and were woken, and the execution does not go on: a wake that got lost on its way. */
async function notWeighed(): Promise<Running> {
  const running = await asked();
  for (const body of COLLEGES) await running.decide(body);
  await watch(running, '2026-02-03', { ...running.chain, wake: async () => 'woken' });
  expect(await flags(running)).toEqual([]);
  return running;
}

/** An execution that runs and asks nobody. */
async function notAsked(): Promise<Running> {
  const running = await opened();
  await running.chain.start(await running.round());
  await running.store.markStarted(await running.round(), OPENED);
  return running;
}

describe('a round that stands still', () => {
  test('with all its answers there is flagged within a day, with what to do, and started anew', async () => {
    const running = await notWeighed();
    expect(await watch(running, '2026-02-04')).toMatchObject({ resumed: 1 });
    expect(await flags(running)).toMatchObject([
      {
        flag: 'stuck',
        subject: ROUND,
        reason: expect.stringMatching(/Alle antwoorden .* zijn er.*besluitketen resume voorbeeld main\.r1/),
      },
    ]);
    await running.chain.catchUp();
    expect(await running.round()).toMatchObject({ stage: 1, epoch: 2 });
    // It moves again: the next watch takes the flag away.
    await watch(running, '2026-02-05');
    expect(await flags(running)).toEqual([]);
  });

  test('because nobody was asked is flagged, and the next execution asks; the old one steps aside', async () => {
    const running = await notAsked();
    expect(await watch(running, '2026-01-22')).toMatchObject({ resumed: 1 });
    expect(await flags(running)).toMatchObject([{ reason: expect.stringContaining('niet elk orgaan') }]);
    await running.chain.catchUp();
    expect([...running.chain.executions.values()].map(({ ending }) => ending)).toEqual([
      'Superseded',
      undefined,
    ]);
    expect(running.chain.asked).toEqual(COLLEGES.map((body) => `${ROUND} ${body}`));
  });

  // The guard is MOST_FAULTS: what does not help five times does not help the sixth.
  test('is started anew a bounded number of times; its flag stands until a person resumed it', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body);
    const deaf = { ...running.chain, wake: async () => 'woken' as const };
    for (let day = 3; day < 20; day++) await watch(running, `2026-02-${String(day).padStart(2, '0')}`, deaf);
    expect(await running.round()).toMatchObject({ epoch: MOST_FAULTS + 1, faults: MOST_FAULTS });
    // What it says is true: nothing starts it anew any more.
    expect(await flags(running)).toMatchObject([
      { reason: expect.stringMatching(/5 keer .* opnieuw gestart.*niet meer vanzelf hervat/) },
    ]);
    expect((await flags(running))[0]?.reason).not.toMatch(/wordt opnieuw gestart/);
    // The guard is `round.faults < MOST_FAULTS` in freeStuckRound: its sentence would change to and fro every day.
    let reworded = 0;
    const rewordFlag: Running['store']['rewordFlag'] = async (...flag) => {
      const written = await running.store.rewordFlag(...flag);
      if (written) reworded++;
      return written;
    };
    await watch({ ...running, store: { ...running.store, rewordFlag } }, '2026-02-20', deaf);
    expect(reworded).toBe(0);
    running.chain.kill(await running.round());
    await resumeByHand(running.store, running.chain, 'voorbeeld', ROUND, OPENED, {
      by: 'beheerder',
      via: 'command-line',
    });
    await running.chain.catchUp();
    expect(await running.round()).toMatchObject({ stage: 1, faults: 0 });
    await watch(running, '2026-02-21');
    expect(await flags(running)).toEqual([]);
  });
});

describe('it is no alarm', () => {
  test('that the watch itself woke, started or resumed it a moment ago', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body);
    // The stream was off: these wakes are owed for a day, and the watch gives them.
    expect(await watch(running, '2026-02-04')).toMatchObject({ woken: 2, resumed: 0 });
    expect(await flags(running)).toEqual([]);

    const fresh = await opened();
    expect(await watch(fresh, '2026-01-22')).toMatchObject({ started: 1, resumed: 0 });
    fresh.chain.kill(await fresh.round());
    expect(await watch(fresh, '2026-01-23')).toMatchObject({ resumed: 1 });
    expect(await flags(fresh)).toEqual([]);
  });

  // The guard is the second look of freeStuckRound.
  test('that the round moved on while the watch was looking', async () => {
    const running = await notWeighed();
    running.store.before('round', () => undefined);
    running.store.before('round', () => undefined);
    running.store.before('round', async () => {
      for (const { token } of await running.requests()) await running.chain.wake(token!);
      await running.chain.catchUp();
    });
    expect(await watch(running, '2026-02-04')).toMatchObject({ resumed: 0 });
    expect(await flags(running)).toEqual([]);
    expect(await running.round()).toMatchObject({ epoch: 1, stage: 1 });
  });

  test('that a quiet round waits for its bodies, however often it is watched', async () => {
    const running = await asked();
    for (const day of ['2026-01-22', '2026-01-23', '2026-03-01']) {
      expect(await watch(running, day)).toMatchObject({ resumed: 0 });
    }
    expect(await flags(running)).toEqual([]);
  });
});
