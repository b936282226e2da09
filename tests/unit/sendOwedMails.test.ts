import { describe, expect, test } from 'vitest';
import { createHandler as createMailEvents } from '../../functions/handlers/record-mail-events/handler.ts';
import { LEASE_SECONDS } from '../../functions/operations/mailLease.ts';
import type { MailSender } from '../../functions/operations/ports.ts';
import { sendOwedMails } from '../../functions/operations/sendMails.ts';
import { asked, COLLEGES, createClock, createMailbox, ROUND, type Running } from './exampleRecord.ts';
import { toTell } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

/** Longer than the lease of a claim. */
const LAPSED = LEASE_SECONDS + 1;

async function example() {
  const running = await asked();
  const mailbox = createMailbox();
  const clock = createClock();
  const send = async () =>
    sendOwedMails(
      { store: running.store, reference: NOTHING_IMPORTED, sender: mailbox, now: clock.now },
      await toTell(running),
    );
  const state = async (body: string = COLLEGES[0]) =>
    (await running.store.request('voorbeeld', ROUND, body))!.mails.asked;
  return { running, mailbox, clock, send, state };
}

/** SES's own event that it took a message, as it arrives on the bus. */
async function sendEvent({ store }: Running, tags: Readonly<Record<string, string>>) {
  const handler = createMailEvents({ store, log: { info: () => {}, warn: () => {} } });
  const mail = {
    timestamp: '2026-02-02T09:00:01Z',
    messageId: 'from-the-event',
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  };
  return handler({ detail: { mail } });
}

test('what is owed is sent once, and marked with the message that SES took', async () => {
  const { mailbox, send, state } = await example();
  expect(await send()).toEqual({ sent: 2, failed: 0 });
  expect(await send()).toEqual({ sent: 0, failed: 0 });
  expect(mailbox.sent.map(({ to }) => to)).toEqual([['college@aa.example'], ['college@bee.example']]);
  expect(await state()).toMatchObject({ attempts: 1, messageId: 'message-1', sentAt: expect.any(String) });
});

// The guard is the condition of claimMail.
test('two senders at once send each mail once', async () => {
  const { mailbox, send } = await example();
  const both = await Promise.all([send(), send()]);
  expect(both.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
  expect(mailbox.sent).toHaveLength(2);
});

test('a mail that somebody else has claimed is left to them', async () => {
  const { running, mailbox, clock, send } = await example();
  const round = await running.round();
  const claim = { claimedUntil: '2026-02-02T09:16:00.000Z', attempts: 1 };
  await running.store.claimMail(
    { trajectory: 'voorbeeld', round, body: COLLEGES[0] },
    'asked',
    claim,
    clock.at,
  );
  expect(await send()).toEqual({ sent: 1, failed: 0 });
  expect(mailbox.sent.map(({ to }) => to)).toEqual([['college@bee.example']]);
});

test('a mail that SES refuses keeps its reason, is tried again, and is then sent like any other', async () => {
  const { mailbox, send, state } = await example();
  mailbox.fails = ['refused'];
  expect(await send()).toEqual({ sent: 1, failed: 1 });
  expect(await state()).toMatchObject({ attempts: 1, error: expect.stringContaining('suppression') });
  expect(await send()).toEqual({ sent: 1, failed: 0 });
  expect(mailbox.sent).toHaveLength(2);
  const sent = await state();
  expect(sent).toMatchObject({ attempts: 2, sentAt: expect.any(String) });
  expect(sent).not.toHaveProperty('error');
});

// The guard is `error.certainlyUnsent ? at : claim.claimedUntil` in sendOne.
test('when nobody knows whether SES took it, the claim stands until it lapses', async () => {
  const { mailbox, clock, send, state } = await example();
  mailbox.fails = ['in-doubt'];
  expect(await send()).toEqual({ sent: 1, failed: 1 });
  expect(await state()).toMatchObject({ error: 'timeout', attempts: 1 });
  expect(await send()).toEqual({ sent: 0, failed: 0 });
  clock.later(LAPSED);
  expect(await send()).toEqual({ sent: 1, failed: 0 });
});

describe('a function that is stopped between sending and marking', () => {
  async function crashed() {
    const all = await example();
    all.mailbox.fails = ['crash'];
    await expect(all.send()).rejects.toThrow('the function was stopped');
    await all.send();
    return all;
  }

  test('its mail is not sent again before its claim has lapsed', async () => {
    const { mailbox, clock, send } = await crashed();
    expect(mailbox.sent).toHaveLength(2);
    clock.later(LAPSED - 2);
    await send();
    expect(mailbox.sent).toHaveLength(2);
  });

  test('after that it is sent again: the residual double that design.md documents', async () => {
    const { mailbox, clock, send, state } = await crashed();
    clock.later(LAPSED);
    await send();
    expect(mailbox.sent.map(({ to }) => to[0])).toEqual([
      'college@aa.example',
      'college@bee.example',
      'college@aa.example',
    ]);
    expect(await state()).toMatchObject({ attempts: 2 });
  });

  // The guard is markSent: the event's tag leads back to the row.
  test('unless the Send event of SES marks it first', async () => {
    const { running, mailbox, clock, send, state } = await crashed();
    expect(await sendEvent(running, mailbox.sent[0]!.tags)).toEqual({ marked: true });
    expect(await state()).toMatchObject({ messageId: 'from-the-event', sentAt: '2026-02-02T09:00:01.000Z' });
    clock.later(LAPSED);
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(mailbox.sent).toHaveLength(2);
  });
});

describe('a sender that took longer than its claim', () => {
  /** While the first sends, its claim lapses and a second claims the same mail; then the first comes back. */
  async function overtaken(first: 'takes it' | 'in-doubt' | 'refused') {
    const all = await example();
    const { running, mailbox, clock, state } = all;
    const overtaking: MailSender = {
      send: async (mail) => {
        if (mail.to[0] !== 'college@aa.example') return mailbox.send(mail);
        clock.later(LAPSED);
        const owner = { trajectory: 'voorbeeld', round: await running.round(), body: COLLEGES[0] };
        const second = { claimedUntil: laterThan(clock.at), attempts: 2 };
        expect(await running.store.claimMail(owner, 'asked', second, clock.at)).toBe(true);
        if (first !== 'takes it') mailbox.fails = [first];
        return mailbox.send(mail);
      },
    };
    await sendOwedMails(
      { store: running.store, reference: NOTHING_IMPORTED, sender: overtaking, now: clock.now },
      await toTell(running),
    );
    return { ...all, state: await state() };
  }
  const laterThan = (at: string) => new Date(Date.parse(at) + LEASE_SECONDS * 1000).toISOString();

  // The guard is `mails.#key.claimedUntil = :ours` in markMailFailed: a third would send beside the second.
  test.each(['in-doubt', 'refused'] as const)(
    'does not undo the claim of the next one: %s',
    async (fails) => {
      const { state, clock, mailbox, send } = await overtaken(fails);
      expect(state).toEqual({ claimedUntil: laterThan(clock.at), attempts: 2 });
      const before = mailbox.sent.length;
      await send();
      expect(mailbox.sent).toHaveLength(before);
    },
  );

  // The guard is that markMailSent asks for no claim: what has left, has left.
  test('and did send it, marks it all the same; the count of attempts stays', async () => {
    const { state, clock } = await overtaken('takes it');
    expect(state).toEqual({
      claimedUntil: laterThan(clock.at),
      attempts: 2,
      sentAt: clock.at,
      messageId: 'message-1',
    });
  });
});

describe('an event of SES', () => {
  // The guards are `state.sentAt` in markSent and `attribute_not_exists(mails.#key.sentAt)` in markMailSent; it fails
  // without both.
  test('about a mail that was marked already changes nothing, however often it comes', async () => {
    const { running, mailbox, send } = await example();
    await send();
    const before = running.store.snapshot();
    expect(await sendEvent(running, mailbox.sent[0]!.tags)).toEqual({ marked: false });
    expect(running.store.snapshot()).toEqual(before);
  });

  test('about a mail in doubt marks it and takes its error away', async () => {
    const { running, mailbox, send, state } = await example();
    mailbox.fails = ['in-doubt'];
    await send();
    expect(await sendEvent(running, mailbox.sent[0]!.tags)).toEqual({ marked: true });
    expect(await state()).not.toHaveProperty('error');
  });

  test("about another system's mail, or one that nobody claimed, is left alone", async () => {
    const { running, mailbox, send } = await example();
    expect(await sendEvent(running, {})).toEqual({ marked: false });
    expect(await sendEvent(running, { row: 'bm90IG91cnM' })).toEqual({ marked: false });
    await send();
    const { row } = mailbox.sent[0]!.tags;
    const unclaimed = Buffer.from(row!, 'base64url').toString().replace('"asked"', '"decided-x"');
    expect(await sendEvent(running, { row: Buffer.from(unclaimed).toString('base64url') })).toEqual({
      marked: false,
    });
  });
});

test('no token is in anything that leaves', async () => {
  const { running, mailbox, send } = await example();
  await running.decide(COLLEGES[0]);
  await send();
  const tokens = (await running.requests()).flatMap(({ token }) => token ?? []);
  expect(tokens).toHaveLength(2);
  for (const token of tokens) expect(JSON.stringify(mailbox.sent)).not.toContain(token);
});
