import { describe, expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { settleRound } from '../../functions/operations/settleRound.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { withdrawRound } from '../../functions/operations/withdrawRound.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  createClock,
  createMailbox,
  opened,
  ROUND,
  type Running,
} from './exampleRecord.ts';
import { goOn, tell } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

const AT = '2026-02-04T09:00:00.000Z';
const withdraw = ({ store }: Running) =>
  withdrawRound(store, 'voorbeeld', ROUND, 'Het voorstel is achterhaald', AT, CLERK);

async function watch(running: Running, day: string, mailbox = createMailbox()) {
  const at = atTime(day, '07:30');
  const { store, chain } = running;
  const summary = await watchDay(
    { reference: NOTHING_IMPORTED, store, chain, sender: mailbox, now: createClock(at).now },
    'voorbeeld',
    at,
  );
  await chain.catchUp();
  return summary;
}

/** The chain has read that it must ask, and asks after the round was withdrawn. */
async function askedTooLate(): Promise<Running> {
  const running = await opened();
  running.store.before('requestsOfRound', () => withdraw(running));
  await running.chain.start(await running.round());
  await running.store.markStarted(await running.round(), AT);
  await running.chain.catchUp();
  expect((await running.requests()).map(({ status }) => status)).toEqual(['open', 'open']);
  return running;
}

describe('a request that the chain puts after the withdrawal', () => {
  // The guard is closedWithItsRound in moveRoundOn.
  test('is closed by the watch, which wakes its execution; that ends as withdrawn', async () => {
    const running = await askedTooLate();
    expect(await watch(running, '2026-02-05')).toMatchObject({ woken: 2, resumed: 0 });
    expect((await running.requests()).map(({ status }) => status)).toEqual(['closed', 'closed']);
    expect([...running.chain.executions.values()]).toMatchObject([
      { status: 'succeeded', ending: 'Withdrawn' },
    ]);
    expect(await watch(running, '2026-02-06')).toMatchObject({ woken: 0, settled: [ROUND] });
  });

  test('is not mailed to its body', async () => {
    const running = await askedTooLate();
    const mailbox = createMailbox();
    await watch(running, '2026-02-05', mailbox);
    expect(mailbox.sent.map(({ tags }) => tags.kind)).toEqual(['withdrawn']);
  });

  // The guard is the line on `chain` in settleRound: a settled round is watched no more.
  test('is found also when all was told before it was put: the round waits for its execution to end', async () => {
    const running = await opened();
    const mailbox = createMailbox();
    running.store.before('requestsOfRound', async () => {
      await withdraw(running);
      await tell(running, mailbox);
      expect(await settleRound(running.store, await running.round())).toBe(false);
      expect(await settleRound(running.store, await running.round(), running.chain)).toBe(false);
    });
    await running.chain.start(await running.round());
    await running.chain.catchUp();
    await watch(running, '2026-02-05');
    expect([...running.chain.executions.values()]).toMatchObject([{ ending: 'Withdrawn' }]);
    expect(await watch(running, '2026-02-06')).toMatchObject({ settled: [ROUND] });
  });
});

describe('of a withdrawal', () => {
  test('the lead and the bodies that were asked are told once, with the reason; nobody else', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0]);
    const mailbox = createMailbox();
    await tell(running, mailbox);
    mailbox.sent.length = 0;
    await withdraw(running);
    expect(await tell(running, mailbox)).toEqual({ sent: 1, failed: 0 });
    expect(await tell(running, mailbox)).toEqual({ sent: 0, failed: 0 });
    expect(mailbox.sent[0]).toMatchObject({
      to: ['lead@regio.example', 'college@aa.example', 'college@bee.example'],
      subject: 'Hoofdronde: ronde ingetrokken op 4 februari 2026',
      text: expect.stringContaining('Reden: Het voorstel is achterhaald'),
    });
  });
});

describe('after a withdrawal', () => {
  test('the watch does not resume a lost execution, wakes nobody, and settles the round', async () => {
    const running = await asked();
    running.chain.kill(await running.round());
    await withdraw(running);
    expect(await watch(running, '2026-02-05')).toMatchObject({
      started: 0,
      resumed: 0,
      woken: 0,
      settled: [ROUND],
    });
    expect(await running.store.openRounds('voorbeeld')).toEqual([]);
    expect(await running.round()).toMatchObject({ epoch: 1, status: 'withdrawn' });
  });

  test('a revision opens the next round, which begins at stage one and asks everybody anew', async () => {
    const running = await asked();
    await withdraw(running);
    await goOn(running);
    const revised = await reviseRound(running.store, 'voorbeeld', ROUND, 'Nieuw voorstel', AT, CLERK);
    expect(revised).toEqual({ round: 'main.r2', changed: true });
    await goOn(running, 2, AT);
    expect(running.chain.asked.slice(2)).toEqual(COLLEGES.map((body) => `main.r2 ${body}`));
    expect(await watch(running, '2026-02-05')).toMatchObject({ settled: [ROUND] });
    expect(await running.store.openRounds('voorbeeld')).toEqual([{ family: 'main', number: 2 }]);
  });

  test('and its revision, it cannot be withdrawn again', async () => {
    const running = await asked();
    await withdraw(running);
    await reviseRound(running.store, 'voorbeeld', ROUND, 'Nieuw voorstel', AT, CLERK);
    const again = withdrawRound(running.store, 'voorbeeld', ROUND, 'Iets anders', AT, CLERK);
    await expect(again).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
  });
});
