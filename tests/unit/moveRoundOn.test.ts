import { describe, expect, test } from 'vitest';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import { asked, COLLEGES, LATER, opened, ROUND, type Running } from './exampleRecord.ts';

const move = async ({ store, chain, round, requests }: Running) =>
  moveRoundOn(store, chain, await round(), await requests(), LATER);
const request = ({ store }: Running, body: string = COLLEGES[0]) => store.request('voorbeeld', ROUND, body);
const NOTHING = { started: 0, woken: 0, completed: [], resumed: 0 };

test('a round whose execution was not started yet is started, once', async () => {
  const running = await opened();
  expect(await move(running)).toEqual({ ...NOTHING, started: 1 });
  expect(await move(running)).toEqual(NOTHING);
});

test('the execution that waits for an answer is woken once, and goes on when all have answered', async () => {
  const running = await asked();
  for (const body of COLLEGES) await running.decide(body);
  expect(await move(running)).toEqual({ ...NOTHING, woken: 2 });
  expect(await request(running)).toMatchObject({ wokenAt: LATER });
  expect(await move(running)).toEqual(NOTHING);
  await running.chain.catchUp();
  expect(await running.round()).toMatchObject({ stage: 1 });
  expect(await move(running)).toEqual({ ...NOTHING, completed: ['proposal'] });
  expect(await move(running)).toEqual(NOTHING);
});

test('told of one answer by two stream batches at once, it resumes nothing', async () => {
  const running = await asked();
  await running.decide(COLLEGES[0]);
  const both = await Promise.all([move(running), move(running)]);
  expect(both.map(({ resumed }) => resumed)).toEqual([0, 0]);
  expect(await running.round()).toMatchObject({ epoch: 1 });
});

describe('a token that wakes nobody any more', () => {
  // The guard is the loop in wake: the request is read again, and a newer token is used.
  test('the row has a newer one: that one is used', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0]);
    const [stale] = await running.requests();
    const seen = [{ ...stale!, token: 'the token before the resume' }];
    expect(await moveRoundOn(running.store, running.chain, await running.round(), seen, LATER)).toEqual({
      ...NOTHING,
      woken: 1,
    });
    expect(await request(running)).toMatchObject({ wokenAt: LATER });
  });

  test('somebody else woke it in the meantime: nothing is left to do', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0]);
    const seen = await running.requests();
    await move(running);
    const before = running.store.snapshot();
    expect(await moveRoundOn(running.store, running.chain, await running.round(), seen, LATER)).toEqual(
      NOTHING,
    );
    expect(running.store.snapshot()).toEqual(before);
  });

  // The guard is `chain.state(round) !== 'running'` in wake.
  test('its execution runs on, for its wait timed out: nothing is resumed, and it is not tried again', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0]);
    const dead = { ...running.chain, wake: async () => 'dead' as const };
    expect(
      await moveRoundOn(running.store, dead, await running.round(), await running.requests(), LATER),
    ).toEqual(NOTHING);
    expect(await running.round()).toMatchObject({ epoch: 1, faults: 0 });
    expect(await request(running)).toMatchObject({ wokenAt: LATER });
  });

  test('its execution is gone: the round is resumed, the answer is kept, and nobody is asked twice', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0]);
    running.chain.kill(await running.round());
    expect(await move(running)).toEqual({ ...NOTHING, resumed: 1 });
    await running.chain.catchUp();
    expect(await running.round()).toMatchObject({ epoch: 2, startedEpoch: 2 });
    expect(await request(running)).toMatchObject({ status: 'decided', outcome: 'adopted' });
    expect(running.chain.asked).toEqual(COLLEGES.map((body) => `${ROUND} ${body}`));
    await running.decide(COLLEGES[1]);
    expect(await move(running)).toMatchObject({ woken: 1 });
    await running.chain.catchUp();
    expect(await running.round()).toMatchObject({ stage: 1 });
  });

  test('two answers on an execution that is gone resume it once', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body);
    running.chain.kill(await running.round());
    expect(await move(running)).toEqual({ ...NOTHING, resumed: 1 });
    expect(await running.round()).toMatchObject({ epoch: 2, faults: 1 });
  });

  test('the answer was given to an execution that a newer one has followed: that one finds it by itself', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0]);
    running.chain.kill(await running.round());
    const seen = await running.requests();
    await move(running);
    expect(await moveRoundOn(running.store, running.chain, await running.round(), seen, LATER)).toEqual(
      NOTHING,
    );
    expect(await running.round()).toMatchObject({ epoch: 2 });
  });

  test('the round was closed meanwhile: nothing is owed', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body, 'rejected');
    const seen = { round: await running.round(), requests: await running.requests() };
    for (const { token } of seen.requests) await running.chain.wake(token!);
    await running.chain.catchUp();
    expect(await moveRoundOn(running.store, running.chain, seen.round, seen.requests, LATER)).toEqual(
      NOTHING,
    );
    expect(await running.round()).toMatchObject({ status: 'handed-over', epoch: 1 });
  });
});

test('a wait that times out joins its request anew; the answer then wakes it by the new token', async () => {
  const running = await asked();
  const before = (await request(running))!.token;
  await running.chain.timeOut(COLLEGES[0]);
  expect((await request(running))!.token).not.toBe(before);
  expect(running.chain.asked).toHaveLength(2);
  for (const body of COLLEGES) await running.decide(body);
  expect(await move(running)).toMatchObject({ woken: 2, resumed: 0 });
  await running.chain.catchUp();
  expect(await running.round()).toMatchObject({ stage: 1, faults: 0 });
});
