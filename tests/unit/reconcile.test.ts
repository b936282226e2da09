import { describe, expect, test } from 'vitest';
import { zgwNotificationSchema } from '../../functions/domain/intake/receive/zgwNotification.ts';
import { LOOKED_BACK_DAYS, reconciledFrom } from '../../functions/domain/intake/reconcile/reconciledFrom.ts';
import { KEPT_DAYS } from '../../functions/domain/intake/seenMessage.ts';
import { ADOPTION, DECISIONS, NOW, REJECTION } from './intakeRecord.ts';
import { sourceOf } from './intakeWorld.ts';
import { BY_KIND, listed, page, reconcileWorld, WHOLE } from './reconcileWorld.ts';

describe('a decision of which no notification came', () => {
  test('is found, worked out as if one had come, and recorded once', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    expect(await world.look()).toMatchObject({ result: 'read', decisions: 1, queued: 1, known: 0 });
    expect(await world.work()).toEqual(['recorded']);
    expect(await world.college()).toMatchObject({
      outcome: 'adopted',
      decidedOn: '2026-02-03',
      via: 'webhook',
    });

    world.inHours(1);
    expect(await world.look()).toMatchObject({ queued: 0, known: 1 });
    expect(await world.decided()).toHaveLength(1);
  });

  test('is told by a notification of the standard, which says who made it', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    await world.look();
    const [message] = world.queued;
    expect(message).toMatchObject({ source: 'bron-zgw', speaks: 'zgw', foundBy: 'reconciliation' });
    expect(zgwNotificationSchema.parse(JSON.parse(message!.content))).toMatchObject({
      kanaal: 'besluiten',
      resource: 'besluit',
      actie: 'create',
      resourceUrl: `${DECISIONS}/a`,
      kenmerken: { verantwoordelijkeOrganisatie: '517439943', besluittype: ADOPTION },
      source: expect.stringContaining('nalopen'),
    });
    await world.work();
    const [seen] = await world.messages.lastMessages('bron-zgw', 1);
    expect(seen).toMatchObject({
      status: 'recorded',
      said: expect.stringMatching(/^Gevonden bij nalopen\. Vast/),
    });
  });

  // Guards: readAnnouncement.ts: `message.foundBy`.
  test.each(['cloudevents', 'standard'])(
    'is worked out the same way of a source that speaks %s',
    async (speaks) => {
      const world = await reconcileWorld();
      world.world.source = sourceOf(speaks, { name: 'bron-zgw' }, WHOLE);
      world.publish([listed('a')]);
      await world.look();
      expect(await world.work()).toEqual(['recorded']);
    },
  );

  test('that is plausible only, or that nobody knows, is one item, for a person', async () => {
    const world = await reconcileWorld();
    world.publish([
      listed('a', { besluittype: 'https://x.example/other', bestuursorgaan: 'college' }),
      listed('b', { besluittype: 'https://x.example/other', bestuursorgaan: 'rechtbank' }),
    ]);
    await world.look();
    expect((await world.work()).sort()).toEqual(['proposed', 'proposed']);
    world.inHours(1);
    expect(await world.look()).toMatchObject({ queued: 0, known: 2 });
    expect(await world.items.openItems()).toHaveLength(2);
    expect(await world.decided()).toEqual([]);
  });

  // Guards: functions/operations/intake/lookForMissed.ts: notThereItemId
  test('that could not be found when it was notified of, is read when the list has it', async () => {
    const world = await reconcileWorld();
    expect(await world.handle(world.notified('a'))).toBe('triage');
    world.publish([listed('a')]);
    expect(await world.look()).toMatchObject({ queued: 1 });
    expect(await world.work()).toEqual(['recorded']);
    expect(await world.items.openItems()).toEqual([]);
  });

  test('and that is gone when the worker comes to it, is nothing', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    await world.look();
    world.resourcesAt.set(`${DECISIONS}/a`, { kind: 'gone' });
    expect(await world.work()).toEqual(['ignored']);
    world.inHours(1);
    expect(await world.look()).toMatchObject({ queued: 0, known: 1 });
    expect(await world.items.openItems()).toEqual([]);
  });
});

describe('a notification that comes all the same', () => {
  test('afterwards changes nothing', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    await world.look();
    await world.work();
    expect(await world.handle(world.notified('a'))).toBe('unchanged');
    expect(await world.decided()).toHaveLength(1);
    expect(await world.items.openItems()).toEqual([]);
  });

  test('before leaves nothing to find', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    await world.handle(world.notified('a'));
    expect(await world.look()).toMatchObject({ queued: 0, known: 1 });
  });

  test.each([
    ['certain', {}, 'recorded'],
    ['plausible', { besluittype: 'https://x.example/other', bestuursorgaan: 'college' }, 'proposed'],
    ['not to be read', { ingangsdatum: 'gisteren' }, 'triage'],
  ])('at the same time has one effect, of what is %s', async (_what, changes, end) => {
    const world = await reconcileWorld();
    world.publish([listed('a', changes)]);
    await world.look();
    const ends = await Promise.all([world.work(), world.handle(world.notified('a'))]);
    expect(ends.flat()).toContain(end);
    const open = await world.items.openItems();
    expect([(await world.decided()).length, open.length]).toEqual(end === 'recorded' ? [1, 0] : [0, 1]);
  });

  // Guards: putIncoming.ts: `itemId(message.source, named, reason)`.
  test.each([
    ['cannot be read', undefined],
    ['may not be asked', { kind: 'refused', why: 'Het antwoordt met meer dan 1 MB.' } as const],
  ])('of what %s is the same item, before or after', async (_what, refused) => {
    for (const foundFirst of [true, false]) {
      const world = await reconcileWorld();
      world.publish([listed('a', { verantwoordelijkeOrganisatie: '123456789' })]);
      if (refused) world.resourcesAt.set(`${DECISIONS}/a`, refused);
      if (foundFirst) await world.look();
      if (foundFirst) await world.work();
      expect(await world.handle(world.notified('a'))).toBe('triage');
      if (!foundFirst) expect(await world.look()).toMatchObject({ queued: 0, known: 1 });
      expect(await world.items.openItems()).toHaveLength(1);
    }
  });
});

describe('what led to nothing', () => {
  const ignoring = (types: readonly string[]) => ({ ...WHOLE, ignore: { types, channels: [] } });

  test('is not handed on again every hour', async () => {
    const world = await reconcileWorld(ignoring(['Vergunning']));
    const kind = `${DECISIONS}/kind`;
    world.resourcesAt.set(kind, { kind: 'found', json: { omschrijving: 'Vergunning' } });
    world.publish([listed('a', { besluittype: kind, datum: NOW.slice(0, 10) })]);
    let times = 0;
    for (let hour = 0; hour < 24 * 40; hour += 1) {
      await world.look();
      times += (await world.work()).length;
      world.inHours(1);
    }
    expect(times).toBe(1);
    const [seen] = await world.messages.lastMessages('bron-zgw', 5);
    expect(seen).toMatchObject({ status: 'ignored', repeats: 0 });
  });

  test('is handed on once more when the decision itself changed', async () => {
    const world = await reconcileWorld(ignoring(['Vergunning']));
    const kind = `${DECISIONS}/kind`;
    world.resourcesAt.set(kind, { kind: 'found', json: { omschrijving: 'Vergunning' } });
    world.publish([listed('a', { besluittype: kind })]);
    await world.look();
    await world.work();
    // A field of their own is no change.
    world.publish([listed('a', { besluittype: kind, geraadpleegdOp: '2026-02-04T10:00:00Z' })]);
    expect(await world.look()).toMatchObject({ queued: 0 });
    world.publish([listed('a', { besluittype: kind, toelichting: 'Gewijzigd' })]);
    expect(await world.look()).toMatchObject({ queued: 1 });
  });

  // Otherwise it would be forgotten before its decision is too old to count.
  test('is remembered for longer than is looked back', () => {
    expect(LOOKED_BACK_DAYS).toBeLessThan(KEPT_DAYS);
    expect(reconciledFrom(undefined, '2026-02-04')).toBe('2026-01-07');
    expect(reconciledFrom('2026-01-31', '2026-02-04')).toBe('2026-01-03');
    expect(reconciledFrom('2027-01-01', '2026-02-04')).toBe('2026-01-07');
  });

  test('for its kind, by address, is not even handed on', async () => {
    const world = await reconcileWorld(ignoring([ADOPTION]));
    world.publish([listed('a')]);
    expect(await world.look()).toMatchObject({ queued: 0, unmatched: 1 });
  });

  test('is handed on once, though the worker has not come to it by the next look', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    await world.look();
    world.inHours(1);
    await world.look();
    expect(world.queued.map(({ messageKey }) => messageKey)).toHaveLength(2);
    expect(await world.work()).toEqual(['recorded', 'repeated']);
  });
});

describe('which decisions count', () => {
  test('those of the last four weeks; after a silence, of four weeks before the last look', async () => {
    const world = await reconcileWorld();
    const days = ['2026-01-06', '2026-01-07', '2026-02-03'];
    world.publish(days.map((datum) => listed(datum, { datum })));
    expect(await world.look()).toMatchObject({
      queued: 2,
      unmatched: 1,
      from: '2026-01-07',
      until: '2026-02-04',
    });
    world.inHours(24 * 60);
    expect(await world.look()).toMatchObject({ from: '2026-01-07', until: '2026-04-05' });
  });

  test('one without a day too: a person sees what is the matter with it, once', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a', { datum: undefined })]);
    expect(await world.look()).toMatchObject({ result: 'read', queued: 1 });
    expect(await world.work()).toEqual(['triage']);
    expect(await world.items.openItems()).toMatchObject([{ reason: expect.stringContaining('datum') }]);
    world.publish([
      listed('a', { datum: undefined }),
      listed('b', { datum: '2026-02-30' }),
      listed('c', { datum: '2020-01-01' }),
    ]);
    expect(await world.look()).toMatchObject({ result: 'read', queued: 1, known: 1, unmatched: 1 });
  });

  test('three hundred are found over three pages, each once', async () => {
    const world = await reconcileWorld();
    const all = Array.from({ length: 300 }, (_, index) =>
      listed(`d${index}`, { identificatie: 'Alle gelijk' }),
    );
    for (const part of [0, 1, 2]) {
      const address = part === 0 ? DECISIONS : `${DECISIONS}?page=${part + 1}`;
      const next = part === 2 ? null : `${DECISIONS}?page=${part + 2}`;
      // Something was added while it was read: what was last on a page is first on the next.
      world.resourcesAt.set(address, page(all.slice(Math.max(0, part * 100 - 5), part * 100 + 100), next));
    }
    expect(await world.look()).toMatchObject({ decisions: 300, queued: 300 });
    expect(new Set(world.queued.map(({ messageKey }) => messageKey)).size).toBe(300);
    expect(world.asked).toHaveLength(3);
  });

  test('are asked for by kind and case where the map names nothing but addresses', async () => {
    const world = await reconcileWorld({
      ...BY_KIND,
      cases: [{ case: 'https://z.example/1', round: 'voorbeeld/main' }],
    });
    const address = (filter: string, value: string) => `${DECISIONS}?${filter}=${encodeURIComponent(value)}`;
    const lists = [
      address('besluittype', ADOPTION),
      address('besluittype', REJECTION),
      address('zaak', 'https://z.example/1'),
    ];
    for (const list of lists) world.publish([listed('a')], list);
    expect(await world.look()).toMatchObject({ decisions: 1, queued: 1 });
    expect(world.asked).toEqual(lists);
  });

  test.each([
    ['a word', { keywords: [{ words: ['visie'], round: 'voorbeeld/main' }] }],
    ['a kind by its name', { decisions: [...BY_KIND.decisions, { type: 'Vaststelling' }] }],
    ['a case by its number', { cases: [{ case: 'Z-2026-1', round: 'voorbeeld/main' }] }],
    ['nothing', { decisions: [] }],
  ])('are all asked for where the map names %s', async (_what, changes) => {
    const world = await reconcileWorld({ ...BY_KIND, ...changes });
    world.publish([listed('a')]);
    await world.look();
    expect(world.asked).toEqual([DECISIONS]);
  });
});
