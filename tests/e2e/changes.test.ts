import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDailyWatch } from '../../functions/adapters/dailyWatch.ts';
import { correctDecision } from '../../functions/operations/correctDecision.ts';
import { pauseMails } from '../../functions/operations/mailPause.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { withdrawRound } from '../../functions/operations/withdrawRound.ts';
import { besluitketenHere } from './commandLine.ts';
import { chain, outputs, settings, store } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import {
  answer,
  answerAll,
  atRest,
  BY,
  COLLEGES,
  copyOfPlan,
  startedTrajectory,
  untilAsked,
  untilRound,
} from './trajectories.ts';
import { until } from './until.ts';

const ROUND = 'process-proposal.r1';
const AT = '2025-12-17T09:00:00.000Z';
const HISTORY = join(import.meta.dirname, '..', 'history', 'memo-start.csv');

test('a process under way is joined without a mail for its past, and goes on as if it had always been here', async () => {
  const { id, file } = copyOfPlan('joined');
  const joined = await besluitketenHere(['start', file, '--history', HISTORY]);
  expect(joined.exitCode).toBe(0);
  const others = COLLEGES.filter((body) => body !== 'GM1900/college');
  await untilAsked(id, ROUND, others);
  await until('the others are asked by mail', async () => (await mailsOf(id)).length === others.length);
  const [adopted] = (await store.requestsOfRound(id, ROUND)).filter(({ body }) => body === 'GM1900/college');
  expect(adopted).toMatchObject({ outcome: 'adopted', decidedOn: '2025-12-16', reference: 'O25.002770' });
  await answerAll(id, ROUND, others, { at: new Date().toISOString() });
  await untilAsked(id, ROUND, ['rac']);
  expect((await mailsOf(id)).filter(({ reference }) => reference.includes('GM1900/college'))).toEqual([]);
});

test('a withdrawn round ends its chain, tells who was asked once, and may be revised', async () => {
  const { id } = await startedTrajectory('withdrawn');
  await withdrawRound(store, id, ROUND, 'Het voorstel is achterhaald.', AT, BY);
  const round = await untilRound(id, ROUND, 'is withdrawn', ({ status }) => status === 'withdrawn');
  await until('its execution has ended', async () => (await chain.state(round)) === 'succeeded');
  // Only then can it not ask any more: the next watch takes it off the list.
  await createDailyWatch(outputs.WatchArn, settings).run({ at: '2025-12-18T06:30:00.000Z', trajectory: id });
  await untilRound(id, ROUND, 'is settled', ({ openIn }) => openIn === undefined);
  const told = (await mailsOf(id)).filter(({ reference }) => reference.endsWith('/withdrawn'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('Het voorstel is achterhaald.');
  await expect(answer(id, ROUND, COLLEGES[0])).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
  await reviseRound(store, id, ROUND, 'Nieuw voorstel.', AT, BY);
  await untilAsked(id, 'process-proposal.r2', COLLEGES);
});

test('a wrong entry is corrected before its stage is weighed, and the stage passes on what it should have been', async () => {
  const copy = await startedTrajectory('corrected');
  const { id } = copy;
  await answer(id, ROUND, COLLEGES[0], { outcome: 'rejected' });
  const correction = {
    trajectory: id,
    round: ROUND,
    body: COLLEGES[0],
    on: '2025-12-16',
    reason: 'verkeerde regel',
  };
  expect(await correctDecision(store, { ...correction, outcome: 'adopted' }, AT, BY)).toBe('corrected');
  await answerAll(id, ROUND, COLLEGES.slice(1));
  await untilAsked(id, ROUND, ['rac']);
  await atRest(copy);
  expect((await mailsOf(id)).some(({ text }) => text.includes('verkeerde regel'))).toBe(true);
  expect(await correctDecision(store, { ...correction, outcome: 'rejected' }, AT, BY)).toBe('flagged');
  expect(await store.openFlags(id)).toMatchObject([{ flag: 'late-correction' }]);
});

test('nothing leaves while mails are paused, and nothing is lost by it', async () => {
  const copy = await startedTrajectory('paused');
  const { id } = copy;
  const before = (await mailsOf(id)).length;
  await pauseMails(store, id, true, AT, BY);
  await answerAll(id, ROUND, COLLEGES);
  await untilAsked(id, ROUND, ['rac']);
  const listed = await besluitketenHere(['mail', 'list', id, '--json']);
  const { mails } = JSON.parse(listed.stdout) as { mails: { status: string; kind: string }[] };
  // What is late by now is to be reminded of as well; that is listed too, and waits for the next watch.
  const paused = mails.filter(({ status, kind }) => status === 'paused' && kind !== 'reminder');
  expect(paused).toHaveLength(5);
  expect(await mailsOf(id)).toHaveLength(before);
  await pauseMails(store, id, false, AT, BY);
  await until('all of them have left', async () => (await mailsOf(id)).length === before + 5);
  await atRest(copy);
});
