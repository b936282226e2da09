import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LEASE_SECONDS } from '../../functions/operations/mailLease.ts';
import { endpoint } from '../e2e/deployed.ts';
import { mailsOf } from '../e2e/mailbox.ts';
import { until } from '../e2e/until.ts';
import { type Fault, type FaultyCloud, startFaultyCloud, type Where } from './faultyCloud.ts';
import { changesOf, createClock, handlersAt, isDone, isRequest } from './inProcess.ts';
import { asked, newTrajectory } from './trajectories.ts';

const LAPSED = LEASE_SECONDS + 1;
const CLAIM: Where = { operation: 'UpdateItem', body: 'mail-claimed' };
const SEND: Where = { operation: 'SendRawEmail' };
const MARK: Where = { operation: 'UpdateItem', body: 'mail-marked' };
const FAILS: Fault = { kind: 'refuse', error: 'InternalServerError', status: 500 };
const LOST: Fault = { kind: 'lose-answer' };

let cloud: FaultyCloud;
beforeAll(async () => {
  cloud = await startFaultyCloud(endpoint);
});
afterEach(() => cloud.forget());
afterAll(() => cloud.stop());

/** Two colleges that were asked; the mail to the first is the one that meets the fault. */
async function owed(name: string) {
  const clock = createClock();
  const handlers = handlersAt(cloud.endpoint, { clock });
  const trajectory = await asked(newTrajectory(name), handlers);
  const [first, second] = trajectory.colleges as [string, string];
  const counts = async () => {
    const addresses = (await mailsOf(trajectory.id)).flatMap(({ to }) => to);
    return [first, second].map(
      (body) => addresses.filter((address) => address === trajectory.addressOf(body)).length,
    );
  };
  const send = async () => isDone(await handlers.sendMails(await changesOf(trajectory.id, isRequest)));
  const state = async () => (await trajectory.request(first))?.mails.asked;
  return { trajectory, clock, handlers, counts, send, state };
}

/** SES's own event that it took the first message, with the tags that message was sent with. */
function sendEvent() {
  const sent = cloud.calls.find(({ operation }) => operation === 'SendRawEmail')!;
  const tagOf = (name: string) => {
    const [, index] = new RegExp(`^Tags\\.member\\.(\\d+)\\.Name=${name}$`, 'm').exec(sent.body)!;
    return [new RegExp(`^Tags\\.member\\.${index}\\.Value=(.+)$`, 'm').exec(sent.body)![1]!];
  };
  const tags = { reason: tagOf('reason'), row: tagOf('row') };
  const mail = { timestamp: '2026-01-05T09:00:01Z', messageId: 'from-the-event', tags };
  return { detail: { mail } };
}

// Guards: functions/operations/sendMails.ts: claimedUntil: laterBy(at, LEASE_SECONDS)
// Guards: functions/domain/mails/owedMails.ts: state.claimedUntil <= now
test('a sender killed between its claim and the sending: the mail leaves when the claim has lapsed, once', async () => {
  const { clock, counts, send } = await owed('na-claim');
  cloud.arm(LOST, CLAIM);
  expect(await send()).toBe(false);
  await send();
  expect(await counts()).toEqual([0, 1]);
  clock.later(LAPSED);
  expect(await send()).toBe(true);
  await send();
  expect(await counts()).toEqual([1, 1]);
});

describe('a sender killed between the sending and its mark', () => {
  // Guards: functions/adapters/sesMailSender.ts: maxAttempts: 1
  // Guards: functions/operations/sendMails.ts: error.certainlyUnsent ? at : claim.claimedUntil
  test('whose answer of SES was lost sends no double while its claim stands, and one after: the residual one', async () => {
    const { clock, counts, send, state } = await owed('na-versturen');
    cloud.arm(LOST, SEND);
    expect(await send()).toBe(false);
    await send();
    expect(await counts()).toEqual([1, 1]);
    expect(await state()).toMatchObject({ attempts: 1, error: expect.any(String) });
    clock.later(LAPSED);
    await send();
    await send();
    expect(await counts()).toEqual([2, 1]);
    expect(await state()).toMatchObject({ attempts: 2, sentAt: expect.any(String) });
  });

  // Guards: functions/operations/sendMails.ts: claimedUntil: laterBy(at, LEASE_SECONDS)
  test('whose mark failed sends no double while its claim stands, and one after', async () => {
    const { clock, counts, send } = await owed('merk-mislukt');
    cloud.arm(FAILS, MARK);
    expect(await send()).toBe(false);
    await send();
    expect(await counts()).toEqual([1, 1]);
    clock.later(LAPSED);
    await send();
    await send();
    expect(await counts()).toEqual([2, 1]);
  });

  // Guards: functions/operations/markSent.ts: return store.markMailSent(owner, key, …)
  test.each([
    ['answer of SES was lost', LOST, SEND],
    ['mark failed', FAILS, MARK],
  ] as const)(
    'whose %s sends no double at all when the Send event of SES comes before the lapse',
    async (_what, fault, where) => {
      const { clock, handlers, counts, send, state } = await owed('met-event');
      cloud.arm(fault, where);
      await send();
      expect(await handlers.recordMailEvents(sendEvent())).toEqual({ marked: true });
      clock.later(LAPSED);
      expect(await send()).toBe(true);
      expect(await counts()).toEqual([1, 1]);
      expect(await state()).toMatchObject({ attempts: 1, messageId: 'from-the-event' });
    },
  );

  // Guards: functions/operations/sendMails.ts: await store.markMailSent(owner, reason.key, …)
  test('whose mark was written but not acknowledged never sends it again', async () => {
    const { clock, counts, send } = await owed('merk-verloren');
    cloud.arm(LOST, MARK);
    expect(await send()).toBe(false);
    clock.later(LAPSED);
    expect(await send()).toBe(true);
    expect(await counts()).toEqual([1, 1]);
  });
});

// Guards: functions/adapters/record/mailWrites.ts: claimMail's ConditionExpression
test('of two senders that read the same rows one sends', async () => {
  const { counts, send } = await owed('samen');
  const other = cloud.arm({ kind: 'meanwhile', work: send }, CLAIM);
  await send();
  expect(other.hits).toBe(1);
  expect(await counts()).toEqual([1, 1]);
});

// Guards: functions/adapters/record/mailWrites.ts: the ConditionExpression of markMailFailed
test('a sender that comes back after another sent its mail does not undo the mark', async () => {
  const { clock, counts, send, state } = await owed('teruggekeerd');
  const hung = cloud.arm({ kind: 'hang' }, SEND);
  const slow = send();
  await until('the first sender hangs', () => hung.hits === 1);
  clock.later(LAPSED);
  expect(await send()).toBe(true);
  const marked = await state();
  cloud.forget();
  expect(await slow).toBe(false);
  expect(await state()).toEqual(marked);
  clock.later(LAPSED);
  await send();
  expect(await counts()).toEqual([1, 1]);
});
