import { describe, expect, test } from 'vitest';
import { stoppedBy } from '../../functions/domain/mails/markedAddress.ts';
import { createHandler } from '../../functions/handlers/record-mail-events/handler.ts';
import { mailTags } from '../../functions/operations/mailTags.ts';
import { listMarkedAddresses, releaseAddress } from '../../functions/operations/markedAddresses.ts';
import { bounceEvent, complaintEvent } from './mailEvents.ts';
import { createMemoryStore } from './memoryStore.ts';

const AT = '2026-02-02T09:00:00.000Z';
const LATER = '2026-02-03T09:00:00.000Z';
const now = () => '2026-02-04T09:00:00.000Z';

function example() {
  const store = createMemoryStore();
  const warnings: unknown[] = [];
  const log = { info: () => {}, warn: (...line: unknown[]) => void warnings.push(line) };
  return {
    ...{ store, warnings },
    hear: createHandler({ store, log }),
    addresses: () => listMarkedAddresses(store, now),
    isStopped: async (address: string) => stoppedBy(await store.markedAddresses())(address),
  };
}

describe('an address of which the mail service says', () => {
  // Guards: functions/domain/mails/mailEvent.ts: `bounceType === 'Permanent'`.
  test('that it bounced for good is stopped, however it is written', async () => {
    const { hear, addresses, isStopped, warnings } = example();
    expect(await hear(bounceEvent('Jan <Jan.Jansen@AA.example>', AT))).toEqual({ marked: true });
    expect(await addresses()).toEqual([
      { address: 'jan.jansen@aa.example', why: 'bounced', detail: 'General', markedAt: AT, stopped: true },
    ]);
    expect(await isStopped('jan.jansen@aa.example')).toBe(true);
    expect(await isStopped('JAN.jansen@aa.example')).toBe(true);
    expect(await isStopped('an.jansen@aa.example')).toBe(false);
    // Nobody's address is in a log.
    expect(JSON.stringify(warnings)).not.toContain('jansen');
  });
  test('that its reader complained is stopped', async () => {
    const { hear, addresses } = example();
    await hear(complaintEvent('a@aa.example', AT));
    expect(await addresses()).toMatchObject([{ why: 'complained', detail: 'abuse', stopped: true }]);
  });
  test.each(['Transient', 'Undetermined'])(
    'that it could not be reached this time (%s) still gets mails, and is shown for two weeks',
    async (type) => {
      const { hear, store, isStopped } = example();
      await hear(bounceEvent('a@aa.example', AT, type));
      expect(await isStopped('a@aa.example')).toBe(false);
      expect(await listMarkedAddresses(store, now)).toMatchObject([{ why: 'delayed', stopped: false }]);
      expect(await listMarkedAddresses(store, () => '2026-02-16T09:00:00.000Z')).toEqual([]);
    },
  );
});

describe('the same said again', () => {
  test('is one mark, and wakes nobody', async () => {
    const { hear, store } = example();
    await hear(bounceEvent('a@aa.example', AT));
    const before = store.snapshot();
    expect(await hear(bounceEvent('a@aa.example', AT))).toEqual({ marked: false });
    expect(store.snapshot()).toEqual(before);
  });
  test.each([
    ['first', [bounceEvent('a@aa.example', AT), bounceEvent('a@aa.example', LATER, 'Transient')]],
    ['last', [bounceEvent('a@aa.example', LATER, 'Transient'), bounceEvent('a@aa.example', AT)]],
  ])('for good and only once: for good counts, though it comes %s', async (_when, events) => {
    const { hear, isStopped } = example();
    for (const event of events) await hear(event);
    expect(await isStopped('a@aa.example')).toBe(true);
  });
});

describe('a released address', () => {
  test('gets mails again; the event that stopped it, come late, does not stop it again, a new one does', async () => {
    const { hear, store, addresses, isStopped } = example();
    await hear(bounceEvent('a@aa.example', AT));
    await releaseAddress(store, ' A@aa.example', 'beheerder', LATER);
    expect([await addresses(), await isStopped('a@aa.example')]).toEqual([[], false]);
    await hear(bounceEvent('a@aa.example', AT));
    await hear(complaintEvent('a@aa.example', '2026-02-03T08:59:59.000Z'));
    expect(await isStopped('a@aa.example')).toBe(false);
    await hear(bounceEvent('a@aa.example', '2026-02-03T10:00:00.000Z'));
    expect(await isStopped('a@aa.example')).toBe(true);
  });
  test('that was not stopped is refused, with where to look', async () => {
    await expect(releaseAddress(example().store, 'a@aa.example', 'ik', AT)).rejects.toMatchObject({
      code: 'UNKNOWN_ADDRESS',
      message: expect.stringContaining('mail addresses'),
    });
  });
});

// Guards: functions/handlers/record-mail-events/handler.ts: `if (!mail.tags.reason)`.
test("another system's mail in the same account marks nothing", async () => {
  const { hear, addresses } = example();
  await hear(bounceEvent('a@aa.example', AT, 'Permanent', { 'ses:from-domain': ['elders.example'] }));
  expect(await addresses()).toEqual([]);
});

// Guards: record-mail-events/handler.ts: `sentThrough !== configurationSet`.
test('nor does the mail of another stage in that account, which has the same trajectories and tags', async () => {
  const store = createMemoryStore();
  const hear = createHandler({ store, log: { info: () => {}, warn: () => {} }, configurationSet: 'prod' });
  const sentThrough = (set: string) => ({ reason: ['0123'], 'ses:configuration-set': [set] });
  expect(await hear(bounceEvent('a@aa.example', AT, 'Permanent', sentThrough('test')))).toEqual({
    marked: false,
  });
  expect(await store.markedAddresses()).toEqual([]);
  expect(await hear(bounceEvent('a@aa.example', AT, 'Permanent', sentThrough('prod')))).toEqual({
    marked: true,
  });
});

test('a new link has no row to lead back to, and its bounce still marks', async () => {
  const { hear, isStopped } = example();
  const tags = Object.fromEntries(
    Object.entries(mailTags('new-link', [])).map(([name, value]) => [name, [value]]),
  );
  await hear(bounceEvent('a@aa.example', AT, 'Permanent', tags));
  expect(await isStopped('a@aa.example')).toBe(true);
});
