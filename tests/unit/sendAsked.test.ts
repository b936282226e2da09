import { describe, expect, test } from 'vitest';
import type { SeenMail } from '../../functions/cli/simulate/mailbox.ts';
import { timesAsked } from '../../functions/cli/simulate/report.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { mailFailures, withheldRequests } from '../../functions/domain/mails/failures.ts';
import { owedMails } from '../../functions/domain/mails/owedMails.ts';
import { createHandler as createMailEvents } from '../../functions/handlers/record-mail-events/handler.ts';
import { listMails } from '../../functions/operations/listMails.ts';
import { LEASE_SECONDS } from '../../functions/operations/mailLease.ts';
import { recordSilences } from '../../functions/operations/recordSilences.ts';
import { sendOwedMails } from '../../functions/operations/sendMails.ts';
import { asked, COLLEGES, createClock, createMailbox, ROUND } from './exampleRecord.ts';
import { toTell } from './goOn.ts';
import { createMemoryLinks } from './memoryLinks.ts';
import { referenceDataWith } from './memoryReferenceData.ts';
import { contact } from './reminding.ts';

const [AA, BEE] = COLLEGES;
const PORTAL = 'https://besluiten.example';
const EERSTE = contact(AA, 'eerste@aa.example');
const TWEEDE = contact(AA, 'tweede@aa.example');

/** College Aa has two secretaries, College Bee the address of the plan. */
async function example(contacts: readonly Contact[] = [EERSTE, TWEEDE]) {
  const running = await asked();
  const mailbox = createMailbox();
  const clock = createClock();
  const links = createMemoryLinks();
  const people = { contacts };
  const sources = async () => ({
    reference: await referenceDataWith({ contacts: people.contacts }),
    portalUrl: PORTAL,
  });
  const send = async () =>
    sendOwedMails(
      { store: running.store, sender: mailbox, now: clock.now, links, ...(await sources()) },
      await toTell(running),
    );
  return {
    ...running,
    mailbox,
    clock,
    links,
    people,
    send,
    to: () => mailbox.sent.map(({ to }) => to.join()),
    mails: async () => (await running.store.request('voorbeeld', ROUND, AA))!.mails,
    list: async () => listMails({ store: running.store, now: clock.now, ...(await sources()) }, 'voorbeeld'),
    owed: async () => owedMails(await running.round(), await running.requests()),
  };
}

describe('a request to a body with two secretaries', () => {
  // Guards: functions/operations/sendMails.ts: `reason.kind === 'asked'`.
  test('is a message to each, with a link of their own; once all have left, the request has been sent', async () => {
    const { send, mailbox, links, to, mails, owed } = await example();
    expect(await send()).toEqual({ sent: 3, failed: 0 });
    expect(to()).toEqual(['eerste@aa.example', 'tweede@aa.example', 'college@bee.example']);
    expect(mailbox.sent.map(({ text }) => links.linkIn(text))).toMatchObject([
      {
        body: AA,
        round: ROUND,
        trajectory: 'voorbeeld',
        person: { name: 'eerste', mail: 'eerste@aa.example' },
      },
      { body: AA, person: { mail: 'tweede@aa.example' } },
      { body: BEE, person: { name: 'College Bee', mail: 'college@bee.example' } },
    ]);
    expect((await mails()).asked).toMatchObject({ sentAt: expect.any(String), messageId: 'message-2' });
    expect(await owed()).toEqual([]);
    expect(await send()).toEqual({ sent: 0, failed: 0 });
  });

  // Guards: functions/domain/mails/askedPeople.ts: `key: several ? keyOf(person) : 'asked'`.
  test('of whom one address is refused, is tried again for that one only, and told of as failed until then', async () => {
    const { send, mailbox, to, mails, round, requests, owed } = await example();
    mailbox.fails = ['refused'];
    expect(await send()).toEqual({ sent: 2, failed: 1 });
    expect((await mails()).asked).toBeUndefined();
    expect(mailFailures(await round(), await requests())).toMatchObject([
      expect.stringContaining('asked-to-'),
    ]);
    expect((await owed()).map(({ kind }) => kind)).toEqual(['asked']);
    await send();
    expect(to()).toEqual(['tweede@aa.example', 'college@bee.example', 'eerste@aa.example']);
    expect(mailFailures(await round(), await requests())).toEqual([]);
    expect(await owed()).toEqual([]);
  });

  // Guards: functions/domain/mails/failures.ts: `isAskedKey(key) && mails.asked?.sentAt`.
  test('goes to who replaces a refused address, and the old one is nobody’s failure any more', async () => {
    const { send, mailbox, people, to, round, requests, owed } = await example();
    mailbox.fails = ['refused'];
    await send();
    people.contacts = [contact(AA, 'opvolger@aa.example'), TWEEDE];
    await send();
    expect(to()).toEqual(['tweede@aa.example', 'college@bee.example', 'opvolger@aa.example']);
    expect(mailFailures(await round(), await requests())).toEqual([]);
    expect(await owed()).toEqual([]);
  });

  // Guards: functions/domain/mails/askedPeople.ts: `Object.keys(request.mails).some(…)`: one left is no new beginning.
  test('of whom one leaves meanwhile, is not sent again to who has it', async () => {
    const { send, mailbox, people, to, owed } = await example();
    mailbox.fails = ['refused'];
    await send();
    people.contacts = [TWEEDE];
    await send();
    expect(to()).toEqual(['tweede@aa.example', 'college@bee.example']);
    expect(await owed()).toEqual([]);
  });

  test.each([0, 1])('repeats only the message after which the function died (number %i)', async (place) => {
    const { send, mailbox, clock, to, owed } = await example();
    mailbox.fails = [...Array.from({ length: place }, () => undefined as never), 'crash'];
    await expect(send()).rejects.toThrow('stopped');
    await send();
    clock.later(LEASE_SECONDS + 1);
    await send();
    const copies = (address: string) => to().filter((each) => each === address).length;
    expect([copies('eerste@aa.example'), copies('tweede@aa.example')]).toEqual(place === 0 ? [2, 1] : [1, 2]);
    expect(copies('college@bee.example')).toBe(1);
    expect(await owed()).toEqual([]);
  });

  test('whose sender died is not repeated when SES says that it took the message', async () => {
    const { send, store, mailbox, clock, to, owed } = await example();
    mailbox.fails = ['crash'];
    await expect(send()).rejects.toThrow('stopped');
    const handler = createMailEvents({ store, log: { info: () => {}, warn: () => {} } });
    const tags = Object.fromEntries(
      Object.entries(mailbox.sent[0]!.tags).map(([name, value]) => [name, [value]]),
    );
    await handler({ detail: { mail: { timestamp: '2026-02-02T09:00:01Z', messageId: 'event', tags } } });
    clock.later(LEASE_SECONDS + 1);
    await send();
    expect([...to()].sort()).toEqual(['college@bee.example', 'eerste@aa.example', 'tweede@aa.example']);
    expect(await owed()).toEqual([]);
  });

  // Guards: functions/operations/sendAsked.ts: `await store.request(…)`: by the row as it is now.
  test('sent by two at once reaches each once, and counts as sent', async () => {
    const { send, to, owed } = await example();
    await Promise.all([send(), send(), send()]);
    expect([...to()].sort()).toEqual(['college@bee.example', 'eerste@aa.example', 'tweede@aa.example']);
    expect(await owed()).toEqual([]);
  });

  // Guards: functions/operations/sendAsked.ts: `several && !isClaimable(request.mails.asked, now())`.
  test('begun when there was one secretary, and in doubt, is left alone until its claim lapses', async () => {
    const { send, mailbox, people, clock, to } = await example([EERSTE]);
    mailbox.fails = ['in-doubt'];
    await send();
    people.contacts = [EERSTE, TWEEDE];
    await send();
    expect(to().filter((address) => address.endsWith('aa.example'))).toEqual(['eerste@aa.example']);
    clock.later(LEASE_SECONDS + 1);
    await send();
    expect(to()).toContain('tweede@aa.example');
  });

  test('that reached only one of two lets nobody be silent: its term has not begun', async () => {
    const { send, mailbox, round, requests, store } = await example();
    mailbox.fails = ['refused'];
    await send();
    const noting = (await requests()).map((each) => ({
      ...each,
      role: 'note' as const,
      silenceOn: '2026-02-03',
    }));
    const ofAa = noting.filter(({ body }) => body === AA);
    expect(await recordSilences(store, await round(), ofAa, '2026-03-02T09:00:00.000Z', 'real')).toBe(0);
    // It is told of as refused, with the reason; not also as held back.
    expect(withheldRequests(await round(), ofAa, '2026-03-02')).toEqual([]);
  });
});

describe('links', () => {
  // Guards: functions/operations/links/createLink.ts: `hash: hashOfLink(id)`.
  test('are kept as a hash: no row holds what stands in the mail', async () => {
    const { send, links, mailbox, store } = await example();
    await send();
    const ids = mailbox.sent.map(({ text }) => /besluit\/([A-Za-z0-9_-]{43})$/m.exec(text)?.[1]);
    expect(ids).toHaveLength(3);
    for (const id of ids) {
      expect(JSON.stringify([...links.rows.values()])).not.toContain(id);
      expect(JSON.stringify(store.snapshot())).not.toContain(id);
      expect(JSON.stringify(mailbox.sent.map(({ tags }) => tags))).not.toContain(id);
    }
  });

  test('are forgotten after a year and a bit', async () => {
    const { send, links } = await example();
    await send();
    for (const { createdAt, expiresAt } of links.rows.values())
      expect(expiresAt - Date.parse(createdAt) / 1000).toBe(400 * 86_400);
  });

  test('can be clicked in the page of the mail', async () => {
    const { send, mailbox } = await example();
    await send();
    expect(mailbox.sent[0]!.html).toMatch(
      /<a class="action" href="https:\/\/besluiten\.example\/besluit\/[A-Za-z0-9_-]{43}"/,
    );
  });

  // Guards: functions/operations/mailViews.ts: `linkInMail`.
  test('are not made by looking at mails, and not shown: a placeholder stands there', async () => {
    const { send, links, list } = await example();
    const before = await list();
    expect(before.filter(({ kind }) => kind === 'asked').map(({ to }) => to)).toEqual([
      ['eerste@aa.example'],
      ['tweede@aa.example'],
      ['college@bee.example'],
    ]);
    expect(links.rows.size).toBe(0);
    expect(before[0]!.text).toContain('/besluit/(persoonlijke link');
    await send();
    const after = await list();
    expect(links.rows.size).toBe(3);
    for (const { text } of after) expect(links.linkIn(text)).toBeUndefined();
    expect(new Set(after.map(({ reference }) => reference)).size).toBe(after.length);
  });

  test('are not made while mails are paused', async () => {
    const { send, links, store, clock } = await example();
    const entry = {
      trajectory: 'voorbeeld',
      at: clock.at,
      what: 'mails-paused',
      subject: 'voorbeeld',
    } as const;
    const rest = { kind: 'audit', schemaVersion: 1, id: 'x', by: 'x', via: 'x', details: {} } as const;
    await store.writeMailPause('voorbeeld', clock.at, { ...entry, ...rest });
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(links.rows.size).toBe(0);
  });
});

test('a simulation counts a body with two secretaries as asked once, and as asked twice who got it twice', () => {
  const mail = (key: string, to: string): SeenMail => ({ to: [to], subject: '', reference: `r.r1/b/${key}` });
  const both = [mail('asked-to-11111111', 'a@x.example'), mail('asked-to-22222222', 'b@x.example')];
  expect(timesAsked(both, 'r.r1/b/')).toBe(1);
  expect(timesAsked([...both, both[0]!], 'r.r1/b/')).toBe(2);
  expect(timesAsked([mail('asked', 'a@x.example')], 'r.r1/b/')).toBe(1);
  expect(timesAsked([mail('decided-x', 'a@x.example')], 'r.r1/b/')).toBe(0);
});
