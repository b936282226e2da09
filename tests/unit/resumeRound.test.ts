import { describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/handlers/resume-chain/handler.ts';
import { resumeByHand } from '../../functions/operations/resumeByHand.ts';
import { MOST_FAULTS, resumeAfterFault, startOwed } from '../../functions/operations/resumeRound.ts';
import { weighRound } from '../../functions/operations/weighRound.ts';
import { asked, COLLEGES, LATER, opened, ROUND, ROUND_ID, type Running, started } from './exampleRecord.ts';

const resume = ({ store, chain }: Running, epoch: number) =>
  resumeAfterFault(store, chain, 'voorbeeld', ROUND_ID, epoch, LATER);

/** Its execution stops, time and again, and is resumed each time. */
async function lost(times: number): Promise<Running> {
  const running = await asked();
  for (let fault = 0; fault < times; fault++) {
    const round = await running.round();
    running.chain.kill(round);
    await resume(running, round.epoch);
    await running.chain.catchUp();
  }
  return running;
}

describe('an execution that was lost', () => {
  test('is followed by one under the next epoch, and no body is asked twice', async () => {
    const running = await lost(1);
    expect(await running.round()).toMatchObject({ epoch: 2, startedEpoch: 2, faults: 1 });
    expect([...running.chain.executions.keys()]).toEqual(['voorbeeld-main-r1-e1', 'voorbeeld-main-r1-e2']);
    expect(running.chain.asked).toEqual(COLLEGES.map((body) => `${ROUND} ${body}`));
    expect((await running.requests()).map(({ epoch }) => epoch)).toEqual([2, 2]);
  });

  // The guard is `round.faults >= MOST_FAULTS` in resumeAfterFault.
  test('is resumed a bounded number of times; then a flag stands instead', async () => {
    const running = await lost(MOST_FAULTS);
    const round = await running.round();
    expect(round).toMatchObject({ epoch: MOST_FAULTS + 1, faults: MOST_FAULTS });
    running.chain.kill(round);
    expect(await resume(running, round.epoch)).toBe('flagged');
    expect(await resume(running, round.epoch)).toBe('flagged');
    expect(await running.round()).toEqual(round);
    expect(await running.store.openFlags('voorbeeld')).toMatchObject([
      {
        flag: 'stuck',
        subject: ROUND,
        reason: expect.stringContaining('besluitketen resume voorbeeld main.r1'),
      },
    ]);
  });

  // The guard is `faults: 0` in the store's advanceRound.
  test('a stage that passes in between gives the round its resumes back', async () => {
    const running = await lost(MOST_FAULTS);
    for (const body of COLLEGES) await running.decide(body);
    await weighRound(running.store, { trajectory: 'voorbeeld', round: ROUND, epoch: MOST_FAULTS + 1 });
    expect(await running.round()).toMatchObject({ stage: 1, faults: 0 });
  });

  // The guard is `round.epoch !== epoch` in resumeAfterFault.
  test('is not resumed for an epoch that is not the current one', async () => {
    const running = await lost(1);
    const before = running.store.snapshot();
    expect(await resume(running, 1)).toBe('not-needed');
    expect(await resume(running, 3)).toBe('not-needed');
    expect(running.store.snapshot()).toEqual(before);
  });

  // The guard is `round.status !== 'open'` in resumeAfterFault.
  test.each(['concluded', 'handed-over', 'withdrawn'] as const)(
    'is not resumed when the round is %s',
    async (status) => {
      const running = await asked();
      const round = { ...(await running.round()), status };
      const store = { ...running.store, round: async () => round };
      expect(await resumeAfterFault(store, running.chain, 'voorbeeld', ROUND_ID, 1, LATER)).toBe(
        'not-needed',
      );
      expect(running.chain.executions.size).toBe(1);
    },
  );

  // The guard is the condition of raiseEpoch: `#epoch = :epoch`.
  test('told of twice at once is resumed once', async () => {
    const running = await asked();
    running.chain.kill(await running.round());
    expect((await Promise.all([resume(running, 1), resume(running, 1)])).sort()).toEqual([
      'not-needed',
      'resumed',
    ]);
    expect(await running.round()).toMatchObject({ epoch: 2, faults: 1 });
    expect(running.chain.executions.size).toBe(2);
  });

  test('an older one that lives on after all ends as superseded and changes nothing', async () => {
    const running = await lost(1);
    const before = running.store.snapshot();
    expect(await weighRound(running.store, { trajectory: 'voorbeeld', round: ROUND, epoch: 1 })).toEqual({
      ending: 'Superseded',
    });
    expect(running.store.snapshot()).toEqual(before);
  });

  test('a round that does not exist needs no resuming', async () => {
    expect(await resume(await started(), 1)).toBe('not-needed');
  });

  test.each(['FAILED', 'TIMED_OUT', 'ABORTED'])('is known from the status event %s', async (status) => {
    const running = await asked();
    running.chain.kill(await running.round());
    const { store, chain } = running;
    const handler = createHandler({
      store,
      chain,
      now: () => LATER,
      log: { info: () => {}, warn: () => {} },
    });
    const input = JSON.stringify({ trajectory: 'voorbeeld', round: ROUND, epoch: 1 });
    expect(await handler({ detail: { name: 'x', status, input } })).toEqual({ result: 'resumed' });
    expect(await handler({ detail: { name: 'x', status, input } })).toEqual({ result: 'not-needed' });
  });
});

describe('a row that is ahead of its execution', () => {
  test('has its execution started under the same name, once', async () => {
    const running = await opened();
    expect(await startOwed(running.store, running.chain, await running.round(), LATER)).toBe(true);
    expect(await startOwed(running.store, running.chain, await running.round(), LATER)).toBe(false);
    expect([...running.chain.executions.keys()]).toEqual(['voorbeeld-main-r1-e1']);
  });

  test('started, but not marked: starting again starts nothing more', async () => {
    const running = await opened();
    running.store.before('markStarted', () => {
      throw new Error('the function was stopped');
    });
    await expect(startOwed(running.store, running.chain, await running.round(), LATER)).rejects.toThrow();
    expect(await startOwed(running.store, running.chain, await running.round(), LATER)).toBe(true);
    expect(running.chain.executions.size).toBe(1);
    expect(await running.round()).toMatchObject({ startedEpoch: 1, epoch: 1 });
  });

  test('raised, but the start failed: the same epoch is started later, not another', async () => {
    const running = await asked();
    running.chain.kill(await running.round());
    const failing = { ...running.chain, start: () => Promise.reject(new Error('throttled')) };
    await expect(resumeAfterFault(running.store, failing, 'voorbeeld', ROUND_ID, 1, LATER)).rejects.toThrow();
    expect(await running.round()).toMatchObject({ epoch: 2, startedEpoch: 1 });
    expect(await resume(running, 1)).toBe('not-needed');
    expect(await startOwed(running.store, running.chain, await running.round(), LATER)).toBe(true);
    expect(await running.round()).toMatchObject({ epoch: 2, startedEpoch: 2 });
  });
});

describe('a person resumes a round', () => {
  const byHand = ({ store, chain }: Running, round: string = ROUND) =>
    resumeByHand(store, chain, 'voorbeeld', round, LATER, { by: 'beheerder', via: 'command-line' });

  test('which counts its automatic resumes anew', async () => {
    const running = await lost(MOST_FAULTS);
    running.chain.kill(await running.round());
    expect(await byHand(running)).toBe(MOST_FAULTS + 2);
    expect(await running.round()).toMatchObject({
      epoch: MOST_FAULTS + 2,
      startedEpoch: MOST_FAULTS + 2,
      faults: 0,
    });
    expect((await running.store.audit('voorbeeld')).filter(({ by }) => by === 'beheerder')).toMatchObject([
      { what: 'resumed', via: 'command-line' },
    ]);
  });

  test('not while its execution runs', async () => {
    await expect(byHand(await asked())).rejects.toMatchObject({ code: 'ALREADY_RUNNING' });
  });

  test('not when somebody else did at that moment', async () => {
    const running = await asked();
    running.chain.kill(await running.round());
    running.store.before('raiseEpoch', () => resume(running, 1));
    // The resume that gets in between passes its own call of raiseEpoch.
    running.store.before('raiseEpoch', () => undefined);
    await expect(byHand(running)).rejects.toMatchObject({ code: 'ALREADY_RUNNING' });
  });

  test('not when it is closed, not open yet, or not in the plan', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body, 'rejected');
    await weighRound(running.store, { trajectory: 'voorbeeld', round: ROUND, epoch: 1 });
    await expect(byHand(running)).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    await expect(byHand(await started())).rejects.toMatchObject({ code: 'ROUND_NOT_OPEN_YET' });
    await expect(byHand(running, 'andere.r1')).rejects.toMatchObject({ code: 'UNKNOWN_ROUND' });
  });
});
