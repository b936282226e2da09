import { describe, expect, test } from 'vitest';
import { auditEntry } from '../../functions/domain/audit.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { resumeByHand } from '../../functions/operations/resumeByHand.ts';
import { resumeAfterFault } from '../../functions/operations/resumeRound.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { weighRound } from '../../functions/operations/weighRound.ts';
import { withdrawRound } from '../../functions/operations/withdrawRound.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  COUNCILS,
  createClock,
  createMailbox,
  LATER,
  opened,
  ROUND,
  ROUND_ID,
  type Running,
  requestRow,
  started,
} from './exampleRecord.ts';
import { goOn } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

const REASON = 'Het voorstel is achterhaald';
const AT = '2026-02-04T09:00:00.000Z';
const withdraw = ({ store }: Running, reason = REASON, round: string = ROUND, at = AT) =>
  withdrawRound(store, 'voorbeeld', round, reason, at, CLERK);
const statuses = async (running: Running) =>
  (await running.requests()).map(({ body, status }) => [body, status]);
const endings = ({ chain }: Running) => [...chain.executions.values()].map(({ ending }) => ending);
const KEYS = { trajectory: 'voorbeeld', round: ROUND, epoch: 1 };

describe('a withdrawn round', () => {
  test('has its open requests closed and its answers kept, with one entry in the log', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0]);
    expect(await withdraw(running)).toEqual({ changed: true });
    expect(await running.round()).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: REASON,
      closedAt: AT,
    });
    expect(await statuses(running)).toEqual([
      [COLLEGES[0], 'decided'],
      [COLLEGES[1], 'closed'],
    ]);
    expect((await running.store.audit('voorbeeld')).filter(({ what }) => what === 'withdrawn')).toMatchObject(
      [{ at: AT, subject: ROUND, by: 'griffier', details: { reason: REASON, open: 1 } }],
    );
  });

  // The guard is `round.status === 'withdrawn'` in isWakeOwed: nobody would wake its waits otherwise.
  test('wakes its execution, which ends as withdrawn, and nobody is asked any more', async () => {
    const running = await asked();
    await withdraw(running);
    await goOn(running);
    expect(endings(running)).toEqual(['Withdrawn']);
    expect(running.chain.asked).toHaveLength(2);
  });

  test('ends as withdrawn at a later stage too; what had passed stays passed', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body);
    await goOn(running);
    await withdraw(running);
    await goOn(running);
    expect(endings(running)).toEqual(['Withdrawn']);
    expect(await running.round()).toMatchObject({ status: 'withdrawn', stage: 1 });
    expect(await running.store.milestone('voorbeeld', 'proposal')).toMatchObject({ status: 'completed' });
  });

  test('is never started when it had not been', async () => {
    const running = await opened();
    await withdraw(running);
    await goOn(running);
    expect(running.chain.executions.size).toBe(0);
  });

  // The guards are `round?.status !== 'open'` in resumeAfterFault and `#status = :open` in raiseEpoch (it fails
  // without the second; without the first the second refuses).
  test('is never resumed: not after a fault, not at the moment of withdrawing, not by hand', async () => {
    const running = await asked();
    const { store, chain } = running;
    chain.kill(await running.round());
    store.before('raiseEpoch', () => withdraw(running));
    expect(await resumeAfterFault(store, chain, 'voorbeeld', ROUND_ID, 1, AT)).toBe('not-needed');
    expect(await resumeAfterFault(store, chain, 'voorbeeld', ROUND_ID, 1, AT)).toBe('not-needed');
    await goOn(running);
    await expect(
      resumeByHand(store, chain, 'voorbeeld', ROUND, AT, { by: 'beheerder', via: 'command-line' }),
    ).rejects.toMatchObject({
      code: 'ROUND_CLOSED',
    });
    expect(await running.round()).toMatchObject({ epoch: 1 });
    expect(chain.executions.size).toBe(1);
  });

  test('takes no answer any more, also from a body that had not been asked', async () => {
    const running = await asked();
    await withdraw(running);
    for (const body of [COLLEGES[0], COUNCILS[0]]) {
      await expect(running.decide(body)).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    }
  });

  test('withdrawn again for the same reason is a success without effect; for another it is refused', async () => {
    const running = await asked();
    await withdraw(running);
    const before = running.store.snapshot();
    expect(await withdraw(running, REASON, ROUND, '2026-02-09T09:00:00.000Z')).toEqual({ changed: false });
    await expect(withdraw(running, 'Iets anders')).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    expect(running.store.snapshot()).toEqual(before);
  });

  test('may have been divided: nobody has to revise it then', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body, 'rejected');
    await goOn(running);
    expect(await withdraw(running)).toEqual({ changed: true });
    expect(await running.round()).toMatchObject({ status: 'withdrawn' });
  });
});

describe('at the same moment', () => {
  // The guard is `#status = :open` in closeRequest.
  test('an answer that comes first stands, and the withdrawal closes what is still open', async () => {
    const running = await asked();
    running.store.before('writeWithdrawal', () => running.decide(COLLEGES[0]));
    expect(await withdraw(running)).toEqual({ changed: true });
    expect(await statuses(running)).toEqual([
      [COLLEGES[0], 'decided'],
      [COLLEGES[1], 'closed'],
    ]);
  });

  // The guard is `#status = :open` in writeAnswer.
  test('an answer that comes second is refused, and nothing of it is kept', async () => {
    const running = await asked();
    running.store.before('writeAnswer', () => withdraw(running));
    await expect(running.decide(COLLEGES[0])).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    expect(await statuses(running)).toEqual([
      [COLLEGES[0], 'closed'],
      [COLLEGES[1], 'closed'],
    ]);
  });

  test('of one answer and a withdrawal exactly one wins the request', async () => {
    const running = await asked();
    const [answer] = await Promise.allSettled([running.decide(COLLEGES[0]), withdraw(running)]);
    const [[, status] = []] = await statuses(running);
    expect(status).toBe(answer.status === 'fulfilled' ? 'decided' : 'closed');
    expect(await running.round()).toMatchObject({ status: 'withdrawn' });
  });

  // The guard is the ConditionCheck on the round in writeAnswer.
  test('the answer of a body that was not asked yet is refused', async () => {
    const running = await asked();
    running.store.before('writeAnswer', () => withdraw(running));
    await expect(running.decide(COUNCILS[0])).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    expect(await running.store.request('voorbeeld', ROUND, COUNCILS[0])).toBeUndefined();
  });

  // The guard is `#status = :open` in advanceRound.
  test('a weighing that has read all answers passes no stage', async () => {
    const running = await asked();
    for (const body of COLLEGES) await running.decide(body);
    running.store.before('advanceRound', () => withdraw(running));
    expect(await weighRound(running.store, KEYS)).toEqual({ ending: 'Withdrawn' });
    expect(await running.round()).toMatchObject({ stage: 0 });
  });

  // The guard is `#status = :seen` in writeWithdrawal.
  test('a round that is concluded first is not withdrawn', async () => {
    const running = await asked();
    for (const body of [...COLLEGES, ...COUNCILS]) await running.decide(body);
    await running.decide('rac', 'noted');
    running.store.before('writeWithdrawal', () => weighRound(running.store, KEYS));
    await expect(withdraw(running)).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    expect(await running.round()).toMatchObject({ status: 'concluded' });
  });

  test('two withdrawals for two reasons: one is written', async () => {
    const running = await asked();
    const both = await Promise.allSettled([withdraw(running), withdraw(running, 'Iets anders')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('its requests are closed after its row', () => {
  const rowOnly = async ({ store, round }: Running) =>
    store.writeWithdrawal(
      await round(),
      REASON,
      AT,
      auditEntry({
        trajectory: 'voorbeeld',
        at: AT,
        what: 'withdrawn',
        subject: ROUND,
        ...CLERK,
        details: {},
      }),
    );
  const watch = (running: Running) =>
    watchDay(
      {
        reference: NOTHING_IMPORTED,
        store: running.store,
        chain: running.chain,
        sender: createMailbox(),
        now: createClock(AT).now,
      },
      'voorbeeld',
      AT,
    );

  // DynamoDB takes 100 items a transaction; forty bodies in each of three stages may have one open.
  test('also when there are more than a transaction takes', async () => {
    const running = await opened();
    const bodies = Array.from({ length: 120 }, (_, index) => `GM${String(1000 + index)}/council`);
    for (const body of bodies) running.store.ask({ ...requestRow(COLLEGES[0]), body }, `token of ${body}`);
    expect(await withdraw(running)).toEqual({ changed: true });
    expect(new Set((await running.requests()).map(({ status }) => status))).toEqual(new Set(['closed']));
    expect((await running.store.audit('voorbeeld')).at(-1)).toMatchObject({ details: { open: 120 } });
  });

  test.each([
    ['whoever moves the round on', (running: Running) => goOn(running)],
    ['the watch', watch],
    ['withdrawing it once more', (running: Running) => withdraw(running)],
  ])('by %s when the withdrawal broke off after its row', async (_rule, closes) => {
    const running = await asked();
    await rowOnly(running);
    expect(await statuses(running)).toEqual(COLLEGES.map((body) => [body, 'open']));
    await closes(running);
    expect(await statuses(running)).toEqual(COLLEGES.map((body) => [body, 'closed']));
  });

  test('and what cannot be closed now does not make the withdrawal fail', async () => {
    const running = await asked();
    running.store.before('closeRequest', () =>
      Promise.reject(new Unavailable('De tabel', new Error('throttled'))),
    );
    expect(await withdraw(running)).toEqual({ changed: true });
    await watch(running);
    expect(await statuses(running)).toEqual(COLLEGES.map((body) => [body, 'closed']));
  });

  // As if it had come a moment before the withdrawal: it was judged before it.
  test('an answer that is written in between stands, and its execution ends as withdrawn', async () => {
    const running = await asked();
    running.store.before('writeAnswer', () => rowOnly(running));
    await running.decide(COLLEGES[0]);
    await watch(running);
    await running.chain.catchUp();
    expect(await statuses(running)).toEqual([
      [COLLEGES[0], 'decided'],
      [COLLEGES[1], 'closed'],
    ]);
    expect(endings(running)).toEqual(['Withdrawn']);
  });
});

describe('is refused', () => {
  test('what is not open yet, not in the plan, or no trajectory', async () => {
    await expect(withdraw(await started())).rejects.toMatchObject({ code: 'ROUND_NOT_OPEN_YET' });
    const running = await asked();
    await expect(withdraw(running, REASON, 'andere.r1')).rejects.toMatchObject({ code: 'UNKNOWN_ROUND' });
    await expect(withdrawRound(running.store, 'onbekend', ROUND, REASON, LATER, CLERK)).rejects.toMatchObject(
      {
        code: 'UNKNOWN_TRAJECTORY',
      },
    );
  });
});
