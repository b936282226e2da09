import { describe, expect, test } from 'vitest';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { recordSilences } from '../../functions/operations/recordSilences.ts';
import { weighRound } from '../../functions/operations/weighRound.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  COUNCILS,
  createMailbox,
  examplePlan,
  ROUND,
  type Running,
} from './exampleRecord.ts';
import { tell } from './goOn.ts';

/** 30 working days after the RAC was asked on 2 February. */
const TERM = '2026-03-16';
const AFTER_TERM = '2026-03-17T06:30:00.000Z';
const MUCH_LATER = '2027-03-17T06:30:00.000Z';

/** The colleges agreed, and the RAC is asked to take note; the request left on the day it was asked. */
async function racAsked(plan = examplePlan()): Promise<Running> {
  const running = await asked(plan);
  for (const body of COLLEGES) await running.decide(body);
  for (const { token } of await running.requests()) await running.chain.wake(token!);
  await running.chain.catchUp();
  expect(await running.round()).toMatchObject({ stage: 1 });
  await tell(running, createMailbox());
  return running;
}

const record = async ({ store, round, requests }: Running, at: string) =>
  recordSilences(store, await round(), await requests(), at, 'real');
const rac = ({ store }: Running) => store.request('voorbeeld', ROUND, 'rac');
const defer = ({ store }: Running, newDate: string) =>
  recordDecision(
    store,
    { trajectory: 'voorbeeld', round: ROUND, body: 'rac', outcome: 'deferred', on: '2026-03-02', newDate },
    '2026-03-02T09:00:00.000Z',
    CLERK,
  );

test('a body that only takes note and stays silent beyond its term is recorded as silent', async () => {
  const running = await racAsked();
  expect(await rac(running)).toMatchObject({ silenceOn: TERM });
  expect(await record(running, '2026-03-16T06:30:00.000Z')).toBe(0);
  expect(await record(running, AFTER_TERM)).toBe(1);
  expect(await rac(running)).toMatchObject({
    status: 'decided',
    outcome: 'noted',
    decidedOn: TERM,
    via: 'watch',
  });
  expect((await running.store.audit('voorbeeld')).at(-1)).toMatchObject({
    what: 'decided',
    via: 'watch',
    details: { silence: true },
  });
});

test('recorded twice, or by two watches at once, it is one silence', async () => {
  const running = await racAsked();
  expect((await Promise.all([record(running, AFTER_TERM), record(running, AFTER_TERM)])).sort()).toEqual([
    0, 1,
  ]);
  expect(await record(running, AFTER_TERM)).toBe(0);
});

// The guards are `request.role !== 'note'` here and OUTCOMES_OF_ROLE in judge; it fails without both.
test('a council that stays silent where it decides is never recorded, however long it takes', async () => {
  const running = await racAsked();
  await record(running, AFTER_TERM);
  for (const { token, wokenAt } of await running.requests())
    if (token && !wokenAt) await running.chain.wake(token);
  await running.chain.catchUp();
  expect(await running.round()).toMatchObject({ stage: 2 });
  const requests = (await running.requests()).map((request) => ({ ...request, silenceOn: TERM }));
  expect(await recordSilences(running.store, await running.round(), requests, MUCH_LATER, 'real')).toBe(0);
  for (const body of COUNCILS)
    expect(await running.store.request('voorbeeld', ROUND, body)).toMatchObject({ status: 'open' });
  expect(await weighRound(running.store, { trajectory: 'voorbeeld', round: ROUND, epoch: 1 })).toMatchObject({
    asking: 'CouncilsDecide',
  });
});

test('a body that has to advise is never recorded as silent', async () => {
  const advising = examplePlan([
    '{ask: rac, role: note, silence: {means: noted, after: 30}, milestone: noted}',
    '{ask: rac, role: advise, milestone: noted}',
  ]);
  const running = await racAsked(advising);
  const requests = (await running.requests()).map((request) => ({ ...request, silenceOn: TERM }));
  expect(await recordSilences(running.store, await running.round(), requests, MUCH_LATER, 'real')).toBe(0);
  expect(await rac(running)).toMatchObject({ status: 'open', role: 'advise' });
});

test('where the plan says nothing of silence, a noting body is waited for', async () => {
  const running = await racAsked(examplePlan([' silence: {means: noted, after: 30},', '']));
  expect(await record(running, MUCH_LATER)).toBe(0);
});

describe('a deferral', () => {
  // The guard is termOf in recordSilences.
  test('gives the body until its new date', async () => {
    const running = await racAsked();
    await defer(running, '2026-04-15');
    expect(await record(running, AFTER_TERM)).toBe(0);
    expect(await record(running, '2026-04-15T06:30:00.000Z')).toBe(0);
    expect(await record(running, '2026-04-16T06:30:00.000Z')).toBe(1);
    expect(await rac(running)).toMatchObject({ decidedOn: '2026-04-15' });
  });

  test('to a day within the term does not shorten it', async () => {
    const running = await racAsked();
    await defer(running, '2026-03-05');
    expect(await record(running, '2026-03-06T06:30:00.000Z')).toBe(0);
    expect(await record(running, AFTER_TERM)).toBe(1);
  });

  // The guard is `postponedTo > answer.on` in judge: the watch had read the request before.
  test('that comes in while the watch records the silence, stands', async () => {
    const running = await racAsked();
    running.store.before('writeAnswer', () => defer(running, '2026-04-15'));
    expect(await record(running, AFTER_TERM)).toBe(0);
    expect(await rac(running)).toMatchObject({ status: 'open', deferrals: [{ newDate: '2026-04-15' }] });
  });
});

test('an answer that comes in while the watch records the silence, stands', async () => {
  const running = await racAsked();
  running.store.before('writeAnswer', () => running.decide('rac', 'noted', '2026-03-10T09:00:00.000Z'));
  expect(await record(running, AFTER_TERM)).toBe(0);
  expect(await rac(running)).toMatchObject({ decidedOn: '2026-03-10', via: 'command-line' });
});

test('in a round that is closed nothing is recorded', async () => {
  const running = await racAsked();
  const closed = { ...(await running.round()), status: 'withdrawn' as const };
  expect(await recordSilences(running.store, closed, await running.requests(), AFTER_TERM, 'real')).toBe(0);
});
