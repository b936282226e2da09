import { expect, test } from 'vitest';
import { Refusal } from '../../functions/domain/refusal.ts';
import { auditRowsOf, store } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import {
  answer,
  answerAll,
  atRest,
  COLLEGES,
  COUNCILS,
  startedTrajectory,
  untilAsked,
  untilRound,
} from './trajectories.ts';

const R1 = 'process-proposal.r1';

async function decidedEntries(trajectory: string, body: string) {
  const entries = await auditRowsOf(trajectory);
  return entries.filter(({ what, subject }) => what === 'decided' && subject === `${R1} ${body}`);
}

test('of two different answers at the same moment exactly one is recorded, and the other is a CONFLICT', async () => {
  const { id } = await startedTrajectory('race-other');
  for (const body of COLLEGES.slice(0, 3)) {
    const results = await Promise.allSettled([
      answer(id, R1, body, { outcome: 'adopted' }),
      answer(id, R1, body, { outcome: 'rejected' }),
    ]);
    const recorded = results.filter((result) => result.status === 'fulfilled');
    const refused = results.filter((result) => result.status === 'rejected');
    expect(recorded).toHaveLength(1);
    expect(refused.map(({ reason }) => (reason as Refusal).code)).toEqual(['CONFLICT']);
    const request = await store.request(id, R1, body);
    expect(request?.decisionId).toBe(recorded[0]?.value.request.decisionId);
    const entries = await decidedEntries(id, body);
    expect(entries.map(({ details }) => (details as { outcome: string }).outcome)).toEqual([
      request?.outcome,
    ]);
  }
});

test('the same answer twice at the same moment is recorded once, with one audit entry and one mail', async () => {
  const plan = await startedTrajectory('race-same');
  const results = await Promise.all([1, 2, 3, 4].map(() => answer(plan.id, R1, 'GM0072/college')));
  expect(results.filter(({ changed }) => changed)).toHaveLength(1);
  expect(await decidedEntries(plan.id, 'GM0072/college')).toHaveLength(1);
  await atRest(plan);
  const told = (await mailsOf(plan.id)).filter(({ reference }) => reference.includes('/decided-'));
  expect(told).toHaveLength(1);
});

test('all bodies of a stage answering at the same moment pass it once', async () => {
  const plan = await startedTrajectory('race-all');
  await Promise.all(COLLEGES.map((body) => answer(plan.id, R1, body)));
  await untilRound(plan.id, R1, 'is past the colleges', ({ stage }) => stage === 1);
  await atRest(plan);
  const passed = (await auditRowsOf(plan.id)).filter(({ what }) => what === 'stage-passed');
  expect(passed).toHaveLength(1);
});

test('a body that decides before its stage is never asked, and the chain concludes with its answer', async () => {
  const plan = await startedTrajectory('early');
  await answer(plan.id, R1, 'GM0072/council', {
    outcome: 'noted',
    on: '2025-12-03',
    at: '2025-12-03T20:00:00.000Z',
  });
  await answerAll(plan.id, R1, COLLEGES);
  await untilAsked(plan.id, R1, ['rac']);
  await answer(plan.id, R1, 'rac', { outcome: 'noted' });
  const others = COUNCILS.filter((body) => body !== 'GM0072/council');
  await untilAsked(plan.id, R1, others);
  await atRest(plan);
  await answerAll(plan.id, R1, others, { outcome: 'noted' });
  await untilRound(plan.id, R1, 'is concluded', ({ status }) => status === 'concluded');
  await atRest(plan);

  const early = await store.request(plan.id, R1, 'GM0072/council');
  expect(early).toMatchObject({ status: 'decided', outcome: 'noted', decidedOn: '2025-12-03' });
  expect(early?.askedAt).toBeUndefined();
  expect(early?.token).toBeUndefined();
  const asked = (await mailsOf(plan.id)).filter(({ reference }) => /\/council\/asked$/.test(reference));
  expect(asked.map(({ reference }) => reference).sort()).toEqual(
    others.map((body) => `${R1}/${body}/asked`).sort(),
  );
});

test('a whole stage that decides before it is asked is passed without asking anybody', async () => {
  const plan = await startedTrajectory('early-all');
  await answer(plan.id, R1, 'rac', { outcome: 'noted' });
  await answerAll(plan.id, R1, COLLEGES);
  await untilAsked(plan.id, R1, COUNCILS);
  await atRest(plan);
  expect((await mailsOf(plan.id)).filter(({ reference }) => reference === `${R1}/rac/asked`)).toEqual([]);
  expect(await untilRound(plan.id, R1, 'is at the councils', ({ stage }) => stage === 2)).toMatchObject({
    status: 'open',
  });
});

test('an answer that loses against the end of its round is refused, not lost in it', async () => {
  const plan = await startedTrajectory('race-end');
  await answer(plan.id, R1, 'GM0072/college', { outcome: 'rejected' });
  await answerAll(plan.id, R1, ['GM1900/college', 'GM1949/college']);
  const [, early] = await Promise.allSettled([
    answer(plan.id, R1, 'GM1940/college'),
    answer(plan.id, R1, 'rac', { outcome: 'noted' }),
  ]);
  await untilRound(plan.id, R1, 'is divided', ({ status }) => status === 'handed-over');
  const request = await store.request(plan.id, R1, 'rac');
  if (early.status === 'rejected') {
    expect((early.reason as Refusal).code).toBe('ROUND_CLOSED');
    expect(request).toBeUndefined();
  } else {
    expect(request).toMatchObject({ status: 'decided', outcome: 'noted' });
  }
  await expect(answer(plan.id, R1, 'GM1900/council', { outcome: 'noted' })).rejects.toThrow(Refusal);
});
