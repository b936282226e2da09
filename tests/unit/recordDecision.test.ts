import { describe, expect, test } from 'vitest';
import type { Answer } from '../../functions/domain/decision/answer.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  COUNCILS,
  LATER,
  opened,
  ROUND,
  type Running,
  started,
} from './exampleRecord.ts';

const ADOPTED: Answer = {
  trajectory: 'voorbeeld',
  round: ROUND,
  body: COLLEGES[0],
  outcome: 'adopted',
  on: '2026-02-02',
};
const REJECTED: Answer = { ...ADOPTED, outcome: 'rejected' };
const DEFERRED: Answer = { ...ADOPTED, outcome: 'deferred', newDate: '2026-03-03' };

const record = ({ store }: Running, answer: Answer, at = LATER) => recordDecision(store, answer, at, CLERK);
const entries = async ({ store, plan }: Running, what = 'decided') =>
  (await store.audit(plan.id)).filter((entry) => entry.what === what);

describe('a decision', () => {
  test('is recorded on the request, with one audit entry that holds its content', async () => {
    const running = await asked();
    const answer = { ...ADOPTED, reference: 'O26.001', note: 'Met een kanttekening' };
    expect(await record(running, answer)).toMatchObject({ changed: true, request: { status: 'decided' } });
    expect(await running.requests()).toContainEqual(
      expect.objectContaining({
        body: COLLEGES[0],
        status: 'decided',
        outcome: 'adopted',
        token: expect.any(String),
      }),
    );
    expect(await entries(running)).toMatchObject([
      {
        at: LATER,
        subject: `${ROUND} ${COLLEGES[0]}`,
        by: 'griffier',
        via: 'command-line',
        details: { outcome: 'adopted', on: '2026-02-02', reference: 'O26.001', note: 'Met een kanttekening' },
      },
    ]);
  });

  test('no token is in the audit log', async () => {
    const running = await asked();
    await record(running, ADOPTED);
    const tokens = (await running.requests()).flatMap(({ token }) => token ?? []);
    expect(tokens).toHaveLength(2);
    const log = JSON.stringify(await running.store.audit('voorbeeld'));
    for (const token of tokens) expect(log).not.toContain(token);
  });

  // The guard is the first line of judge, `isRecorded`.
  test('the same again is a success without effect', async () => {
    const running = await asked();
    await record(running, ADOPTED);
    const before = running.store.snapshot();
    expect(await record(running, ADOPTED, '2026-02-09T09:00:00.000Z')).toMatchObject({ changed: false });
    expect(running.store.snapshot()).toEqual(before);
  });

  test('refused, nothing was changed', async () => {
    const running = await asked();
    await record(running, ADOPTED);
    const before = running.store.snapshot();
    for (const answer of [
      REJECTED,
      { ...ADOPTED, body: 'GM0009/college' },
      { ...ADOPTED, body: COLLEGES[1], on: '2026-12-01' },
    ]) {
      await expect(record(running, answer)).rejects.toHaveProperty('code');
    }
    expect(running.store.snapshot()).toEqual(before);
  });
});

describe('two at once', () => {
  // The guard is the condition of writeAnswer (`#status = :open` and the size of the deferrals).
  test('two different decisions: one stands, the other is a conflict, one entry is in the log', async () => {
    const running = await asked();
    const results = await Promise.allSettled([record(running, ADOPTED), record(running, REJECTED)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find(({ status }) => status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'CONFLICT' } });
    expect(await entries(running)).toHaveLength(1);
  });

  test('the same decision twice: both succeed, one writes', async () => {
    const running = await asked();
    const results = await Promise.all([record(running, ADOPTED), record(running, ADOPTED)]);
    expect(results.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(await entries(running)).toHaveLength(1);
  });

  test('before the body was asked it goes the same way', async () => {
    const running = await opened();
    const results = await Promise.allSettled([record(running, ADOPTED), record(running, REJECTED)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await running.requests()).toHaveLength(1);
  });

  // The guard is the loop of recordDecision: it reads anew after a condition that did not hold.
  test('a decision that loses to a deferral is judged again and follows it', async () => {
    const running = await asked();
    running.store.before('writeAnswer', () => record(running, DEFERRED));
    expect(await record(running, ADOPTED)).toMatchObject({ changed: true });
    expect(await running.store.request('voorbeeld', ROUND, COLLEGES[0])).toMatchObject({
      status: 'decided',
      outcome: 'adopted',
      deferrals: [{ newDate: '2026-03-03' }],
    });
  });

  test('a body that is asked while it answers has its answer, and keeps the token that wakes the chain', async () => {
    const running = await opened();
    running.store.before('writeAnswer', async () => {
      await running.chain.start(await running.round());
      await running.chain.catchUp();
    });
    await record(running, ADOPTED);
    expect(await running.store.request('voorbeeld', ROUND, COLLEGES[0])).toMatchObject({
      status: 'decided',
      token: expect.any(String),
      askedAt: expect.any(String),
    });
  });

  test('who loses all the time is told to try again', async () => {
    const running = await asked();
    const { store } = running;
    for (let attempt = 0; attempt < 5; attempt++) {
      const on = `2026-01-2${attempt + 1}`;
      store.before('writeAnswer', () => record(running, { ...DEFERRED, on }, LATER));
      // The deferral that gets in between passes its own call of writeAnswer.
      store.before('writeAnswer', () => undefined);
    }
    await expect(record(running, ADOPTED)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await entries(running)).toEqual([]);
  });
});

describe('a body that decides before it was asked', () => {
  // The guard is the condition of the chain's own putItem: attribute_not_exists(pk).
  test('is not asked any more: the chain finds its answer', async () => {
    const running = await opened();
    await record(running, ADOPTED);
    await running.chain.start(await running.round());
    await running.chain.catchUp();
    expect(running.chain.asked).toEqual([`${ROUND} ${COLLEGES[1]}`]);
  });

  test('may be one of a later stage', async () => {
    const running = await asked();
    await record(running, { ...ADOPTED, body: COUNCILS[0] });
    expect(await running.store.request('voorbeeld', ROUND, COUNCILS[0])).toMatchObject({
      stage: 2,
      status: 'decided',
    });
    expect(await running.round()).toMatchObject({ stage: 0 });
  });

  // The guard is the ConditionCheck on the round in writeAnswer.
  test('is refused when the round closes in that moment', async () => {
    const running = await asked();
    running.store.before('writeAnswer', async () => {
      await running.decide(COLLEGES[0], 'rejected');
      await running.decide(COLLEGES[1]);
      for (const { token } of await running.requests()) if (token) await running.chain.wake(token);
      await running.chain.catchUp();
    });
    await expect(record(running, { ...ADOPTED, body: COUNCILS[0] })).rejects.toMatchObject({
      code: 'ROUND_CLOSED',
    });
    expect(await running.store.request('voorbeeld', ROUND, COUNCILS[0])).toBeUndefined();
  });
});

describe('there is nothing to answer to', () => {
  test('a trajectory that does not exist', async () => {
    await expect(record(await asked(), { ...ADOPTED, trajectory: 'onbekend' })).rejects.toMatchObject({
      code: 'UNKNOWN_TRAJECTORY',
    });
  });
  test('a round that the plan does not know; the sentence names those it does', async () => {
    await expect(record(await asked(), { ...ADOPTED, round: 'andere.r1' })).rejects.toMatchObject({
      code: 'UNKNOWN_ROUND',
      message: expect.stringContaining('main'),
    });
  });
  test('a round that has not been opened yet', async () => {
    await expect(record(await started(), ADOPTED)).rejects.toMatchObject({ code: 'ROUND_NOT_OPEN_YET' });
    await expect(record(await asked(), { ...ADOPTED, round: 'main.r2' })).rejects.toMatchObject({
      code: 'ROUND_NOT_OPEN_YET',
    });
  });
});
