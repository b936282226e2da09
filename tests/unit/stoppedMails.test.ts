import { describe, expect, test } from 'vitest';
import { createHandler as createMailEvents } from '../../functions/handlers/record-mail-events/handler.ts';
import { settleFlags } from '../../functions/operations/flags.ts';
import { listMails } from '../../functions/operations/listMails.ts';
import { releaseAddress } from '../../functions/operations/markedAddresses.ts';
import { sendOwedMails } from '../../functions/operations/sendMails.ts';
import { settleAllBouncedFlags } from '../../functions/operations/settleBouncedFlags.ts';
import { asked, COLLEGES, createClock, createMailbox, ROUND } from './exampleRecord.ts';
import { toTell } from './goOn.ts';
import { bounceEvent, complaintEvent } from './mailEvents.ts';
import { createMemoryReferenceData } from './memoryReferenceData.ts';

const AA = 'college@aa.example';
const AT = '2026-02-02T08:00:00.000Z';
const LOG = { info: () => {}, warn: () => {} };

async function example() {
  const running = await asked();
  const { store } = running;
  const reference = createMemoryReferenceData();
  const mailbox = createMailbox();
  const { now } = createClock();
  const sources = { store, reference, now };
  return {
    ...{ running, store, mailbox },
    hear: createMailEvents({ store, log: LOG }),
    send: async () => sendOwedMails({ ...sources, sender: mailbox }, await toTell(running)),
    to: () => mailbox.sent.map(({ to }) => to),
    list: () => listMails(sources, 'voorbeeld'),
    settle: () => settleAllBouncedFlags(sources, now()),
    flags: async () => (await store.openFlags('voorbeeld')).filter(({ flag }) => flag === 'mail-bounced'),
    replace: (mail: string) =>
      reference.writeContacts(
        'real',
        {
          version: 0,
          contacts: [{ body: COLLEGES[0], role: 'secretary', name: 'A', mail, replacements: [] }],
          imported: new Map(),
        },
        { at: AT, by: 'ik', file: 'x.csv' },
      ),
  };
}

describe('a mail to an address that is stopped', () => {
  // Guards: functions/operations/sendClaimedMail.ts: `if (to.every(isStopped)) return 'left'`.
  test('is not sent nor claimed, and stays owed; what is owed to others goes', async () => {
    const { hear, send, to, store, list } = await example();
    await hear(bounceEvent(AA, AT));
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(to()).toEqual([['college@bee.example']]);
    expect((await store.request('voorbeeld', ROUND, COLLEGES[0]))?.mails).toEqual({});
    // Guards: functions/operations/mailViews.ts: `withStopped`.
    expect((await list()).find((mail) => mail.to.includes(AA))).toMatchObject({
      status: 'stopped',
      stoppedTo: [AA],
    });
  });

  test('goes when the address is released, once', async () => {
    const { hear, send, to, store } = await example();
    await hear(complaintEvent(AA, AT));
    await send();
    await releaseAddress(store, AA, 'beheerder', '2026-02-02T08:30:00.000Z');
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    expect(await send()).toEqual({ sent: 0, failed: 0 });
    expect(to()).toEqual([['college@bee.example'], [AA]]);
  });

  test('goes to the address that takes its place', async () => {
    const { hear, send, to, replace } = await example();
    await hear(bounceEvent(AA, AT));
    await replace('nieuw@aa.example');
    expect(await send()).toEqual({ sent: 2, failed: 0 });
    expect(to()).toContainEqual(['nieuw@aa.example']);
  });

  // Guards: functions/operations/sendClaimedMail.ts: `mail.to.filter(...)`.
  test('that is for others too leaves to the others', async () => {
    const { hear, send, mailbox, running } = await example();
    await send();
    await hear(bounceEvent('griffie@aa.example', AT));
    await running.decide(COLLEGES[0]);
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    expect(mailbox.sent.at(-1)?.to).toHaveLength(4);
    expect(mailbox.sent.at(-1)?.to).not.toContain('griffie@aa.example');
  });

  test('that only failed to be delivered once is sent as ever', async () => {
    const { hear, send } = await example();
    await hear(bounceEvent(AA, AT, 'Transient'));
    expect(await send()).toEqual({ sent: 2, failed: 0 });
  });
});

describe('the flag of whom mails do not reach', () => {
  test('says whom and what to do, without an address, and stands once', async () => {
    const { hear, settle, flags } = await example();
    await hear(bounceEvent(AA, AT));
    await settle();
    await settle();
    expect(await flags()).toMatchObject([
      {
        ...{ subject: COLLEGES[0], body: COLLEGES[0] },
        reason: expect.stringContaining('College Aa is niet aangekomen'),
        todo: expect.stringContaining('mail release ADRES'),
      },
    ]);
    expect(JSON.stringify(await flags())).not.toContain('@');
  });
  test('of the lead and of a partner are others', async () => {
    const { hear, settle, flags } = await example();
    await hear(complaintEvent('lead@regio.example', AT));
    await hear(bounceEvent('info@bedrijf.example', AT));
    await hear(bounceEvent('iemand@elders.example', AT));
    await settle();
    expect((await flags()).map(({ subject }) => subject).sort()).toEqual(['bedrijf', 'lead']);
  });
  test('goes when the address is released', async () => {
    const { hear, settle, flags, store } = await example();
    await hear(bounceEvent(AA, AT));
    await settle();
    await releaseAddress(store, AA, 'ik', '2026-02-02T08:30:00.000Z');
    await settle();
    expect(await flags()).toEqual([]);
  });
  test('goes when another address takes its place', async () => {
    const { hear, settle, flags, replace } = await example();
    await hear(bounceEvent(AA, AT));
    await settle();
    await replace('nieuw@aa.example');
    await settle();
    expect(await flags()).toEqual([]);
  });
  // Guards: functions/operations/flags.ts: `flag.flag === 'mail-bounced'` in isGone.
  test('is left alone by who settles the other flags', async () => {
    const { hear, settle, flags, store } = await example();
    await hear(bounceEvent(AA, AT));
    await settle();
    await settleFlags(store, 'voorbeeld', [], AT);
    expect(await flags()).toHaveLength(1);
  });
});
