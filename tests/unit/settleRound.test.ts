import { describe, expect, test } from 'vitest';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { sendOwedMails } from '../../functions/operations/sendMails.ts';
import { settleRound } from '../../functions/operations/settleRound.ts';
import { withdrawRound } from '../../functions/operations/withdrawRound.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  COUNCILS,
  createClock,
  createMailbox,
  LATER,
  ROUND,
  type Running,
  requestRow,
} from './exampleRecord.ts';
import { toTell } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

async function example() {
  const running = await asked();
  const mailbox = createMailbox();
  const clock = createClock();
  const move = async () =>
    moveRoundOn(running.store, running.chain, await running.round(), await running.requests(), LATER);
  const send = async () =>
    sendOwedMails(
      { store: running.store, reference: NOTHING_IMPORTED, sender: mailbox, now: clock.now },
      await toTell(running),
    );
  const settle = async () => settleRound(running.store, await running.round());
  const owed = () => running.store.openRounds('voorbeeld');
  return { running, mailbox, move, send, settle, owed };
}

async function divide({ running, move }: Awaited<ReturnType<typeof example>>) {
  for (const body of COLLEGES) await running.decide(body, 'rejected');
  await move();
  await running.chain.catchUp();
}

async function conclude({ running, move }: Awaited<ReturnType<typeof example>>) {
  for (const body of [...COLLEGES, ...COUNCILS]) await running.decide(body);
  await running.decide('rac', 'noted');
  await move();
  await running.chain.catchUp();
  expect(await running.round()).toMatchObject({ status: 'concluded' });
}

test('an open round stays on the list of what is owed', async () => {
  const { settle, owed } = await example();
  expect(await settle()).toBe(false);
  expect(await owed()).toEqual([{ family: 'main', number: 1 }]);
});

test('a concluded round leaves the list when its mails are sent and its milestones completed', async () => {
  const all = await example();
  await conclude(all);
  const { move, send, settle, owed } = all;
  expect(await settle()).toBe(false);
  await send();
  expect(await settle()).toBe(false);
  await move();
  expect(await settle()).toBe(true);
  expect(await owed()).toEqual([]);
  expect(await settle()).toBe(false);
});

// The guard is `owedMails(round, requests).length > 0` in settleRound, on rows read anew.
test('a mail that failed keeps the round on the list', async () => {
  const all = await example();
  await conclude(all);
  const { mailbox, move, send, settle, owed } = all;
  await move();
  mailbox.fails = ['refused'];
  expect(await send()).toMatchObject({ failed: 1 });
  expect(await settle()).toBe(false);
  expect(await owed()).toHaveLength(1);
  await send();
  expect(await settle()).toBe(true);
});

describe('a withdrawn round that was told', () => {
  async function withdrawn() {
    const all = await example();
    const { store } = all.running;
    await withdrawRound(store, 'voorbeeld', ROUND, 'Het voorstel is achterhaald', LATER, CLERK);
    await all.move();
    await all.send();
    return all;
  }

  // The guard is the line on `chain` in settleRound.
  test('stays on the list until somebody sees that its execution has ended', async () => {
    const { running, settle } = await withdrawn();
    expect(await settle()).toBe(false);
    expect(await settleRound(running.store, await running.round(), running.chain)).toBe(false);
    await running.chain.catchUp();
    expect(await settle()).toBe(false);
    expect(await settleRound(running.store, await running.round(), running.chain)).toBe(true);
  });

  // The guard is `request.status === 'open'` in settleRound.
  test('stays on the list while a request is open that its execution put too late, before it was lost', async () => {
    const { running } = await withdrawn();
    const { store, chain } = running;
    store.ask(requestRow('rac'), 'the token of rac');
    chain.kill(await running.round());
    expect(await settleRound(store, await running.round(), chain)).toBe(false);
  });
});

// The guard is `round.status === 'handed-over' && !round.revisedAt` in settleRound.
test('a divided round stays on the list until the organisation has revised it', async () => {
  const all = await example();
  await divide(all);
  const { running, send, settle, owed } = all;
  await send();
  expect(await settle()).toBe(false);
  await reviseRound(running.store, 'voorbeeld', ROUND, 'Aangepast', LATER, CLERK);
  expect(await settle()).toBe(true);
  expect(await owed()).toEqual([{ family: 'main', number: 2 }]);
});

test('what was seen closed but is still open is not taken off the list', async () => {
  const { running, owed } = await example();
  const seen = { ...(await running.round()), status: 'concluded' as const };
  expect(await settleRound(running.store as Running['store'], seen)).toBe(false);
  expect(await owed()).toHaveLength(1);
});
