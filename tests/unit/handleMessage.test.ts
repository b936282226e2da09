import { describe, expect, test } from 'vitest';
import { createMessageStore } from '../../functions/adapters/record/messages.ts';
import { aboutHash } from '../../functions/domain/intake/itemId.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { CLAIM_SECONDS } from '../../functions/operations/intake/handleMessage.ts';
import { releaseHeld } from '../../functions/operations/intake/releaseHeld.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { CLERK, opened, started } from './exampleRecord.ts';
import {
  ADOPTION,
  besluit,
  DECISIONS,
  found,
  type IntakeWorld,
  intakeWorld,
  MAPPING,
  NOW,
  outage,
  REJECTION,
  RSIN,
} from './intakeRecord.ts';
import { sourceOf } from './intakeWorld.ts';

const openItems = ({ items }: IntakeWorld) => items.openItems();
const audited = async ({ running }: IntakeWorld) =>
  (await running.store.audit('voorbeeld')).filter(({ what }) => what === 'decided');

async function worldWith(changes: Record<string, unknown> = {}, mapping?: unknown): Promise<IntakeWorld> {
  const world = await intakeWorld(mapping);
  world.resourcesAt.set(`${DECISIONS}/a`, found(besluit(changes)));
  return world;
}

describe('what is certain', () => {
  test('is recorded by the source, along the web hook, with what the document system says of it', async () => {
    const world = await worldWith();
    const message = world.notified('a');
    expect(await world.handle(message)).toBe('recorded');
    expect(await world.college()).toMatchObject({
      status: 'decided',
      outcome: 'adopted',
      decidedOn: '2026-02-03',
      reference: 'BESLUIT-2026-0000000002',
      note: 'Het college stelt het voorstel vast.',
      by: 'bron-zgw',
      via: 'webhook',
    });
    expect(await world.messages.lastMessages('bron-zgw', 10)).toMatchObject([
      { status: 'recorded', messageKey: message.messageKey, repeats: 0 },
    ]);
    expect(await openItems(world)).toEqual([]);
  });

  test('is recorded also before the body was asked', async () => {
    const world = await intakeWorld(undefined, await opened());
    world.resourcesAt.set(`${DECISIONS}/a`, found(besluit()));
    expect(await world.handle(world.notified('a'))).toBe('recorded');
  });

  test('of a document is that of its decision', async () => {
    const world = await worldWith();
    const document = { resource: 'besluitinformatieobject', resourceUrl: `${DECISIONS}informatieobjecten/b` };
    expect(await world.handle(world.notified('a', document))).toBe('recorded');
  });
});

describe('the same again', () => {
  // Guards: functions/adapters/record/messages.ts: the condition of claim
  test('is a repeat without effect, counted, whoever works on it', async () => {
    const world = await worldWith();
    const message = world.notified('a');
    await world.handle(message);
    const before = world.running.store.snapshot();
    for (let time = 0; time < 3; time++) expect(await world.handle(message)).toBe('repeated');
    expect(world.running.store.snapshot()).toEqual(before);
    expect(await world.messages.message('bron-zgw', message.messageKey)).toMatchObject({ repeats: 3 });
  });

  test('in another message, as an update, a document or by a second subscription, changes nothing', async () => {
    const world = await worldWith();
    await world.handle(world.notified('a'));
    expect(await world.handle(world.notified('a', { actie: 'update' }))).toBe('unchanged');
    expect(await world.handle(world.notified('a', { resource: 'besluitinformatieobject' }))).toBe(
      'unchanged',
    );
    expect(await audited(world)).toHaveLength(1);
    expect(await openItems(world)).toEqual([]);
  });

  test('that a person had entered by hand before is no contradiction: same outcome, same day', async () => {
    const world = await worldWith();
    await recordDecision(
      world.store,
      {
        trajectory: 'voorbeeld',
        round: 'main.r1',
        body: 'GM0001/college',
        outcome: 'adopted',
        on: '2026-02-03',
      },
      NOW,
      CLERK,
    );
    expect(await world.handle(world.notified('a'))).toBe('unchanged');
    expect(await openItems(world)).toEqual([]);
  });
});

describe('one decision of a source has one place', () => {
  // Guards: functions/operations/intake/settleDecision.ts: report?.place ? matchAtPlace(…)
  test('an update of what was recorded is never the answer to the next proposal', async () => {
    const world = await worldWith();
    expect(await world.handle(world.notified('a'))).toBe('recorded');
    await world.running.decide('GM0002/college', 'rejected');
    const { chain, store } = world.running;
    for (const { token } of await world.running.requests()) if (token) await chain.wake(token);
    await chain.catchUp();
    // The revised proposal: the same college is asked again, and is the only one open.
    await reviseRound(store, 'voorbeeld', 'main.r1', 'Herzien', NOW, CLERK);
    world.clock.later(2 * 86_400);
    const later = besluit({ toelichting: 'Bijgewerkt.', datum: '2026-02-06' });
    world.resourcesAt.set(`${DECISIONS}/a`, found(later));
    await world.handle(world.notified('a', { actie: 'update' }));
    expect(await store.request('voorbeeld', 'main.r2', 'GM0001/college')).toBeUndefined();
  });

  // Guards: functions/operations/intake/settleDecision.ts: the bind before the record
  test('two messages about it at once: recorded once, in one place', async () => {
    const world = await worldWith();
    const ends = await Promise.all([
      world.handle(world.notified('a')),
      world.handle(world.notified('a', { actie: 'update' })),
    ]);
    expect(ends.sort()).toEqual(['recorded', 'unchanged']);
    expect(await audited(world)).toHaveLength(1);
  });

  test('an update that says something else is an item, and what is recorded stands', async () => {
    const world = await worldWith();
    await world.handle(world.notified('a'));
    world.resourcesAt.set(`${DECISIONS}/a`, found(besluit({ besluittype: REJECTION })));
    expect(await world.handle(world.notified('a', { actie: 'update' }))).toBe('triage');
    expect(await world.college()).toMatchObject({ outcome: 'adopted' });
    expect(await openItems(world)).toMatchObject([
      { status: 'unknown', reason: expect.stringContaining('al geantwoord'), draft: { outcome: 'rejected' } },
    ]);
  });
});

describe('what the record refuses is an item with its sentence', () => {
  test.each([
    ['a date in the future', { datum: '2026-03-01' }, 'proposed', 'in de toekomst'],
    [
      'an outcome that the body cannot give',
      { besluittype: 'https://x.example/noted' },
      'proposed',
      'niet met "noted"',
    ],
  ])('%s', async (_rule, changes, status, sentence) => {
    const noted = {
      type: 'https://x.example/noted',
      outcome: 'noted',
      body: 'college',
      round: 'voorbeeld/main',
    };
    const adopted = { type: ADOPTION, outcome: 'adopted', body: 'college', round: 'voorbeeld/main' };
    const world = await worldWith(changes, { decisions: [noted, adopted] });
    expect(await world.handle(world.notified('a'))).toBe(status);
    expect(await openItems(world)).toMatchObject([{ reason: expect.stringContaining(sentence) }]);
    expect(await audited(world)).toEqual([]);
  });

  test('a round that has not been opened: it can be taken over once it is', async () => {
    const world = await intakeWorld(undefined, await started());
    world.resourcesAt.set(`${DECISIONS}/a`, found(besluit()));
    expect(await world.handle(world.notified('a'))).toBe('triage');
    expect(await openItems(world)).toMatchObject([{ reason: expect.stringContaining('loopt niet') }]);
  });
});

describe('what nobody knows is an item, and nothing is recorded', () => {
  test.each([
    ['another channel', { kanaal: 'zaken' }],
    ['no notification at all', { hoofdObject: undefined }],
  ])('%s', async (_rule, changes) => {
    const world = await worldWith();
    expect(await world.handle(world.notified('a', changes))).toBe('triage');
    expect(await openItems(world)).toHaveLength(1);
  });

  test('many messages of a channel that is not about decisions are one item', async () => {
    const world = await worldWith();
    for (const id of ['a', 'b', 'c']) await world.handle(world.notified(id, { kanaal: 'zaken' }));
    expect(await openItems(world)).toHaveLength(1);
  });

  test.each([
    ['an RSIN that fails the eleven-test', { verantwoordelijkeOrganisatie: '123456789' }, 'elfproef'],
    ['no date', { datum: undefined }, 'datum'],
    ['a date that does not exist', { datum: '2026-02-30' }, 'datum'],
  ])('%s', async (_rule, changes, sentence) => {
    const world = await worldWith(changes);
    expect(await world.handle(world.notified('a'))).toBe('triage');
    expect(await openItems(world)).toMatchObject([{ reason: expect.stringContaining(sentence) }]);
    expect(await audited(world)).toEqual([]);
  });

  test('an address that may not be asked', async () => {
    const world = await worldWith();
    world.resourcesAt.set(`${DECISIONS}/a`, { kind: 'refused', why: 'Dat adres hoort niet bij de bron.' });
    expect(await world.handle(world.notified('a'))).toBe('triage');
  });

  test('a source that was removed, or that speaks something else by now', async () => {
    const world = await worldWith();
    world.source = undefined;
    expect(await world.handle(world.notified('a'))).toBe('triage');
    world.source = sourceOf('standard');
    expect(await world.handle(world.notified('a'))).toBe('triage');
    expect(await openItems(world)).toHaveLength(2);
  });

  // Guards: functions/domain/intake/whatMappingSays.ts: isForeign
  test('a decision of another organisation in a system that municipalities share', async () => {
    const mapping = { ...MAPPING, rsin: RSIN };
    const world = await worldWith({ verantwoordelijkeOrganisatie: '000000000' }, mapping);
    expect(await world.handle(world.notified('a'))).toBe('triage');
    expect(await openItems(world)).toMatchObject([{ reason: expect.stringContaining('andere organisatie') }]);
    expect(await audited(world)).toEqual([]);
    world.resourcesAt.set(`${DECISIONS}/b`, found(besluit()));
    expect(await world.handle(world.notified('b'))).toBe('recorded');
  });

  // Guards: functions/operations/intake/workOutMessage.ts: whyAnother
  test('a source whose name was given again after the message came: it may be another municipality’s', async () => {
    const world = await worldWith();
    const message = world.notified('a');
    world.source = sourceOf('zgw', { addedAt: '2026-02-04T09:30:00.000Z' }, MAPPING);
    expect(await world.handle(message)).toBe('triage');
    expect(await audited(world)).toEqual([]);
  });

  test('what a person has dealt with does not come back', async () => {
    const world = await worldWith({ besluittype: 'https://x.example/unknown' });
    await world.handle(world.notified('a'));
    const [item] = await openItems(world);
    await world.items.writeItem({ ...item!, status: 'dismissed' }, item!);
    expect(await world.handle(world.notified('a'))).toBe('unchanged');
    expect(await openItems(world)).toEqual([]);
  });

  test('a later message that is certain closes the item of an earlier one', async () => {
    const world = await worldWith({ besluittype: 'https://x.example/unknown' });
    expect(await world.handle(world.notified('a'))).toBe('proposed');
    world.resourcesAt.set(`${DECISIONS}/a`, found(besluit()));
    expect(await world.handle(world.notified('a', { actie: 'update' }))).toBe('recorded');
    expect(await openItems(world)).toEqual([]);
  });
});

describe('a decision that its source no longer has', () => {
  test('of which nothing was recorded is ignored, and says so', async () => {
    const world = await worldWith();
    expect(await world.handle(world.notified('a', { actie: 'destroy' }))).toBe('ignored');
    expect(await openItems(world)).toEqual([]);
  });

  // Guards: functions/operations/intake/settleGone.ts: if (!item && !said)
  test('but that nobody said was destroyed is seen by a person, once, and read when it is there again', async () => {
    const world = await worldWith();
    expect(await world.handle(world.notified('late'))).toBe('triage');
    expect(await world.handle(world.notified('late', { actie: 'update' }))).toBe('triage');
    expect(await openItems(world)).toMatchObject([{ reason: expect.stringContaining('niet te vinden') }]);
    world.resourcesAt.set(`${DECISIONS}/late`, found(besluit()));
    const document = { resource: 'besluitinformatieobject', actie: 'create' };
    expect(await world.handle(world.notified('late', document))).toBe('recorded');
    expect(await openItems(world)).toEqual([]);
  });

  test.each([
    ['by its destroy', 'a', { actie: 'destroy' }],
    ['by a 404', 'a', { actie: 'update' }],
  ])(
    'of which something was recorded is an item; what is recorded stands (%s)',
    async (_way, id, changes) => {
      const world = await worldWith();
      await world.handle(world.notified('a'));
      world.resourcesAt.delete(`${DECISIONS}/a`);
      expect(await world.handle(world.notified(id, changes))).toBe('triage');
      expect(await openItems(world)).toMatchObject([
        { reason: expect.stringContaining('aangenomen op 2026-02-03') },
      ]);
      expect(await world.college()).toMatchObject({ status: 'decided' });
    },
  );

  test('a destroyed document takes nothing along', async () => {
    const world = await worldWith();
    const document = { resource: 'besluitinformatieobject', actie: 'destroy' };
    expect(await world.handle(world.notified('a', document))).toBe('recorded');
  });

  test('an item that still waits says that it is gone', async () => {
    const world = await worldWith({ besluittype: 'https://x.example/unknown' });
    await world.handle(world.notified('a'));
    await world.handle(world.notified('a', { actie: 'destroy' }));
    expect(await openItems(world)).toMatchObject([
      { reason: expect.stringMatching(/^Bij de bron .* verwijderd/) },
    ]);
  });
});

describe('a source that is paused', () => {
  const NEVER = 4_102_444_800;

  test('has its messages kept, however long, and worked out once it goes on', async () => {
    const world = await worldWith();
    const message = world.notified('a');
    const going = world.source!;
    world.source = { ...going, pausedAt: NOW };
    expect(await world.handle(message)).toBe('held');
    expect(await world.messages.message('bron-zgw', message.messageKey)).toMatchObject({ expiresAt: NEVER });
    expect(await audited(world)).toEqual([]);

    world.source = going;
    const queued: (typeof message)[] = [];
    const queue = { send: async (sent: typeof message) => void queued.push(sent) };
    expect(await releaseHeld(world.messages, queue, 'bron-zgw')).toBe(1);
    // Twice, as after a stop: still once.
    await releaseHeld(world.messages, queue, 'bron-zgw');
    expect(queued).toEqual([message, message]);
    const ends = [await world.handle(queued[0]!), await world.handle(queued[1]!)];
    expect(ends).toEqual(['recorded', 'repeated']);
    expect(await world.messages.heldMessages('bron-zgw')).toEqual([]);
    const row = await world.messages.message('bron-zgw', message.messageKey);
    expect(row?.expiresAt).toBeLessThan(NEVER);
    expect(row).not.toHaveProperty('held');
  });

  // Guards: functions/operations/intake/handleMessage.ts: end.status === 'held' && …
  test('and resumed in the moment its message was put aside: it comes back by the queue', async () => {
    const world = await worldWith();
    const going = world.source!;
    world.source = { ...going, pausedAt: NOW };
    const message = world.notified('a');
    const { finishMessage } = world.messages;
    world.messages.finishMessage = async (...args) => {
      world.source = going;
      return finishMessage(...args);
    };
    await expect(world.handle(message)).rejects.toBeInstanceOf(Unavailable);
    expect(await world.handle(message)).toBe('recorded');
  });
});

describe('what cannot be reached now', () => {
  test('is tried again, and its source says so', async () => {
    const world = await worldWith();
    world.resourcesAt.set(`${DECISIONS}/a`, outage);
    const message = world.notified('a');
    await expect(world.handle(message)).rejects.toBeInstanceOf(Unavailable);
    expect(await world.messages.lastMessages('bron-zgw', 1)).toMatchObject([{ status: 'failed' }]);
    world.resourcesAt.set(`${DECISIONS}/a`, found(besluit()));
    expect(await world.handle(message)).toBe('recorded');
  });

  test('the record itself, by losing every race: not an item, but again', async () => {
    const world = await worldWith();
    world.store.writeAnswer = async () => false;
    await expect(world.handle(world.notified('a'))).rejects.toBeInstanceOf(Unavailable);
    expect(await openItems(world)).toEqual([]);
  });
});

describe('a worker that dies', () => {
  // Guards: functions/operations/intake/handleMessage.ts: seen?.status === 'working'
  test('leaves a message that is taken for done by nobody, and is worked out when its claim has lapsed', async () => {
    const world = await worldWith();
    const message = world.notified('a');
    world.messages.finishMessage = () => Promise.reject(new Error('the machine is gone'));
    await expect(world.handle(message)).rejects.toThrow('the machine is gone');
    world.messages.finishMessage = createMessageStore(world.table).finishMessage;
    await expect(world.handle(message)).rejects.toBeInstanceOf(Unavailable);
    world.clock.later(CLAIM_SECONDS);
    expect(await world.handle(message)).toBe('unchanged');
    expect(await audited(world)).toHaveLength(1);
  });
});

describe('a source speaks for its own municipality', () => {
  // Guards: functions/domain/intake/candidate.ts: own.includes(body)
  test('a mapping that names the round of another finds no place in it but its own', async () => {
    const world = await worldWith();
    world.source = { ...world.source!, municipality: 'GM0009' };
    expect(await world.handle(world.notified('a'))).toBe('triage');
    expect(await audited(world)).toEqual([]);
  });

  // Guards: functions/operations/intake/settleDecision.ts: bodiesOfMunicipality(…).includes(answer.body)
  test('also of a decision that was bound while it was another municipality’s', async () => {
    const world = await worldWith();
    const place = { trajectory: 'voorbeeld', round: 'main.r1', body: 'GM0002/college' };
    await world.reports.bindReport('bron-zgw', aboutHash(`${DECISIONS}/a`), place);
    expect(await world.handle(world.notified('a'))).toBe('triage');
    expect(await audited(world)).toEqual([]);
  });

  test('the joint body is nobody’s to speak for', async () => {
    const world = await worldWith();
    world.source = { ...world.source!, speaks: 'standard' };
    const said = {
      trajectory: 'voorbeeld',
      round: 'main.r1',
      body: 'rac',
      outcome: 'noted',
      date: '2026-02-03',
    };
    const message = { ...world.notified('a'), speaks: 'standard' as const };
    const content = JSON.stringify({ type: 'besluit', data: said });
    expect(await world.handle({ ...message, content })).toBe('triage');
    expect(await audited(world)).toEqual([]);
  });
});

test('the last messages of a source come newest first, at most as many as asked, without the others being read', async () => {
  const world = await worldWith({ besluittype: 'https://x.example/unknown' });
  const sent: string[] = [];
  for (let n = 0; n < 5; n++) {
    const message = world.notified('a');
    sent.unshift(message.messageKey);
    await world.handle(message);
    world.clock.later(1);
  }
  const { reads } = world.table;
  const before = reads.get;
  expect((await world.messages.lastMessages('bron-zgw', 3)).map(({ messageKey }) => messageKey)).toEqual(
    sent.slice(0, 3),
  );
  expect(reads.get - before).toBe(3);
});
