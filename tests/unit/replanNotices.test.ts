import { describe, expect, test } from 'vitest';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { owedMails } from '../../functions/domain/mails/owedMails.ts';
import { noticesOf } from '../../functions/domain/replan/notices.ts';
import { createHandler as createMailEvents } from '../../functions/handlers/record-mail-events/handler.ts';
import { listMails } from '../../functions/operations/listMails.ts';
import { pauseMails } from '../../functions/operations/mailPause.ts';
import { sendReplanNotices } from '../../functions/operations/replanNotices.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { CLERK, COLLEGES, createClock, createMailbox, type Running } from './exampleRecord.ts';
import { tell } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { ASIDE, AT, bothAsked, REASON, replanTo, twoRounds, withoutAside } from './replanExample.ts';

const LEAD = 'lead@regio.example';
const AA = 'college@aa.example';
const BEE = 'college@bee.example';
const PARTNER = 'info@bedrijf.example';

async function replanned(plan = withoutAside()) {
  const running = await bothAsked();
  await tell(running, createMailbox());
  await replanTo(running, plan);
  const mailbox = createMailbox();
  const clock = createClock(AT);
  const send = async () =>
    sendReplanNotices(
      { store: running.store, sender: mailbox, now: clock.now, reference: NOTHING_IMPORTED },
      (await running.store.trajectory('voorbeeld'))!,
    );
  return { running, mailbox, clock, send };
}
const row = async ({ store }: Running) => (await store.replannings('voorbeeld'))[0]!;

test('everybody concerned gets one notice, with what changes for them and the reason', async () => {
  const { mailbox, send } = await replanned();
  expect(await send()).toMatchObject({ sent: 4, failed: 0 });
  expect(mailbox.sent.map(({ to }) => to)).toEqual([[LEAD], [AA], [BEE], [PARTNER]]);
  expect(mailbox.sent[1]).toMatchObject({
    subject: 'Planning gewijzigd op 4 februari 2026 – Voorbeeld',
    replyTo: LEAD,
  });
  expect(mailbox.sent[1]?.text).toContain(`Reden: ${REASON}`);
  expect(mailbox.sent[1]?.text).toContain('- College Aa: de ronde over Nevenronde is ingetrokken.');
  expect(mailbox.sent[1]?.text).not.toContain('College Bee');
});

test('the withdrawn round itself tells nobody a second time', async () => {
  const { running } = await replanned();
  const aside = (await running.store.round('voorbeeld', ASIDE))!;
  const requests = await running.store.requestsOfRound('voorbeeld', 'aside.r1');
  expect(aside.status).toBe('withdrawn');
  expect(owedMails(aside, requests)).toEqual([]);
});

test('who answers for two bodies gets one notice about both', async () => {
  const { mailbox, send } = await replanned(withoutAside([BEE, AA]));
  await send();
  const [told] = mailbox.sent.filter(({ to }) => to[0] === AA);
  expect(mailbox.sent.filter(({ to }) => to[0] === AA)).toHaveLength(1);
  expect(told?.text).toContain('- College Aa: ');
  expect(told?.text).toContain('- College Bee: ');
});

test('a plan that moves nothing is told to the lead alone', async () => {
  const { mailbox, send } = await replanned(twoRounds(['title: Hoofdronde', 'title: Hoofdronde, herzien']));
  await send();
  expect(mailbox.sent.map(({ to }) => to)).toEqual([[LEAD]]);
  expect(mailbox.sent[0]?.text).toContain('Er verschuift geen datum en er vervalt niets.');
});

test('goes to whoever has the role on the day it is sent', async () => {
  const { running } = await replanned();
  const { store, plan: previous } = running;
  const own = await store.plan((await store.trajectory('voorbeeld'))!);
  const contact: Contact = {
    body: COLLEGES[0],
    role: 'secretary',
    name: 'Secretaris Aa',
    mail: 'secretaris@aa.example',
    from: '2026-02-05',
    replacements: [],
  };
  const to = async (day: string) =>
    noticesOf(await row(running), { plan: own, own, previous }, [contact], day).map(
      ({ person }) => person.mail,
    );
  expect(await to('2026-02-04')).toContain(AA);
  expect(await to('2026-02-05')).toContain('secretaris@aa.example');
  expect(await to('2026-02-05')).not.toContain(AA);
});

describe('is sent once', () => {
  test('by two at once, and again, and by the watch afterwards', async () => {
    const { running, mailbox, clock, send } = await replanned();
    await Promise.all([send(), send()]);
    await send();
    const { store, chain } = running;
    await watchDay(
      { reference: NOTHING_IMPORTED, store, chain, sender: mailbox, now: clock.now },
      'voorbeeld',
      AT,
    );
    expect(mailbox.sent.filter(({ tags }) => tags.kind === 'replanned')).toHaveLength(4);
    expect(await row(running)).toMatchObject({ toldAt: AT });
  });

  test('by the watch, when the stream was lost', async () => {
    const { running, mailbox, clock } = await replanned();
    const { store, chain } = running;
    await watchDay(
      { reference: NOTHING_IMPORTED, store, chain, sender: mailbox, now: clock.now },
      'voorbeeld',
      AT,
    );
    expect(mailbox.sent.filter(({ tags }) => tags.kind === 'replanned')).toHaveLength(4);
  });

  test('and one that was refused is tried again, the others not; meanwhile a flag stands', async () => {
    const { running, mailbox, clock, send } = await replanned();
    mailbox.fails = ['refused'];
    expect(await send()).toMatchObject({ sent: 3, failed: 1 });
    expect(await row(running)).not.toHaveProperty('toldAt');
    const { store, chain } = running;
    mailbox.fails = ['refused'];
    await watchDay(
      { reference: NOTHING_IMPORTED, store, chain, sender: mailbox, now: clock.now },
      'voorbeeld',
      AT,
    );
    expect((await store.openFlags('voorbeeld')).map(({ flag, reason }) => [flag, reason])).toEqual(
      expect.arrayContaining([
        ['mail-failed', expect.stringContaining('een bericht over de herplanning is niet verzonden')],
      ]),
    );
    await watchDay(
      { reference: NOTHING_IMPORTED, store, chain, sender: mailbox, now: clock.now },
      'voorbeeld',
      '2026-02-05T06:30:00.000Z',
    );
    expect(mailbox.sent.filter(({ to, tags }) => tags.kind === 'replanned' && to[0] === LEAD)).toHaveLength(
      1,
    );
    expect(await row(running)).toMatchObject({ toldAt: AT });
    expect((await store.openFlags('voorbeeld')).filter(({ flag }) => flag === 'mail-failed')).toEqual([]);
  });

  // The guards are both lines on `toldAt` in replanNotices.ts: the key of a notice holds its address. It fails
  // without both.
  test('also when another person takes over after everybody was told', async () => {
    const { running, mailbox, send } = await replanned();
    await send();
    await replanTo(running, withoutAside([AA, 'nieuw@aa.example']), { at: '2026-02-06T09:00:00.000Z' });
    await send();
    const toAa = mailbox.sent.filter(({ to }) => to[0]?.endsWith('@aa.example'));
    expect(toAa.map(({ to }) => to[0])).toEqual([AA]);
  });

  test('marked by the Send event of SES, when its function was stopped before the mark', async () => {
    const { running, mailbox, clock, send } = await replanned();
    mailbox.fails = ['crash'];
    await expect(send()).rejects.toThrow('the function was stopped');
    const handler = createMailEvents({ store: running.store, log: { info: () => {}, warn: () => {} } });
    const tags = Object.fromEntries(
      Object.entries(mailbox.sent[0]!.tags).map(([name, value]) => [name, [value]]),
    );
    const mail = { timestamp: AT, messageId: 'from-the-event', tags };
    expect(await handler({ detail: { mail } })).toEqual({ marked: true });
    clock.later(121);
    await send();
    expect(mailbox.sent.filter(({ to }) => to[0] === LEAD)).toHaveLength(1);
  });
});

describe('while mails are paused', () => {
  test('nothing leaves, and nothing is lost by it', async () => {
    const { running, mailbox, send } = await replanned();
    await pauseMails(running.store, 'voorbeeld', true, AT, CLERK);
    expect(await send()).toMatchObject({ sent: 0, failed: 0 });
    expect(await row(running)).not.toHaveProperty('toldAt');
    const listed = (
      await listMails({ store: running.store, reference: NOTHING_IMPORTED, now: () => AT }, 'voorbeeld')
    ).filter(({ kind }) => kind === 'replanned');
    expect(listed.map(({ status }) => status)).toEqual(['paused', 'paused', 'paused', 'paused']);
    await pauseMails(running.store, 'voorbeeld', false, AT, CLERK);
    await send();
    expect(mailbox.sent).toHaveLength(4);
  });
});

test('the list of mails shows it before and after it goes, as it goes', async () => {
  const { running, mailbox, send } = await replanned();
  const list = async () =>
    (
      await listMails({ store: running.store, reference: NOTHING_IMPORTED, now: () => AT }, 'voorbeeld')
    ).filter(({ kind }) => kind === 'replanned');
  const before = await list();
  expect(before.map(({ status }) => status)).toEqual(['to-send', 'to-send', 'to-send', 'to-send']);
  await send();
  for (const [index, { to, subject, text }] of before.entries()) {
    expect(mailbox.sent[index]).toMatchObject({ to, subject, text });
  }
  expect((await list()).map(({ status, sentAt }) => [status, sentAt])).toEqual(Array(4).fill(['sent', AT]));
  expect(before[0]?.reference).toMatch(/^voorbeeld\/replanning-2\/replanned-[0-9a-f]{8}$/);
});
