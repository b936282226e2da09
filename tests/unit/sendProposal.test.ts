import { beforeEach, describe, expect, test } from 'vitest';
import { createRecordStore } from '../../functions/adapters/record/createRecordStore.ts';
import { createItemStore } from '../../functions/adapters/record/items.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { dismissItem } from '../../functions/operations/intake/dismissItem.ts';
import type { ItemStore } from '../../functions/operations/intake/ports.ts';
import { putIncoming } from '../../functions/operations/intake/putIncoming.ts';
import { sendOpenProposals } from '../../functions/operations/intake/sendOpenProposals.ts';
import { sendProposal } from '../../functions/operations/intake/sendProposal.ts';
import type { LinkStore } from '../../functions/operations/links/ports.ts';
import { pauseMails } from '../../functions/operations/mailPause.ts';
import { readMailRows } from '../../functions/operations/mailTags.ts';
import { markSent } from '../../functions/operations/markSent.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import {
  CLERK,
  createClock,
  createMailbox,
  decidedRow,
  examplePlan,
  type Mailbox,
  START,
} from './exampleRecord.ts';
import { NOW } from './intakeRecord.ts';
import { referenceDataWith } from './memoryReferenceData.ts';
import { createMemoryTable } from './memoryTable.ts';

const ID = 'a'.repeat(16);
const person = (name: string): Contact => ({
  body: 'GM0001/college',
  role: 'secretary',
  name,
  mail: `${name}@aa.example`,
  replacements: [],
});

let store: RecordStore;
let items: ItemStore;
let mailbox: Mailbox;
let clock: ReturnType<typeof createClock>;
let links: string[];
let deps: Parameters<typeof sendOpenProposals>[0];
beforeEach(async () => {
  const table = createMemoryTable();
  store = createRecordStore(table);
  items = createItemStore(table);
  mailbox = createMailbox();
  clock = createClock(NOW);
  links = [];
  await startTrajectory(store, examplePlan(), 'voorbeeld', 'real', START, CLERK);
  const made: LinkStore['putLink'] = async ({ person: { mail }, body, item }) => {
    links.push(`${mail} ${body} ${item}`);
    return true;
  };
  const reference = await referenceDataWith({ contacts: [person('an'), person('bo')] });
  deps = {
    store,
    items,
    reference,
    sender: mailbox,
    now: clock.now,
    links: { putLink: made },
    portalUrl: 'https://besluiten.example',
  };
  const reports = {
    report: async () => undefined,
    bindReport: async () => true,
    noteItem: async () => undefined,
  };
  await putIncoming(
    { items, reports },
    { source: 'zaken', speaks: 'zgw', receivedAt: NOW, messageKey: 'b'.repeat(32), content: '{}' },
    {
      id: ID,
      municipality: 'GM0001',
      status: 'proposed',
      title: 'Vaststelling <regiovisie>',
      reason: 'De uitkomst volgt niet uit de map van de bron.',
      draft: {
        trajectory: 'voorbeeld',
        round: 'main.r1',
        body: 'GM0001/college',
        on: '2026-02-03',
        outcome: 'adopted',
      },
    },
  );
});
const item = async () => (await items.item(ID))!;

describe('a proposal', () => {
  test('asks everybody who answers for the body, each in a message with a link of their own', async () => {
    expect(await sendProposal(deps, await item())).toMatchObject({ sent: 2, failed: 0 });
    expect(mailbox.sent.map(({ to }) => to)).toEqual([['an@aa.example'], ['bo@aa.example']]);
    expect(links).toEqual([`an@aa.example GM0001/college ${ID}`, `bo@aa.example GM0001/college ${ID}`]);
    const [first, second] = mailbox.sent;
    const linkIn = (text = '') => /https:\/\/besluiten\.example\/besluit\/[\w-]{43}/.exec(text)?.[0];
    expect(linkIn(first?.text)).toBeDefined();
    expect(linkIn(second?.text)).not.toBe(linkIn(first?.text));
    expect(first?.replyTo).toBe('lead@regio.example');
    expect(first?.html).toContain('Vaststelling &lt;regiovisie&gt;');
  });

  test('is asked once, whoever looks and however often', async () => {
    await Promise.all([sendProposal(deps, await item()), sendOpenProposals(deps, 'voorbeeld')]);
    await sendOpenProposals(deps, 'voorbeeld');
    expect(mailbox.sent).toHaveLength(2);
  });

  test('one address that is refused keeps nobody else from theirs, and is tried again', async () => {
    mailbox.fails = ['refused'];
    const run = await sendOpenProposals(deps, 'voorbeeld');
    expect(run).toMatchObject({
      sent: 1,
      failed: 1,
      failures: [expect.stringContaining('niet verzonden')],
    });
    expect(await sendOpenProposals(deps, 'voorbeeld')).toMatchObject({ sent: 1, failed: 0 });
    expect(mailbox.sent.flatMap(({ to }) => to).sort()).toEqual(['an@aa.example', 'bo@aa.example']);
  });

  test('whose sender died after sending is marked by the event of SES, and not sent again', async () => {
    mailbox.fails = ['crash'];
    await expect(sendProposal(deps, await item())).rejects.toThrow('stopped');
    const tags = Object.fromEntries(
      Object.entries(mailbox.sent[0]!.tags).map(([name, value]) => [name, [value]]),
    );
    for (const { owner, key } of readMailRows(tags))
      expect(await markSent(store, owner, key, 'm1', NOW)).toBe(true);
    clock.later(3600);
    await sendOpenProposals(deps, 'voorbeeld');
    expect(mailbox.sent.map(({ to }) => to)).toEqual([['an@aa.example'], ['bo@aa.example']]);
  });

  test('that was closed, or whose trajectory is paused, is not mailed; once it goes on it is', async () => {
    await pauseMails(store, 'voorbeeld', true, NOW, CLERK);
    expect(await sendOpenProposals(deps, 'voorbeeld')).toMatchObject({ sent: 0 });
    await pauseMails(store, 'voorbeeld', false, NOW, CLERK);
    expect(await sendOpenProposals(deps, 'andere')).toMatchObject({ sent: 0 });
    expect(await sendOpenProposals(deps, 'voorbeeld')).toMatchObject({ sent: 2 });
  });

  test('whose answer was given in another way is closed without a mail; one that contradicts it stays', async () => {
    const decided = (outcome: 'adopted' | 'rejected') => {
      const request = async () => decidedRow('GM0001/college', { outcome, by: 'griffier' });
      return { ...deps, store: { ...store, request } };
    };
    await sendOpenProposals(decided('rejected'), 'voorbeeld');
    expect(await item()).toMatchObject({ status: 'proposed' });
    const sent = mailbox.sent.length;
    await sendOpenProposals(decided('adopted'), 'voorbeeld');
    expect(await item()).toMatchObject({ status: 'accepted', closedBy: 'griffier', closedAt: clock.now() });
    expect(mailbox.sent).toHaveLength(sent);
  });

  test('that a person dismissed is not mailed', async () => {
    await dismissItem(items, ID, 'Nee', NOW, CLERK);
    expect(await sendProposal(deps, await item())).toMatchObject({ sent: 0 });
    expect(mailbox.sent).toEqual([]);
  });

  // Guards: functions/adapters/record/items.ts: '#status = :seen' alone, not the last write
  test('can be closed while its mails leave: marks on it are no change of it', async () => {
    const seen = await item();
    await sendProposal(deps, seen);
    expect(await items.writeItem({ ...seen, status: 'dismissed', closedBy: 'x', closedAt: NOW }, seen)).toBe(
      true,
    );
    expect(Object.keys((await item()).mails ?? {})).toHaveLength(2);
  });
});
