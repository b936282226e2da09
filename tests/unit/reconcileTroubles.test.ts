import { describe, expect, test } from 'vitest';
import { pollLines } from '../../functions/cli/views/pollLines.ts';
import { sourceLines } from '../../functions/cli/views/sourceLines.ts';
import { isUnder } from '../../functions/domain/intake/reconcile/isUnder.ts';
import { readDecisionPage } from '../../functions/domain/intake/reconcile/readDecisionPage.ts';
import { Forbidden, Unavailable } from '../../functions/domain/unavailable.ts';
import { MOST_PAGES } from '../../functions/operations/intake/readDecisionLists.ts';
import { DECISIONS, found, outage } from './intakeRecord.ts';
import { ORIGIN, sourceOf } from './intakeWorld.ts';
import { listed, page, reconcileWorld, WHOLE } from './reconcileWorld.ts';

type World = Awaited<ReturnType<typeof reconcileWorld>>;
const troubles = async ({ table }: World) =>
  table
    .rows()
    .filter(({ kind, title }) => kind === 'incoming' && title === 'Het documentsysteem is niet te lezen');

describe('a system that does not let itself be read', () => {
  const forbidding = () => {
    throw new Forbidden('Het documentsysteem', 403);
  };

  test.each([
    ['refuses', forbidding, /weigert antwoord \(status 403\)/],
    ['cannot be reached', outage, /nu niet bereikbaar; het wordt vanzelf opnieuw geprobeerd/],
  ])(
    'because it %s, is seen after two days as one item, which closes by itself',
    async (_what, fails, said) => {
      const world = await reconcileWorld();
      world.resourcesAt.set(DECISIONS, fails);
      const hours: number[] = [];
      for (let hour = 0; hour < 24 * 5; hour += 1) {
        if ((await world.look()).result === 'failed') hours.push(hour);
        world.inHours(1);
        if (hour < 48) expect(await troubles(world)).toEqual([]);
      }
      expect(hours).toEqual([0, 1, 3, 7, 15, 31, 55, 79, 103]);
      expect(await troubles(world)).toMatchObject([
        { status: 'unknown', reason: expect.stringMatching(said) },
      ]);

      world.publish([listed('a')]);
      world.inHours(24);
      expect(await world.look()).toMatchObject({ result: 'read', queued: 1 });
      expect(await troubles(world)).toMatchObject([{ status: 'dismissed', closedBy: 'besluitketen' }]);
    },
  );

  test('is asked all the same when a person asks', async () => {
    const world = await reconcileWorld();
    world.resourcesAt.set(DECISIONS, forbidding);
    await world.look();
    expect((await world.look()).result).toBe('waiting');
    expect((await world.look(true)).result).toBe('failed');
  });

  test.each([
    ['is not there', { kind: 'gone' } as const, /niets te vinden/],
    ['may not be asked', { kind: 'refused', why: 'Het adres verwijst door.' } as const, /verwijst door/],
    ['is no page', found([listed('a')]), /geen lijst van besluiten/],
    ['has nothing that is a decision', page([{ naam: 'x' }, 7]), /geen lijst van besluiten/],
    ['has no day at all', page(['a', 'b'].map((id) => listed(id, { datum: 5 }))), /geen lijst van besluiten/],
  ])('because its list %s, is seen at once', async (_what, answer, said) => {
    const world = await reconcileWorld();
    world.resourcesAt.set(DECISIONS, answer);
    expect(await world.look()).toMatchObject({ result: 'failed', queued: 0 });
    expect(await troubles(world)).toMatchObject([{ reason: expect.stringMatching(said) }]);
  });

  test('half-way: what was found before counts, and the next look begins where this one did', async () => {
    const world = await reconcileWorld();
    world.publish([]);
    await world.look();
    world.publish([listed('a')]);
    world.resourcesAt.set(DECISIONS, page([listed('a')], `${DECISIONS}?page=2`));
    world.resourcesAt.set(`${DECISIONS}?page=2`, outage);
    world.inHours(24 * 7);
    expect(await world.look()).toMatchObject({ result: 'failed', queued: 1 });
    expect(await world.work()).toEqual(['recorded']);
    expect(world.polls.state('bron-zgw')?.readUntil).toBe('2026-02-04');
  });

  // Ours and not theirs: nothing is said of the system, and the next look does it all again.
  test('is not to blame when the queue is', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    const { send } = world.deps.queue;
    world.deps.queue.send = () => Promise.reject(new Unavailable('De wachtrij', undefined));
    await expect(world.look()).rejects.toThrow(Unavailable);
    expect(await troubles(world)).toEqual([]);
    world.deps.queue.send = send;
    expect((await world.look()).result).toBe('busy');
    world.inHours(1);
    expect(await world.look()).toMatchObject({ result: 'read', queued: 1 });
  });
});

describe('where a list may lead', () => {
  test.each([
    'https://elders.example/besluiten/api/v1/besluiten?page=2',
    `${ORIGIN}/zaken/api/v1/zaken?page=2`,
    `${DECISIONS}en?page=2`,
    `${DECISIONS}/../../../x`,
    `http://${ORIGIN.slice(8)}/besluiten/api/v1/besluiten?page=2`,
    `https://ik:geheim@${ORIGIN.slice(8)}/besluiten/api/v1/besluiten?page=2`,
    '/besluiten/api/v1/besluiten?page=2',
    'http://169.254.169.254/latest/meta-data',
  ])('not to %s: it is not asked, and a person sees it', async (next) => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    world.resourcesAt.set(DECISIONS, page([listed('a')], next));
    expect(await world.look()).toMatchObject({ result: 'failed', queued: 1 });
    expect(world.asked).toEqual([DECISIONS]);
    expect(await troubles(world)).toMatchObject([{ reason: expect.stringMatching(/de volgende bladzijde/) }]);
  });

  test('to nothing but its own pages and what is below it', () => {
    expect(isUnder(`${DECISIONS}?page=2`, DECISIONS)).toBe(true);
    expect(isUnder(`${DECISIONS}/?page=2`, `${DECISIONS}/`)).toBe(true);
    expect(isUnder(`${DECISIONS}/a`, `${DECISIONS}/`)).toBe(true);
  });

  test('a decision of elsewhere is not handed on, the others are', async () => {
    const world = await reconcileWorld();
    const elsewhere = { ...listed('b'), url: 'https://intern.example/besluiten/api/v1/besluiten/b' };
    world.publish([listed('a'), elsewhere]);
    expect(await world.look()).toMatchObject({ result: 'failed', queued: 1 });
    expect(world.queued[0]?.content).toContain(`${DECISIONS}/a`);
    expect(await troubles(world)).toMatchObject([
      { reason: expect.stringMatching(/noemt een besluit op een adres/) },
    ]);
  });

  test('round in circles ends, and is seen', async () => {
    const world = await reconcileWorld();
    world.resourcesAt.set(DECISIONS, page([listed('a')], DECISIONS));
    expect((await world.look()).result).toBe('failed');
    expect(world.asked).toHaveLength(1);
  });

  test('without an end: so many pages a look, and a person sees that it is too much', async () => {
    const world = await reconcileWorld();
    for (let number = 1; number <= MOST_PAGES + 5; number += 1)
      world.resourcesAt.set(
        number === 1 ? DECISIONS : `${DECISIONS}?page=${number}`,
        page([listed(`d${number}`)], `${DECISIONS}?page=${number + 1}`),
      );
    expect(await world.look()).toMatchObject({ result: 'failed', queued: MOST_PAGES });
    expect(world.asked).toHaveLength(MOST_PAGES);
    expect(await troubles(world)).toMatchObject([{ reason: expect.stringMatching(/meer besluiten dan/) }]);
  });

  test('slowly: what takes longer than a look may is too much', async () => {
    const world = await reconcileWorld();
    world.resourcesAt.set(DECISIONS, () => {
      world.clock.later(101);
      return page([listed('a')], `${DECISIONS}?page=2`);
    });
    expect(await world.look()).toMatchObject({ result: 'failed', queued: 1 });
    expect(world.asked).toHaveLength(1);
  });

  test('whatever it says, reading it never throws', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    for (const json of [null, 7, 'x', [], {}, { results: 7 }, { results: [deep] }, { next: 7, results: [] }])
      expect(readDecisionPage(json, DECISIONS)).toBeDefined();
    const odd = { ...listed('a'), toelichting: deep, zaak: null, besluittype: 9 };
    expect(readDecisionPage({ results: [odd] }, DECISIONS)).toMatchObject({
      decisions: [{ kind: undefined }],
    });
  });
});

describe('which sources are looked at', () => {
  test('not a paused one, also when a person asks', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    world.world.source = { ...world.world.source!, pausedAt: '2026-02-04T08:00:00.000Z' };
    expect((await world.look(true)).result).toBe('paused');
    expect([world.asked, world.queued]).toEqual([[], []]);
  });

  test('what was found is held when the source is paused before it is worked out', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    await world.look();
    world.world.source = { ...world.world.source!, pausedAt: '2026-02-04T09:00:00.000Z' };
    const [message] = world.queued;
    expect(await world.work()).toEqual(['held']);
    const [held] = await world.messages.heldMessages('bron-zgw');
    expect(JSON.parse(held!.held!)).toEqual(message);
  });

  test.each([
    ['a list', {}, { ...WHOLE, resources: undefined }, /"resources"/],
    ['an origin', { origins: [] }, WHOLE, /--origin/],
    ['any interest in decisions', {}, { ...WHOLE, ignore: { channels: ['besluiten'], types: [] } }, /kanaal/],
  ])('not one without %s, which says so', async (_what, changes, mapping, why) => {
    const world = await reconcileWorld();
    const source = sourceOf('zgw', changes, mapping);
    world.world.source = source;
    const summary = await world.look();
    expect(summary).toMatchObject({ result: 'not-polled', said: expect.stringMatching(why) });
    expect(world.asked).toEqual([]);
    expect(pollLines(summary)[0]).toMatch(/wordt niet nagelopen/);
    expect(sourceLines(source, [], 'x', [], undefined).join('\n')).toMatch(
      /Wat zij niet meldt, wordt niet nagelopen/,
    );
  });

  test('two looks at once are one', async () => {
    const world = await reconcileWorld();
    world.publish([listed('a')]);
    const results = (await Promise.all([world.look(), world.look()])).map(({ result }) => result);
    expect([results.sort(), world.queued.length]).toEqual([['busy', 'read'], 1]);
  });

  test('and when, is on the page of the source', async () => {
    const world = await reconcileWorld();
    const lines = () =>
      sourceLines(world.world.source!, [], 'x', [], world.polls.state('bron-zgw')).join('\n');
    expect(lines()).toMatch(/Nog niet nagelopen/);
    world.publish([listed('a')]);
    expect(pollLines(await world.look()).join('\n')).toMatch(
      /besluiten van 7 januari 2026 tot en met 4 februari 2026\.\n1 besluiten nagelopen: 1 nieuw in de wachtrij/,
    );
    expect(lines()).toMatch(/Laatst nagelopen: 2026-02-04 09:00:00$/m);
    world.resourcesAt.set(DECISIONS, outage);
    world.inHours(1);
    await world.look();
    expect(lines()).toMatch(
      /Laatst nagelopen: 2026-02-04 10:00:00; helemaal gelezen: 2026-02-04 09:00:00\. /,
    );
  });
});
