import { describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/handlers/weigh-round/handler.ts';
import { weighRound } from '../../functions/operations/weighRound.ts';
import {
  asked,
  COLLEGES,
  COUNCILS,
  examplePlan,
  LATER,
  OPENED,
  opened,
  ROUND,
  type Running,
} from './exampleRecord.ts';

const weigh = ({ store }: Running, epoch = 1) =>
  weighRound(store, { trajectory: 'voorbeeld', round: ROUND, epoch });
const NOTED_AT = '2026-02-09T09:00:00.000Z';
const ADOPTED_AT = '2026-02-16T09:00:00.000Z';

test('at the start of a round its first stage is asked, each body with its request', async () => {
  const next = await weigh(await opened());
  expect(next).toMatchObject({ asking: 'CollegesDecide' });
  expect('requests' in next && next.requests.map(({ body }) => body)).toEqual([...COLLEGES]);
});

test('only those who have not answered are asked; weighing changes nothing while it waits', async () => {
  const running = await asked();
  await running.decide(COLLEGES[0]);
  const before = running.store.snapshot();
  expect(await weigh(running)).toMatchObject({ asking: 'CollegesDecide', requests: [{ body: COLLEGES[1] }] });
  expect(running.store.snapshot()).toEqual(before);
});

test('a passed stage moves the row on, and the next is asked at the latest of the answers', async () => {
  const running = await asked();
  for (const body of COLLEGES) await running.decide(body);
  expect(await weigh(running)).toMatchObject({
    asking: 'RacTakesNote',
    requests: [{ body: 'rac', stage: 1, role: 'note', askedAt: LATER, silenceOn: '2026-03-16' }],
  });
  expect(await running.round()).toMatchObject({ stage: 1, askAt: LATER });
});

test('a stage that takes note passes with what its body took note of', async () => {
  const running = await asked();
  for (const body of COLLEGES) await running.decide(body);
  await weigh(running);
  await running.decide('rac', 'noted', NOTED_AT);
  expect(await weigh(running)).toMatchObject({
    asking: 'CouncilsDecide',
    requests: [{ askedAt: NOTED_AT }, {}],
  });
  expect((await running.round()).stages[1]).toMatchObject({ verdict: 'noted', passedOn: '2026-02-09' });
});

test('when all had answered already, one weighing goes to the end, and nothing is asked', async () => {
  const running = await opened();
  for (const body of [...COLLEGES, ...COUNCILS]) await running.decide(body, 'adopted', ADOPTED_AT);
  await running.decide('rac', 'noted', NOTED_AT);
  expect(await weigh(running)).toEqual({ ending: 'RoundConcluded' });
  const log = await running.store.audit('voorbeeld');
  expect(log.filter(({ what }) => what === 'stage-passed')).toHaveLength(2);
  expect(log.filter(({ what }) => what === 'round-concluded')).toHaveLength(1);
  expect(await running.round()).toMatchObject({
    status: 'concluded',
    verdict: 'agreed',
    closedAt: ADOPTED_AT,
  });
});

test('a divided stage hands the round back, and asks nobody after it', async () => {
  const running = await asked();
  await running.decide(COLLEGES[0]);
  await running.decide(COLLEGES[1], 'rejected');
  expect(await weigh(running)).toEqual({ ending: 'HandedBackForRevision' });
  expect(await running.round()).toMatchObject({ status: 'handed-over', verdict: 'divided', stage: 0 });
});

test('the rule that counts is the one frozen on the round', async () => {
  const running = await asked(
    examplePlan(['{ask: colleges, role: decide,', '{ask: colleges, role: decide, amendedCounts: true,']),
  );
  for (const body of COLLEGES) await running.decide(body, 'amended');
  expect(await weigh(running)).toMatchObject({ asking: 'RacTakesNote' });
});

describe('an execution whose epoch is over', () => {
  // The guard is `round.epoch > epoch` in endingOf, and `#epoch = :epoch` in advanceRound.
  test('ends as superseded, also when all have answered', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body);
    const round = await running.round();
    await running.store.raiseEpoch(round, 1, {
      ...(await running.store.audit('voorbeeld'))[0]!,
      id: 'resumed',
    });
    expect(await weigh(running, 1)).toEqual({ ending: 'Superseded' });
    expect(await running.round()).toMatchObject({ stage: 0 });
    expect(await weigh(running, 2)).toMatchObject({ asking: 'RacTakesNote' });
  });

  test('that is overtaken in the middle of its weighing writes nothing', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body);
    const round = await running.round();
    const entry = { ...(await running.store.audit('voorbeeld'))[0]!, id: 'resumed' };
    running.store.before('advanceRound', () => running.store.raiseEpoch(round, 1, entry));
    expect(await weigh(running, 1)).toEqual({ ending: 'Superseded' });
    expect(await running.round()).toMatchObject({ stage: 0, epoch: 2 });
  });
});

describe('weighing again', () => {
  // The guard is `#stage = :stage` in advanceRound.
  test('twice at once passes the stage once', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body);
    const both = await Promise.all([weigh(running), weigh(running)]);
    expect(both[0]).toEqual(both[1]);
    expect(await running.round()).toMatchObject({ stage: 1 });
    expect(
      (await running.store.audit('voorbeeld')).filter(({ what }) => what === 'stage-passed'),
    ).toHaveLength(1);
  });

  test.each([
    ['concluded', 'adopted', 'RoundConcluded'],
    ['handed back', 'rejected', 'HandedBackForRevision'],
  ] as const)(
    'a round that was %s gives the same ending and changes nothing',
    async (_state, last, ending) => {
      const running = await opened();
      for (const body of [...COLLEGES, ...COUNCILS.slice(1)]) await running.decide(body);
      await running.decide(COUNCILS[0], last);
      await running.decide('rac', 'noted');
      await weigh(running);
      const before = running.store.snapshot();
      expect(await weigh(running)).toEqual({ ending });
      expect(running.store.snapshot()).toEqual(before);
    },
  );

  test('a withdrawn round ends as withdrawn', async () => {
    const running = await asked();
    const round = { ...(await running.round()), status: 'withdrawn' as const };
    expect(await weigh({ ...running, store: { ...running.store, round: async () => round } })).toEqual({
      ending: 'Withdrawn',
    });
  });

  test('a row that changes all the time is left for another try', async () => {
    const running = await opened();
    for (const body of COLLEGES) await running.decide(body);
    const store = { ...running.store, advanceRound: async () => false };
    await expect(weigh({ ...running, store })).rejects.toMatchObject({ name: 'Unavailable' });
  });
});

describe('what the chain reads', () => {
  test('is a state to go to, and per body the item to put, in the form of the table', async () => {
    const running = await opened();
    const output = await createHandler({ store: running.store })({
      trajectory: 'voorbeeld',
      round: ROUND,
      epoch: 1,
    });
    expect(output).toMatchObject({
      next: 'CollegesDecide',
      asks: [
        {
          body: COLLEGES[0],
          key: { pk: { S: 'TRAJECTORY#voorbeeld' }, sk: { S: `REQUEST#main#001#${COLLEGES[0]}` } },
          item: {
            body: { S: COLLEGES[0] },
            epoch: { N: '1' },
            askedAt: { S: OPENED },
            lastWrite: { S: 'asked' },
          },
        },
        { body: COLLEGES[1] },
      ],
    });
    // What is not there is left out, or DynamoDB refuses the item.
    expect(output.asks[0]!.item).not.toHaveProperty('silenceOn');
    expect(output.asks[0]!.item).not.toHaveProperty('token');
  });

  test('is an ending without anybody to ask', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body, 'rejected');
    const output = await createHandler({ store: running.store })({
      trajectory: 'voorbeeld',
      round: ROUND,
      epoch: 1,
    });
    expect(output).toEqual({ next: 'HandedBackForRevision', asks: [] });
  });
});
